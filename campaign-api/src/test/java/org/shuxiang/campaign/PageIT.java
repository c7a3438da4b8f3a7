package org.shuxiang.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The pages' files over HTTP, with stand-ins for the built pages. */
@CampaignIT
class PageIT {

    @Autowired
    private WebTestClient client;

    @LocalServerPort
    private int port;

    @Test
    void showsThePageOfTheReadersAtEachOfItsAddresses() {
        for (String path : new String[] {
            "/", "/index.html", "/join", "/quiz/xinchun-dati-2026", "/results/a/b", "/boards", "/me", "/poster/440000"
        }) {
            shows(path, "<title>readers</title>");
        }
        for (String path : new String[] {"/console", "/console/drafts/chunjie-2026"}) {
            shows(path, "<title>staff</title>");
        }
    }

    @Test
    void letsBrowsersKeepWhatHasAHashInItsName() {
        client.get()
                .uri("/assets/app-0a1b2c3d.js")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .value(HttpHeaders.CACHE_CONTROL, value -> assertThat(value).contains("max-age=31536000", "immutable"));
    }

    @Test
    void compressesWhatIsText() throws Exception {
        // the test client unpacks silently
        try (var plain = HttpClient.newHttpClient()) {
            for (String path : new String[] {"/assets/app-0a1b2c3d.js", "/api/campaign/regions/provinces"}) {
                var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header(HttpHeaders.ACCEPT_ENCODING, "gzip")
                        .build();
                var response = plain.send(request, HttpResponse.BodyHandlers.ofByteArray());
                assertThat(response.headers().firstValue(HttpHeaders.CONTENT_ENCODING))
                        .as(path)
                        .contains("gzip");
                assertThat(new GZIPInputStream(new ByteArrayInputStream(response.body())).readAllBytes())
                        .hasSizeGreaterThan(3 * response.body().length);
            }
        }
    }

    @Test
    void knowsNoPageElsewhere() {
        client.get().uri("/nowhere").exchange().expectStatus().isNotFound();
        client.get().uri("/assets/missing.js").exchange().expectStatus().isNotFound();
        client.get().uri("/assets/..%2findex.html").exchange().expectStatus().is4xxClientError();
    }

    @Test
    void answersThatRegionsAreStillTheSame() {
        String tag = Objects.requireNonNull(client.get()
                .uri("/api/campaign/regions/provinces")
                .exchange()
                .expectBody()
                .returnResult()
                .getResponseHeaders()
                .getETag());
        client.get()
                .uri("/api/campaign/regions/provinces")
                .header(HttpHeaders.IF_NONE_MATCH, tag)
                .exchange()
                .expectStatus()
                .isNotModified();
    }

    private void shows(String path, String part) {
        client.get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(HttpHeaders.CACHE_CONTROL, "no-cache")
                .expectHeader()
                .value(
                        "Content-Security-Policy",
                        policy -> assertThat(policy)
                                .contains("default-src 'self'", "object-src 'none'", "frame-ancestors 'none'")
                                .doesNotContain("unsafe-eval"))
                .expectBody(String.class)
                .value(body -> assertThat(body).contains(part));
    }
}
