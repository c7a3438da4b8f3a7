package org.shuxiang.campaign.library;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.shuxiang.contracts.campaign.LibraryRegistered;

/** All libraries in this instance's memory, by what the log says of them. */
public final class LibraryDirectory {

    private final Map<String, Library> byCode = new ConcurrentHashMap<>();

    /** Takes what the log says of a library; null: it is no more. */
    public void apply(String code, @Nullable LibraryRegistered event) {
        if (event == null) {
            byCode.remove(code);
        } else {
            byCode.put(
                    code,
                    new Library(
                            event.code(),
                            event.name(),
                            event.level(),
                            event.region(),
                            event.parent(),
                            event.inhabitants(),
                            event.readers()));
        }
    }

    public Optional<Library> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** By rank, then by code. */
    public List<Library> all() {
        return byCode.values().stream()
                .sorted(Comparator.comparing(Library::level).thenComparing(Library::code))
                .toList();
    }

    public LibraryTree tree() {
        Collection<Library> libraries = byCode.values();
        return new LibraryTree(libraries);
    }
}
