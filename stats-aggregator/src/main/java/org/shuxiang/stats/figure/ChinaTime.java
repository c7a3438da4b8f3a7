package org.shuxiang.stats.figure;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * A minute in China as boards name it.
 *
 * @param epochMinute since 1970
 * @param day such as {@code 2027-02-05}
 * @param hour such as {@code 2027-02-05T20}
 * @param minute such as {@code 2027-02-05T20:05}
 */
record ChinaTime(long epochMinute, String day, String hour, String minute) {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd");
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    /** Those asked for last: formatting takes longer than all the adding up. */
    private static final AtomicReferenceArray<ChinaTime> RECENT = new AtomicReferenceArray<>(1024);

    static ChinaTime of(Instant at) {
        long epochMinute = Math.floorDiv(at.getEpochSecond(), TimeUnit.MINUTES.toSeconds(1));
        int place = Math.floorMod(epochMinute, RECENT.length());
        ChinaTime known = RECENT.get(place);
        if (known == null || known.epochMinute != epochMinute) {
            LocalDateTime time = LocalDateTime.ofInstant(at, ZONE);
            known = new ChinaTime(epochMinute, DAY.format(time), HOUR.format(time), MINUTE.format(time));
            RECENT.set(place, known);
        }
        return known;
    }
}
