package org.shuxiang.campaign.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.shuxiang.contracts.campaign.LibraryLevel;

class LibraryTreeTest {

    private final LibraryTree tree = new LibraryTree(List.of(
            library("NLC", null),
            library("P-44", "NLC"),
            library("C-4403", "P-44"),
            library("P-11", "NLC"),
            library("A", "B"),
            library("B", "C"),
            library("C", "B")));

    @Test
    void inheritsRightsDownTheTreeAndNowhereElse() {
        assertThat(tree.isWithin("C-4403", "P-44")).isTrue();
        assertThat(tree.isWithin("C-4403", "NLC")).isTrue();
        assertThat(tree.isWithin("P-44", "P-44")).isTrue();
        assertThat(tree.isWithin("P-44", "C-4403")).isFalse();
        assertThat(tree.isWithin("P-11", "P-44")).isFalse();
        assertThat(tree.isWithin("unknown", "NLC")).isFalse();
    }

    @Test
    void findsCyclesAndIsNotCaughtInThem() {
        assertThat(tree.isInCycle("B")).isTrue();
        assertThat(tree.isInCycle("C")).isTrue();
        assertThat(tree.isInCycle("A")).isFalse();
        assertThat(tree.isInCycle("C-4403")).isFalse();
        assertThat(tree.isWithin("A", "NLC")).isFalse();
    }

    private static Library library(String code, @Nullable String parent) {
        return new Library(code, code, LibraryLevel.CITY, "440000", parent);
    }
}
