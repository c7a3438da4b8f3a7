package org.shuxiang.stats.figure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** What was added to a person's things and what was taken from them; what stayed is not counted again. */
final class Difference<T> {

    private final List<T> added = new ArrayList<>();
    private final List<T> removed = new ArrayList<>();
    private final List<T> kept = new ArrayList<>();

    Difference(Map<String, T> before, Map<String, T> after) {
        after.forEach((id, thing) -> (Objects.equals(before.get(id), thing) ? kept : added).add(thing));
        before.forEach((id, thing) -> {
            if (!Objects.equals(after.get(id), thing)) {
                removed.add(thing);
            }
        });
    }

    /** @param action takes each with 1 for what was added and -1 for what was removed */
    void forEach(BiConsumer<T, Integer> action) {
        added.forEach(thing -> action.accept(thing, 1));
        removed.forEach(thing -> action.accept(thing, -1));
    }

    /** The cells that are touched by what was added or removed and by nothing that stayed, each once. */
    void forEachNewlyTouched(Function<T, List<Cell>> cells, BiConsumer<Cell, Integer> action) {
        Set<Cell> by = touched(added, cells);
        Set<Cell> noMore = touched(removed, cells);
        for (T thing : kept) {
            List<Cell> staying = cells.apply(thing);
            staying.forEach(by::remove);
            staying.forEach(noMore::remove);
        }
        by.forEach(cell -> action.accept(cell, 1));
        noMore.forEach(cell -> action.accept(cell, -1));
    }

    private static <T> Set<Cell> touched(Collection<T> things, Function<T, List<Cell>> cells) {
        Set<Cell> touched = new HashSet<>();
        things.forEach(thing -> touched.addAll(cells.apply(thing)));
        return touched;
    }
}
