package org.shuxiang.campaign.library;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which library is under which. */
public final class LibraryTree {

    private final Map<String, Library> byCode = new HashMap<>();

    public LibraryTree(Collection<Library> libraries) {
        libraries.forEach(library -> byCode.put(library.code(), library));
    }

    /** Whether the library is that root or somewhere under it; a cycle ends the search. */
    public boolean isWithin(String code, String root) {
        var seen = new HashSet<String>();
        for (@Nullable String at = code; at != null && seen.add(at); at = parentOf(at)) {
            if (at.equals(root)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the library is among its own ancestors. */
    public boolean isInCycle(String code) {
        var seen = new HashSet<String>(Set.of(code));
        for (@Nullable String at = parentOf(code); at != null; at = parentOf(at)) {
            if (at.equals(code)) {
                return true;
            }
            if (!seen.add(at)) {
                return false;
            }
        }
        return false;
    }

    private @Nullable String parentOf(String code) {
        Library library = byCode.get(code);
        return library == null ? null : library.parent();
    }
}
