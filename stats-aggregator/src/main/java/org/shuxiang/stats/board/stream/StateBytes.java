package org.shuxiang.stats.board.stream;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.shuxiang.contracts.AgeBand;
import org.shuxiang.contracts.Participant;
import org.shuxiang.contracts.stats.BoardKey;
import org.shuxiang.contracts.stats.Coverage;
import org.shuxiang.contracts.stats.Figure;
import org.shuxiang.stats.board.Part;
import org.shuxiang.stats.board.Part.FiguresPart;
import org.shuxiang.stats.board.Part.RankingPart;
import org.shuxiang.stats.figure.Cell;
import org.shuxiang.stats.figure.Figures;
import org.shuxiang.stats.figure.Person;
import org.shuxiang.stats.figure.Person.Attempt;
import org.shuxiang.stats.figure.Person.Joined;
import org.shuxiang.stats.figure.Person.Visit;
import org.shuxiang.stats.figure.Standing;

/**
 * How state is kept: bytes of this service alone, some thirty of which are read and written for each event. A change of
 * their form needs a rebuild.
 */
final class StateBytes {

    private static final byte FIGURES = 1;
    private static final byte RANKING = 2;

    private StateBytes() {}

    @FunctionalInterface
    private interface Writing {

        void to(DataOutputStream out) throws IOException;
    }

    @FunctionalInterface
    private interface Reading<T> {

        T from(DataInputStream in) throws IOException;
    }

    /** A part as it travels, and as it is put together with others. */
    static byte[] write(Part part) {
        return bytes(out -> {
            switch (part) {
                case FiguresPart figures -> {
                    out.writeByte(FIGURES);
                    out.writeUTF(figures.row());
                    out.writeShort(figures.partition());
                    writeFigures(out, figures);
                }
                case RankingPart ranking -> {
                    out.writeByte(RANKING);
                    out.writeShort(ranking.partition());
                    out.writeShort(ranking.best().size());
                    for (Standing standing : ranking.best()) {
                        writeStanding(out, standing);
                    }
                }
            }
        });
    }

    static Part part(String board, byte[] bytes) {
        return read(bytes, in -> {
            BoardKey key = BoardKey.parse(board);
            if (in.readByte() == FIGURES) {
                String row = in.readUTF();
                return readFigures(in, new Cell(key, row), in.readShort());
            }
            int partition = in.readShort();
            var best = new ArrayList<Standing>();
            for (int left = in.readShort(); left > 0; left--) {
                best.add(readStanding(in));
            }
            return new RankingPart(key, partition, best);
        });
    }

    /** A part in the partition that it belongs to, under the key of its cell. */
    static byte[] writeOwn(FiguresPart part) {
        return bytes(out -> writeFigures(out, part));
    }

    static FiguresPart ownPart(Cell cell, int partition, byte[] bytes) {
        return read(bytes, in -> readFigures(in, cell, partition));
    }

    static byte[] write(Standing standing) {
        return bytes(out -> writeStanding(out, standing));
    }

    static Standing standing(byte[] bytes) {
        return read(bytes, StateBytes::readStanding);
    }

    static byte[] write(Person person) {
        return bytes(out -> {
            var who = new LinkedHashMap<Participant, Integer>();
            @Nullable Joined joined = person.joined();
            if (joined != null) {
                who.put(joined.who(), who.size());
            }
            person.attempts().values().forEach(attempt -> who.putIfAbsent(attempt.who(), who.size()));
            for (Visit visit : person.visits().values()) {
                @Nullable Participant visitor = visit.who();
                if (visitor != null) {
                    who.putIfAbsent(visitor, who.size());
                }
            }
            out.writeShort(who.size());
            for (Participant participant : who.keySet()) {
                writeParticipant(out, participant);
            }
            out.writeBoolean(person.erased());
            out.writeBoolean(joined != null);
            if (joined != null) {
                out.writeUTF(joined.campaignId());
                writeInstant(out, joined.at());
            }
            out.writeShort(person.attempts().size());
            for (var entry : person.attempts().entrySet()) {
                Attempt attempt = entry.getValue();
                out.writeUTF(entry.getKey());
                out.writeUTF(attempt.campaignId());
                out.writeUTF(attempt.activityId());
                writeInstant(out, attempt.at());
                out.writeShort(who.getOrDefault(attempt.who(), 0));
                out.writeInt(attempt.score());
                out.writeInt(attempt.maxScore());
                out.writeLong(attempt.durationMillis());
                out.writeInt(attempt.keyVersion());
                out.writeLong(attempt.offset());
            }
            out.writeShort(person.visits().size());
            for (var entry : person.visits().entrySet()) {
                Visit visit = entry.getValue();
                out.writeUTF(entry.getKey());
                out.writeUTF(visit.campaignId());
                writeInstant(out, visit.at());
                out.writeUTF(visit.page());
                @Nullable Participant visitor = visit.who();
                out.writeShort(visitor == null ? -1 : who.getOrDefault(visitor, 0));
            }
        });
    }

