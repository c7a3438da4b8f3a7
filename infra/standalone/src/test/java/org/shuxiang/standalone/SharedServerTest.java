package org.shuxiang.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Mono;

class SharedServerTest {

    private static final Service SERVICE = new Service("campaign-api", Object.class, "/", Set.of());

    /**
     * A page sends its next request when it has the last byte of an answer, which may be before the server is done with
     * it. Reactor Netty up to 1.3.7 then never read from that connection again (its issue 4361).
     */
    @Test
    void keepsReadingFromAConnectionWhoseRequestsOverlap() throws IOException {
        try (var server = new SharedServer(0, List.of(SERVICE))) {
            server.mount(SERVICE, SharedServerTest::answer, () -> {
                throw new AssertionError("nobody asks for its health");
            });
            try (var browser = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
                browser.setSoTimeout(10_000);
                var answers =
                        new BufferedReader(new InputStreamReader(browser.getInputStream(), StandardCharsets.US_ASCII));
                send(browser, "/slow", "/quick");
                assertThat(statusOfNext(answers)).isEqualTo("HTTP/1.1 204 No Content");
                assertThat(statusOfNext(answers)).isEqualTo("HTTP/1.1 204 No Content");
                send(browser, "/quick");
                assertThat(statusOfNext(answers)).isEqualTo("HTTP/1.1 204 No Content");
            }
        }
    }

    private static Mono<Void> answer(ServerHttpRequest request, ServerHttpResponse response) {
        response.setRawStatusCode(204);
        return request.getPath().value().equals("/slow")
                ? Mono.delay(Duration.ofMillis(100)).then(response.setComplete())
                : response.setComplete();
    }

    private static void send(Socket browser, String... paths) throws IOException {
        var requests = new StringBuilder();
        for (String path : paths) {
            requests.append("GET ").append(path).append(" HTTP/1.1\r\nHost: localhost\r\n\r\n");
        }
        browser.getOutputStream().write(requests.toString().getBytes(StandardCharsets.US_ASCII));
    }

    private static String statusOfNext(BufferedReader answers) throws IOException {
        String status = answers.readLine();
        while (!answers.readLine().isEmpty()) {
            // headers, which are of no interest; there is no body
        }
        return status;
    }
}
