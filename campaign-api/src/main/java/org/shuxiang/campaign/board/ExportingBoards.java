package org.shuxiang.campaign.board;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shuxiang.campaign.library.Library;
import org.shuxiang.campaign.library.LibraryDirectory;
import org.shuxiang.campaign.region.Region;
import org.shuxiang.campaign.region.RegionDirectory;
import org.shuxiang.contracts.AgeBand;
import org.shuxiang.contracts.EventJson;
import org.shuxiang.contracts.stats.BoardEvent;
import org.shuxiang.contracts.stats.BoardEvent.BoardUpdated;
import org.shuxiang.contracts.stats.BoardKey;
import org.shuxiang.contracts.stats.Dimension;
import org.shuxiang.contracts.stats.Figure;
import org.shuxiang.contracts.stats.PublicBoardEvent.PublicRow;
import org.shuxiang.platform.table.TableFormat;
import org.shuxiang.platform.table.Tables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Every figure of a campaign as a file: a sheet for each dimension, or one long table. */
public final class ExportingBoards {

    private static final List<String> PLACE_COLUMNS = List.of("活动", "维度", "范围", "分组", "编号", "名称");
    private static final String MEAN = "平均分";
    private static final List<String> HEADER = Stream.of(
                    PLACE_COLUMNS.stream(), Stream.of(Figure.values()).map(ExportingBoards::nameOf), Stream.of(MEAN))
            .flatMap(names -> names)
            .toList();

    private final BoardStore store;
    private final ShowingBoards showing;
    private final LibraryDirectory libraries;
    private final RegionDirectory regions;

    public ExportingBoards(
            BoardStore store, ShowingBoards showing, LibraryDirectory libraries, RegionDirectory regions) {
        this.store = store;
        this.showing = showing;
        this.libraries = libraries;
        this.regions = regions;
    }

    /** All figures as they are, but for the rankings, in which there are people. */
    public Mono<byte[]> toNational(String campaignId, TableFormat format) {
        return file(
                format,
                store.ofCampaign(Audience.NATIONAL, campaignId)
                        .publishOn(Schedulers.boundedElastic())
                        .map(json -> EventJson.read(json, BoardEvent.class))
                        .ofType(BoardUpdated.class)
                        .map(Board::of));
    }

    /** The libraries of a subtree, and the days of each, as their staff may see them. */
    public Mono<byte[]> toLibraryStaff(String campaignId, TableFormat format, String root) {
        var all = new BoardKey(campaignId, null, Dimension.LIBRARY, null, null);
        var tree = libraries.tree();
        Flux<Board> days = Flux.fromIterable(libraries.all())
                .map(Library::code)
                .filter(code -> tree.isWithin(code, root))
                .concatMap(code ->
                        showing.toLibraryStaff(new BoardKey(campaignId, null, Dimension.DAY, code, null), root));
        return file(format, Flux.concat(showing.toLibraryStaff(all, root), days));
    }

    private Mono<byte[]> file(TableFormat format, Flux<Board> boards) {
        return boards.publishOn(Schedulers.boundedElastic())
                .collect(
                        () -> new EnumMap<Dimension, List<List<Object>>>(Dimension.class),
                        (rows, board) -> rows.computeIfAbsent(board.dimension(), dimension -> new ArrayList<>())
                                .addAll(rows(board)))
                .map(rows -> format == TableFormat.CSV ? csv(rows) : workbook(rows));
    }

    private static byte[] workbook(Map<Dimension, List<List<Object>>> rows) {
        List<Tables.Sheet> sheets = rows.entrySet().stream()
                .map(entry -> new Tables.Sheet(nameOf(entry.getKey()), HEADER, entry.getValue()))
                .toList();
        return Tables.workbook(
                sheets.isEmpty() ? List.of(new Tables.Sheet(nameOf(Dimension.WHOLE), HEADER, List.of())) : sheets);
    }

    private static byte[] csv(Map<Dimension, List<List<Object>>> rows) {
        return Tables.write(
                TableFormat.CSV,
                "",
                HEADER,
                rows.values().stream()
                        .flatMap(List::stream)
                        .map(row -> row.stream().map(Object::toString).toList())
                        .toList());
    }

