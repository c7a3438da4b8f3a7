package org.shuxiang.campaign.participant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordFilterTest {

    private final WordFilter words = new WordFilter(List.of("官方", "admin", "customer service", ".com"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "官方",
                "我是官方",
                "官 方",
                "官-方",
                "官\u200b方",
                "【官】【方】",
                "Admin",
                "ＡＤＭＩＮ",
                "a.d.m.i.n",
                "CustomerService",
                "books.com",
                "books．com",
                "x .com"
            })
    void findsAWordHoweverItIsWritten(String nickname) {
        assertThat(words.blocks(nickname)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"小书虫", "官渡之战的方伯", "Comet", "welcome", "书香admi", "𠮷野家📚", ""})
    void letsOtherNamesPass(String nickname) {
        assertThat(words.blocks(nickname)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"深圳书友", "爱读书的小明", "Reader2026", "月下独酌"})
    void letsOrdinaryNamesPassTheListThatComesWithTheService(String nickname) {
        assertThat(WordFilter.load().blocks(nickname)).isFalse();
    }
}
