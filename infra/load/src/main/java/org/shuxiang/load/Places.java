package org.shuxiang.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Libraries that people choose. Some have many more readers than others: the n-th in a shuffled order 1/(n + 10) of
 * them.
 */
public final class Places {

    private static final int PROVINCIAL = 32;
    private static final int OF_CITIES = 202;
    private static final int OF_COUNTIES = 214;
    private static final int EVEN = 10;
    private static final long SEED = 20260216;

    private final List<Place> places;
    private final double[] upTo;

    private Places(List<Place> places) {
        var shuffled = new ArrayList<>(places);
        Collections.shuffle(shuffled, new Random(SEED));
        this.places = List.copyOf(shuffled);
        this.upTo = new double[places.size()];
        double sum = 0;
        for (int i = 0; i < upTo.length; i++) {
            sum += 1.0 / (i + EVEN);
            upTo[i] = sum;
        }
    }

    public record Place(
            String province,
            @Nullable String city,
            @Nullable String county,
            String library) {}

    /**
     * The libraries of the campaigns' own report, 32 of provinces, 202 of cities and 214 of counties, laid over the
     * regions of GB/T 2260.
     */
    public static Places ofTheReport() {
        List<CSVRecord> regions = table("/regions/regions.csv");
        Map<String, String> parents = parents(regions);
        List<String> cities = codes(regions, "CITY");
        List<Place> places = new ArrayList<>();
        for (String province : codes(regions, "PROVINCE").subList(0, PROVINCIAL)) {
            places.add(new Place(province, null, null, "P-" + province));
        }
        for (String city : spread(cities, OF_CITIES)) {
            places.add(new Place(parent(parents, city), city, null, "C-" + city));
        }
        List<String> counties = codes(regions, "COUNTY").stream()
                .filter(county -> cities.contains(parents.get(county)))
                .toList();
        for (String county : spread(counties, OF_COUNTIES)) {
            String city = parent(parents, county);
            places.add(new Place(parent(parents, city), city, county, "K-" + county));
        }
        return new Places(places);
    }

    /** The libraries that a fresh system comes with. */
    public static Places ofTheDemo() {
        Map<String, String> parents = parents(table("/regions/regions.csv"));
        List<Place> places = new ArrayList<>();
        for (CSVRecord library : table("/demo/libraries.csv")) {
            String region = library.get("行政区划代码");
            String above = parent(parents, region);
            switch (library.get("级别")) {
                case "省级" -> places.add(new Place(region, null, null, library.get("编号")));
                case "市级" -> places.add(new Place(above, region, null, library.get("编号")));
                default -> {} // a county of a province without cities would have to be told apart
            }
        }
        return new Places(places);
    }

    private static Map<String, String> parents(List<CSVRecord> regions) {
        Map<String, String> parents = new HashMap<>();
        regions.forEach(region -> parents.put(region.get("code"), region.get("parent")));
        return parents;
    }

    private static List<CSVRecord> table(String resource) {
        try (@Nullable InputStream file = Places.class.getResourceAsStream(resource);
                var reader = new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8)) {
            return CSVFormat.DEFAULT
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(reader)
                    .getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> codes(List<CSVRecord> regions, String level) {
        return regions.stream()
                .filter(region -> region.get("level").equals(level))
                .map(region -> region.get("code"))
                .toList();
    }

    /** So many of them, from all over the list. */
    private static List<String> spread(List<String> codes, int count) {
        List<String> some = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            some.add(codes.get(i * codes.size() / count));
        }
        return some;
    }

    private static String parent(Map<String, String> parents, String code) {
        return Objects.requireNonNull(parents.get(code));
    }

    /** @param chance from 0 to 1, without 1 */
    public Place at(double chance) {
        double wanted = chance * upTo[upTo.length - 1];
        int i = 0;
        while (upTo[i] < wanted) {
            i++;
        }
        return places.get(i);
    }
}