    private List<List<Object>> rows(Board board) {
        return board.rows().stream()
                .map(row -> {
                    var cells = new ArrayList<Object>();
                    cells.add(Objects.requireNonNullElse(board.activityId(), ""));
                    cells.add(nameOf(board.dimension()));
                    cells.add(placeOf(board.place()));
                    cells.add(Objects.requireNonNullElse(board.part(), ""));
                    cells.add(row.key());
                    cells.add(nameOf(board.dimension(), row.key()));
                    for (Figure figure : Figure.values()) {
                        cells.add(cell(row, figure));
                    }
                    cells.add(mean(row));
                    return (List<Object>) cells;
                })
                .toList();
    }

    private static Object cell(Board.Row row, Figure figure) {
        @Nullable List<String> hidden = row.hidden();
        return hidden != null && hidden.contains(figure.group().key())
                ? "少于 10 人"
                : row.figures().getOrDefault(figure.key(), 0L);
    }

    private static Object mean(Board.Row row) {
        long attempts = row.figures().getOrDefault(Figure.ATTEMPTS.key(), 0L);
        return attempts == 0
                ? ""
                : Math.round(10.0 * row.figures().getOrDefault(Figure.POINTS.key(), 0L) / attempts) / 10.0;
    }

    private String placeOf(@Nullable String place) {
        return place == null ? "" : placeName(place);
    }

    private String nameOf(Dimension dimension, String key) {
        return switch (dimension) {
            case PROVINCE, CITY, COUNTY, LIBRARY -> placeName(key);
            case AGE_BAND -> nameOf(AgeBand.valueOf(key));
            case WHOLE, DAY, HOUR, MINUTE, BEST_SCORE, BEST_SECONDS, RANKING -> "";
        };
    }

    private String placeName(String code) {
        if (code.equals(PublicRow.OTHERS)) {
            return "其余合计";
        }
        return regions.find(code)
                .map(Region::name)
                .or(() -> libraries.find(code).map(Library::name))
                .orElse(code);
    }

    private static String nameOf(AgeBand band) {
        return switch (band) {
            case UNDER_7 -> "6岁及以下";
            case FROM_7_TO_13 -> "7–13岁";
            case FROM_14_TO_17 -> "14–17岁";
            case FROM_18_TO_34 -> "18–34岁";
            case FROM_35_TO_59 -> "35–59岁";
            case FROM_60 -> "60岁及以上";
        };
    }

    private static String nameOf(Dimension dimension) {
        return switch (dimension) {
            case WHOLE -> "总览";
            case PROVINCE -> "省份";
            case CITY -> "城市";
            case COUNTY -> "区县";
            case LIBRARY -> "图书馆";
            case AGE_BAND -> "年龄段";
            case DAY -> "按日";
            case HOUR -> "按小时";
            case MINUTE -> "按分钟";
            case BEST_SCORE -> "最好成绩";
            case BEST_SECONDS -> "最好成绩用时";
            case RANKING -> "排行";
        };
    }

    private static String nameOf(Figure figure) {
        return switch (figure) {
            case VISITS -> "访问";
            case VISITORS -> "访客";
            case QUIZ_VISITORS -> "打开答题页的访客";
            case PARTICIPANTS -> "参加者";
            case ATTEMPTS -> "作答";
            case PLAYERS -> "答题读者";
            case POINTS -> "得分合计";
            case SCORES_0 -> "0–9分作答";
            case SCORES_10 -> "10–19分作答";
            case SCORES_20 -> "20–29分作答";
            case SCORES_30 -> "30–39分作答";
            case SCORES_40 -> "40–49分作答";
            case SCORES_50 -> "50–59分作答";
            case SCORES_60 -> "60–69分作答";
            case SCORES_70 -> "70–79分作答";
            case SCORES_80 -> "80–89分作答";
            case SCORES_90 -> "90–99分作答";
            case SCORES_100 -> "满分作答";
        };
    }
}
