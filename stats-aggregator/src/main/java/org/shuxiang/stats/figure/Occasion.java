package org.shuxiang.stats.figure;

import java.time.Instant;
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
        ChinaTime time = ChinaTime.of(at);
        cells.add(cell(activity, Dimension.WHOLE, null, null, BoardKey.WHOLE));
        cells.add(cell(activity, Dimension.DAY, null, null, time.day()));
        cells.add(cell(activity, Dimension.HOUR, null, null, time.hour()));
        cells.add(cell(activity, Dimension.MINUTE, null, time.hour(), time.minute()));
        if (who == null) {
            return;
        }
        cells.add(cell(activity, Dimension.PROVINCE, null, null, who.province()));
        cells.add(cell(activity, Dimension.DAY, who.province(), null, time.day()));
        cells.add(cell(activity, Dimension.HOUR, who.province(), null, time.hour()));
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
            cells.add(cell(activity, Dimension.DAY, library, null, time.day()));
        }
    }

    private Cell cell(
            @Nullable String activity, Dimension dimension, @Nullable String place, @Nullable String part, String row) {
        return new Cell(new BoardKey(campaignId, activity, dimension, place, part), row);
    }
}