    static Person person(byte[] bytes) {
        return read(bytes, in -> {
            List<Participant> who = new ArrayList<>();
            for (int left = in.readShort(); left > 0; left--) {
                who.add(readParticipant(in));
            }
            boolean erased = in.readBoolean();
            @Nullable
            Joined joined = in.readBoolean() ? new Joined(in.readUTF(), readInstant(in), who.getFirst()) : null;
            Map<String, Attempt> attempts = new TreeMap<>();
            for (int left = in.readShort(); left > 0; left--) {
                attempts.put(
                        in.readUTF(),
                        new Attempt(
                                in.readUTF(),
                                in.readUTF(),
                                readInstant(in),
                                who.get(in.readShort()),
                                in.readInt(),
                                in.readInt(),
                                in.readLong(),
                                in.readInt(),
                                in.readLong()));
            }
            Map<String, Visit> visits = new TreeMap<>();
            for (int left = in.readShort(); left > 0; left--) {
                String id = in.readUTF();
                String campaign = in.readUTF();
                Instant at = readInstant(in);
                String page = in.readUTF();
                int visitor = in.readShort();
                visits.put(id, new Visit(campaign, at, page, visitor < 0 ? null : who.get(visitor)));
            }
            return new Person(
                    joined, erased, Collections.unmodifiableMap(attempts), Collections.unmodifiableMap(visits));
        });
    }

    private static void writeFigures(DataOutputStream out, FiguresPart part) throws IOException {
        writeInstant(out, part.latest());
        int which = 0;
        for (Figure figure : Figure.values()) {
            which |= part.figures().get(figure) == 0 ? 0 : 1 << figure.ordinal();
        }
        out.writeInt(which);
        for (Figure figure : Figure.values()) {
            long value = part.figures().get(figure);
            if (value != 0) {
                out.writeLong(value);
            }
        }
        out.writeByte(part.covers().size());
        for (Coverage coverage : part.covers()) {
            out.writeUTF(coverage.topic());
            out.writeLong(coverage.first());
            out.writeLong(coverage.last());
            out.writeLong(coverage.events());
        }
    }

    private static FiguresPart readFigures(DataInputStream in, Cell cell, int partition) throws IOException {
        Instant latest = readInstant(in);
        int which = in.readInt();
        long[] values = Figures.zeros();
        for (int i = 0; i < values.length; i++) {
            if ((which & 1 << i) != 0) {
                values[i] = in.readLong();
            }
        }
        int size = in.readByte();
        var covers = new ArrayList<Coverage>(size);
        for (int i = 0; i < size; i++) {
            covers.add(new Coverage(in.readUTF(), partition, in.readLong(), in.readLong(), in.readLong()));
        }
        return new FiguresPart(cell.board(), cell.row(), partition, Figures.of(values), covers, latest);
    }

    private static void writeStanding(DataOutputStream out, Standing standing) throws IOException {
        out.writeUTF(standing.campaignId());
        out.writeUTF(standing.activityId());
        writeParticipant(out, standing.who());
        out.writeInt(standing.score());
        out.writeInt(standing.maxScore());
        out.writeInt(standing.percent());
        out.writeLong(standing.seconds());
        writeInstant(out, standing.at());
        out.writeLong(standing.offset());
    }

    private static Standing readStanding(DataInputStream in) throws IOException {
        return new Standing(
                in.readUTF(),
                in.readUTF(),
                readParticipant(in),
                in.readInt(),
                in.readInt(),
                in.readInt(),
                in.readLong(),
                readInstant(in),
                in.readLong());
    }

    private static void writeParticipant(DataOutputStream out, Participant who) throws IOException {
        out.writeUTF(who.id());
        out.writeUTF(who.province());
        writeText(out, who.city());
        writeText(out, who.county());
        writeText(out, who.library());
        out.writeUTF(who.ageBand().name());
    }

    private static Participant readParticipant(DataInputStream in) throws IOException {
        return new Participant(
                in.readUTF(), in.readUTF(), readText(in), readText(in), readText(in), AgeBand.valueOf(in.readUTF()));
    }

    private static void writeInstant(DataOutputStream out, Instant instant) throws IOException {
        out.writeLong(instant.getEpochSecond());
        out.writeInt(instant.getNano());
    }

    private static Instant readInstant(DataInputStream in) throws IOException {
        return Instant.ofEpochSecond(in.readLong(), in.readInt());
    }

    private static void writeText(DataOutputStream out, @Nullable String text) throws IOException {
        out.writeBoolean(text != null);
        if (text != null) {
            out.writeUTF(text);
        }
    }

    private static @Nullable String readText(DataInputStream in) throws IOException {
        return in.readBoolean() ? in.readUTF() : null;
    }

    private static byte[] bytes(Writing writing) {
        var bytes = new ByteArrayOutputStream(256);
        try (var out = new DataOutputStream(bytes)) {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static <T> T read(byte[] bytes, Reading<T> reading) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return reading.from(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
