package org.shuxiang.campaign.library;

import org.jspecify.annotations.Nullable;
import org.shuxiang.contracts.campaign.LibraryLevel;

/**
 * A public library.
 *
 * @param region GB/T 2260 code of where it is
 * @param parent code of the library above it, or null at the top
 */
public record Library(
        String code,
        String name,
        LibraryLevel level,
        String region,
        @Nullable String parent) {}
