package org.shuxiang.stats.board.stream;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shuxiang.contracts.stats.BoardKey;
import org.shuxiang.contracts.stats.Coverage;
import org.shuxiang.contracts.stats.Dimension;
import org.shuxiang.stats.board.Part;
import org.shuxiang.stats.board.Part.FiguresPart;
import org.shuxiang.stats.figure.Figures;
import org.shuxiang.stats.figure.Person;
import org.shuxiang.stats.figure.Standing;
import tools.jackson.databind.json.JsonMapper;

/**
 * How state is kept: JSON of this service alone, which a rebuild writes anew; and bytes for the parts of figures, some
 * thirty of which are read and written for each event.
 */
final class StateBytes {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    /** Never the first byte of a JSON object; another number when what follows changes. */
    private static final int FIGURES_1 = 1;

    private StateBytes() {}

    static byte[] write(Object state) {
        return state instanceof FiguresPart part ? writeFigures(part) : MAPPER.writeValueAsBytes(state);
    }

    static Person person(byte[] json) {
        return MAPPER.readValue(json, Person.class);
    }

    static Standing standing(byte[] json) {
        return MAPPER.readValue(json, Standing.class);
    }

    static Part part(byte[] bytes) {
        return bytes[0] == FIGURES_1 ? readFigures(bytes) : MAPPER.readValue(bytes, Part.class);
    }

    private static byte[] writeFigures(FiguresPart part) {
        var bytes = new ByteArrayOutputStream(256);
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(FIGURES_1);
            BoardKey board = part.board();
            out.writeUTF(board.campaignId());
            writeText(out, board.activityId());
            out.writeUTF(board.dimension().name());
            writeText(out, board.place());
            writeText(out, board.part());
            out.writeUTF(part.row());
            out.writeInt(part.partition());
            out.writeLong(part.latest().getEpochSecond());
            out.writeInt(part.latest().getNano());
            Map<String, Long> figures = part.figures().byKey();
            out.writeInt(figures.size());
            for (var figure : figures.entrySet()) {
                out.writeUTF(figure.getKey());
                out.writeLong(figure.getValue());
            }
            out.writeInt(part.covers().size());
            for (Coverage coverage : part.covers()) {
                out.writeUTF(coverage.topic());
                out.writeInt(coverage.partition());
                out.writeLong(coverage.first());
                out.writeLong(coverage.last());
                out.writeLong(coverage.events());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static FiguresPart readFigures(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes, 1, bytes.length - 1))) {
            var board = new BoardKey(
                    in.readUTF(), readText(in), Dimension.valueOf(in.readUTF()), readText(in), readText(in));
            String row = in.readUTF();
            int partition = in.readInt();
            Instant latest = Instant.ofEpochSecond(in.readLong(), in.readInt());
            Map<String, Long> figures = new HashMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                figures.put(in.readUTF(), in.readLong());
            }
            List<Coverage> covers = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                covers.add(new Coverage(in.readUTF(), in.readInt(), in.readLong(), in.readLong(), in.readLong()));
            }
            return new FiguresPart(board, row, partition, Figures.of(figures), covers, latest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
}
