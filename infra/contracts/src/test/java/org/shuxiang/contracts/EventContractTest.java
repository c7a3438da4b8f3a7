package org.shuxiang.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shuxiang.contracts.EventSamples.Sample;
import org.shuxiang.contracts.campaign.CampaignEvent;
import org.shuxiang.contracts.campaign.FreezeEvent;
import org.shuxiang.contracts.campaign.LibraryRegistered;
import org.shuxiang.contracts.campaign.NicknameChosen;
import org.shuxiang.contracts.campaign.PageVisited;
import org.shuxiang.contracts.campaign.ParticipationEvent;
import org.shuxiang.contracts.quiz.AnswerSheetEvent;
import org.shuxiang.contracts.quiz.AttemptEvent;
import org.shuxiang.contracts.quiz.QuestionBankPublished;
import org.shuxiang.contracts.stats.BoardEvent;
import org.shuxiang.contracts.stats.PublicBoardEvent;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON of every event is a promise. A sample is never changed: an event grows by a field that may be missing, with a
 * sample of its own, and the old one has to be read for ever.
 */
class EventContractTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    static List<Sample> samples() {
        return EventSamples.all();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void writesTheSample(Sample sample) {
        String written = new String(EventJson.write(sample.event()), StandardCharsets.UTF_8);
        assertThat(written).isEqualTo(compact(golden(sample)));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void readsTheSample(Sample sample) {
        assertThat(read(sample, golden(sample))).isEqualTo(sample.event());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void passesOverWhatALaterVersionAdds(Sample sample) {
        String later = golden(sample).replaceFirst("\\{", "{\"addedLater\": {\"a\": [1]},");
        assertThat(read(sample, later)).isEqualTo(sample.event());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void refusesAnEventWithoutItsId(Sample sample) {
        String without = golden(sample).replaceFirst("\"eventId\"\\s*:\\s*\"[^\"]*\",", "");
        assertThatThrownBy(() -> read(sample, without)).isInstanceOf(UnreadableEventException.class);
        String empty = golden(sample).replaceFirst("\"eventId\"\\s*:\\s*\"[^\"]*\"", "\"eventId\": null");
        assertThatThrownBy(() -> read(sample, empty)).isInstanceOf(UnreadableEventException.class);
    }

    @Test
    void refusesWhatIsNoEvent() {
        for (String json : List.of("", "null", "[]", "{}", "{\"type\":\"NobodyKnows\"}", "\u0000")) {
            assertThatThrownBy(() -> EventJson.read(json.getBytes(StandardCharsets.UTF_8), ParticipationEvent.class))
                    .as(json)
                    .isInstanceOf(UnreadableEventException.class);
        }
    }

    @Test
    void hasASampleOfEveryEvent() {
        var kinds = new TreeSet<String>();
        Stream.of(
                        CampaignEvent.class,
                        LibraryRegistered.class,
                        NicknameChosen.class,
                        PageVisited.class,
                        ParticipationEvent.class,
                        SignedOutEverywhere.class,
                        AnswerSheetEvent.class,
                        AttemptEvent.class,
                        QuestionBankPublished.class,
                        BoardEvent.class,
                        PublicBoardEvent.class,
                        FreezeEvent.class)
                .flatMap(parent -> parent.isSealed()
                        ? Arrays.stream(Objects.requireNonNull(parent.getPermittedSubclasses()))
                        : Stream.of(parent))
                .map(Class::getSimpleName)
                .forEach(kinds::add);
        assertThat(samples().stream().map(Sample::name).distinct()).containsExactlyInAnyOrderElementsOf(kinds);
    }

    private static Event read(Sample sample, String json) {
        return EventJson.read(json.getBytes(StandardCharsets.UTF_8), sample.parent());
    }

    private static String compact(String json) {
        return JSON.writeValueAsString(JSON.readTree(json));
    }

    private static String golden(Sample sample) {
        String path = "/samples/" + sample.file() + ".json";
        try (InputStream file = Objects.requireNonNull(EventContractTest.class.getResourceAsStream(path), path)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
