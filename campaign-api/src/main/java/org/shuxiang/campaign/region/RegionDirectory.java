package org.shuxiang.campaign.region;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** All regions, in memory. */
public final class RegionDirectory {

    private static final CSVFormat CSV = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setTrim(true)
            .get();

    private final Map<String, Region> byCode = new LinkedHashMap<>();
    private final Map<String, List<Region>> children = new LinkedHashMap<>();
    private final List<Province> provinces = new ArrayList<>();

    private RegionDirectory() {}

    /** The directory that comes with the service. */
    public static RegionDirectory load() {
        var directory = new RegionDirectory();
        for (CSVRecord row : read("/regions/regions.csv")) {
            var region = new Region(
                    row.get("code"),
                    row.get("name"),
                    RegionLevel.valueOf(row.get("level")),
                    row.get("parent").isEmpty() ? null : row.get("parent"));
            directory.byCode.put(region.code(), region);
            @Nullable String parent = region.parent();
            if (parent != null) {
                directory
                        .children
                        .computeIfAbsent(parent, code -> new ArrayList<>())
                        .add(region);
            }
        }
        for (CSVRecord row : read("/regions/provinces.csv")) {
            String code = row.get("code");
            directory.provinces.add(new Province(
                    code,
                    directory
                            .find(code)
                            .orElseThrow(() -> new IllegalStateException("no region " + code))
                            .name(),
                    row.get("shortName"),
                    row.get("englishName"),
                    row.get("pinyin"),
                    number(row.get("gridColumn")),
                    number(row.get("gridRow")),
                    row.get("inhabitants").isEmpty() ? null : Long.valueOf(row.get("inhabitants"))));
        }
        return directory;
    }

    public Optional<Region> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** In the order of their codes; empty for one that has none, and for an unknown one. */
    public List<Region> children(String code) {
        return List.copyOf(children.getOrDefault(code, List.of()));
    }

    List<Province> provinces() {
        return List.copyOf(provinces);
    }

    /** Changes when any region does. */
    int fingerprint() {
        return (byCode.values() + "" + provinces).hashCode();
    }

    /** Whether the region is that ancestor or lies in it. */
    public boolean isWithin(String code, String ancestor) {
        for (@Nullable Region region = byCode.get(code); region != null; region = parentOf(region)) {
            if (region.code().equals(ancestor)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Which link of the chain province, city, county is broken; empty when it holds. A county that its province
     * administers itself (a municipality's districts, 济源, 石河子) comes without a city.
     *
     * @return {@code province}, {@code city} or {@code county}
     */
    public Optional<String> brokenLink(String province, @Nullable String city, @Nullable String county) {
        if (!is(province, RegionLevel.PROVINCE, null)) {
            return Optional.of("province");
        }
        if (city != null && !is(city, RegionLevel.CITY, province)) {
            return Optional.of("city");
        }
        if (county != null && !is(county, RegionLevel.COUNTY, city == null ? province : city)) {
            return Optional.of("county");
        }
        return Optional.empty();
    }

    private boolean is(String code, RegionLevel level, @Nullable String parent) {
        Region region = byCode.get(code);
        if (region == null || region.level() != level) {
            return false;
        }
        return parent == null ? region.parent() == null : parent.equals(region.parent());
    }

    private @Nullable Region parentOf(Region region) {
        @Nullable String parent = region.parent();
        return parent == null ? null : byCode.get(parent);
    }

    private static @Nullable Integer number(String text) {
        return text.isEmpty() ? null : Integer.valueOf(text);
    }

    private static List<CSVRecord> read(String resource) {
        try (@Nullable InputStream file = RegionDirectory.class.getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalStateException("no resource " + resource);
            }
            return CSV.parse(new InputStreamReader(file, StandardCharsets.UTF_8))
                    .getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
