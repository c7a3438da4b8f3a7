package org.shuxiang.stats.figure;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuxiang.contracts.Participant;
import org.shuxiang.contracts.stats.BoardKey;
import org.shuxiang.contracts.stats.Dimension;

/**
 * Who did something where and when: it says into which cells that goes.
 *
 * @param activityId null for what belongs to no activity
 * @param who null for somebody who has not joined
 */
record Occasion(
        String campaignId,
        @Nullable String activityId,
        @Nullable Participant who,
        Instant at) {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd");
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    /** Those of the campaign and, where there is one, of the activity. */
    List<Cell> cells() {
        var cells = new ArrayList<Cell>();
        addTo(cells, null);
        if (activityId != null) {
            addTo(cells, activityId);
        }
        return cells;
    }

    private void addTo(List<Cell> cells, @Nullable String activity) {
        LocalDateTime time = LocalDateTime.ofInstant(at, CHINA);
        String day = DAY.format(time);
        String hour = HOUR.format(time);
        cells.add(cell(activity, Dimension.WHOLE, null, null, BoardKey.WHOLE));
        cells.add(cell(activity, Dimension.DAY, null, null, day));
        cells.add(cell(activity, Dimension.HOUR, null, null, hour));
        cells.add(cell(activity, Dimension.MINUTE, null, hour, MINUTE.format(time)));
        if (who == null) {
            return;
        }
        cells.add(cell(activity, Dimension.PROVINCE, null, null, who.province()));
        cells.add(cell(activity, Dimension.DAY, who.province(), null, day));
        cells.add(cell(activity, Dimension.HOUR, who.province(), null, hour));
        cells.add(cell(activity, Dimension.AGE_BAND, null, null, who.ageBand().name()));
        cells.add(cell(
                activity,
                Dimension.AGE_BAND,
                who.province(),
                null,
                who.ageBand().name()));
        @Nullable String city = who.city();
        if (city != null) {
            cells.add(cell(activity, Dimension.CITY, who.province(), null, city));
        }
        @Nullable String county = who.county();
        if (county != null && city != null) {
            cells.add(cell(activity, Dimension.COUNTY, city, null, county));
        }
        @Nullable String library = who.library();
        if (library != null) {
            cells.add(cell(activity, Dimension.LIBRARY, null, null, library));
            cells.add(cell(activity, Dimension.DAY, library, null, day));
        }
    }

    private Cell cell(
            @Nullable String activity, Dimension dimension, @Nullable String place, @Nullable String part, String row) {
        return new Cell(new BoardKey(campaignId, activity, dimension, place, part), row);
    }
}
