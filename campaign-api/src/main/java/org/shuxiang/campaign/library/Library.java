package org.shuxiang.campaign.library;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.shuxiang.contracts.campaign.LibraryLevel;

/**
 * A public library.
 *
 * @param region GB/T 2260 code of where it is
 * @param parent code of the library above it, or null at the top
 * @param inhabitants how many people live where it serves, or null when nobody said
 * @param readers how many readers are registered with it, or null when nobody said
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Library(
        String code,
        String name,
        LibraryLevel level,
        String region,
        @Nullable String parent,
        @Nullable Long inhabitants,
        @Nullable Long readers) {

    /** One of which nobody said how many people it serves. */
    public Library(String code, String name, LibraryLevel level, String region, @Nullable String parent) {
        this(code, name, level, region, parent, null, null);
    }
}
