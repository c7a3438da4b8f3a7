package org.shuxiang.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shuxiang.testsupport.Records.hasKey;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shuxiang.contracts.AgeBand;
import org.shuxiang.contracts.EventJson;
import org.shuxiang.contracts.Participant;
import org.shuxiang.contracts.Sessions;
import org.shuxiang.contracts.campaign.CampaignTopics;
import org.shuxiang.contracts.campaign.PageVisited;
import org.shuxiang.testsupport.EventProbe;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** Visits, from the page to the log. */
@CampaignIT
class VisitIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_4_1 like Mac OS X) AppleWebKit/605.1.15"
            + " (KHTML, like Gecko) Version/17.4.1 Mobile/15E148 Safari/604.1";
    private static final String CRAWLER =
            "Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)";

    @Autowired
    private WebTestClient client;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private Callers callers;

    @Autowired
    private TurnableClock clock;

    private final String visitor = UUID.randomUUID().toString();
    private Joiner joiner;
    private EventProbe visits;

    @BeforeEach
    void listen() {
        joiner = new Joiner(client);
        visits = EventProbe.fromBeginning(CampaignTopics.VISITS.name());
    }

    @AfterEach
    void stop() {
        clock.turn(Duration.ZERO);
        visits.close();
    }

    @Test
    void putsAVisitIntoTheLog() {
        double before = counted("counted");
        accepted(send(visit("home"), PHONE, null));

        PageVisited event = logged();
        assertThat(event.campaignId()).isEqualTo(joiner.campaignId());
        assertThat(event.visitorId()).isEqualTo(visitor);
        assertThat(event.page()).isEqualTo("home");
        assertThat(event.participant()).isNull();
        assertThat(UUID.fromString(event.eventId()).version()).isEqualTo(7);
        assertThat(counted("counted")).isEqualTo(before + 1);
    }

    @Test
    void saysWhoItWasWhereTheyHaveJoined() {
        JsonNode joined = joiner.joined(joiner.request("来看看"));
        accepted(send(visit("quiz"), PHONE, joined.get("token").asString()));

        String id = joined.get("participantId").asString();
        assertThat(logged().participant())
                .isEqualTo(new Participant(id, "440000", "440300", "440305", "C-440300", AgeBand.FROM_18_TO_34));
    }

    @Test
    void countsAVisitOfNobodyWhereTheTokenSaysNothing() {
        String forgotten = joiner.joined(joiner.request("再见")).get("token").asString();
        client.delete()
                .uri("/api/campaign/participants/me")
                .headers(headers -> headers.setBearerAuth(forgotten))
                .exchange()
                .expectStatus()
                .isAccepted();
        List<String> tokens =
                List.of(forgotten, "nonsense", "", callers.withRole(Sessions.PARTICIPANT), callers.organiser());
        tokens.forEach(token -> accepted(send(visit("me"), PHONE, token)));

        assertThat(visits.records().stream().filter(hasKey(visitor)))
                .hasSize(tokens.size())
                .allSatisfy(record -> assertThat(EventJson.read(record.value(), PageVisited.class)
                                .participant())
                        .isNull());
    }

    @Test
    void passesOverACrawler() {
        double before = counted("bot");
        accepted(send(visit("home"), CRAWLER, null));
        accepted(send(visit("join"), PHONE, null));

        // the later one is there, and the earlier one would have been before it
        assertThat(logged().page()).isEqualTo("join");
        assertThat(counted("bot")).isEqualTo(before + 1);
    }

    @Test
    void namesTheFieldThatIsWrong() {
        refused("campaignId", null);
        refused("campaignId", "no-such-campaign");
        refused("visitorId", "somebody");
        refused("visitorId", null);
        refused("page", "console");
        refused("page", null);
    }

    @Test
    void refusesAVisitOfACampaignThatIsOver() {
        Map<String, Object> visit = visit("home");
        clock.turn(Duration.ofDays(60));
        send(visit, PHONE, null)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/campaign-not-open");
    }

    private Map<String, Object> visit(String page) {
        var visit = new HashMap<String, Object>();
        visit.put("campaignId", joiner.campaignId());
        visit.put("visitorId", visitor);
        visit.put("page", page);
        return visit;
    }

    private WebTestClient.ResponseSpec send(Map<String, Object> visit, String userAgent, @Nullable String token) {
        var request = client.post().uri("/api/campaign/visits").header(HttpHeaders.USER_AGENT, userAgent);
        if (token != null) {
            request.cookie(Sessions.PARTICIPANT_COOKIE, token);
        }
        return request.bodyValue(visit).exchange();
    }

    private void refused(String field, @Nullable Object value) {
        Map<String, Object> visit = visit("home");
        visit.put(field, value);
        send(visit, PHONE, null)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors.length()")
                .isEqualTo(1)
                .jsonPath("$.errors[0].field")
                .isEqualTo(field)
                .jsonPath("$.errors[0].messages.zh")
                .isNotEmpty();
    }

    private static void accepted(WebTestClient.ResponseSpec answer) {
        answer.expectStatus().isAccepted().expectBody().isEmpty();
    }

    private PageVisited logged() {
        return EventJson.read(visits.await(hasKey(visitor), SOON).value(), PageVisited.class);
    }

    private double counted(String outcome) {
        return meters.get("shuxiang.visits").tag("outcome", outcome).counter().count();
    }
}
