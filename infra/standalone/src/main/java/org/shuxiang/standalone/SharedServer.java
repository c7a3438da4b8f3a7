package org.shuxiang.standalone;

import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.util.concurrent.DefaultEventExecutor;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.boot.health.actuate.endpoint.CompositeHealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.contributor.Status;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.ChannelBindException;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.resources.LoopResources;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one server in front of all services. It hands a request to the service with the longest prefix of its path, and
 * answers {@code GET /actuator/health} for all of them: 200 and {@code {"status":"UP","components":{"quiz-service":…}}}
 * when every service is up, else 503. A service that is not mounted yet answers 503 as problem+json with Retry-After.
 */
final class SharedServer implements AutoCloseable {

    private static final int MAX_HEADER_BYTES = 16 * 1024;
    private static final int WORTH_COMPRESSING_BYTES = 2_048;
    private static final Set<String> COMPRESSIBLE = Set.of(
            "text/html",
            "text/css",
            "text/javascript",
            "text/plain",
            "application/javascript",
            "application/json",
            "application/manifest+json",
            "image/svg+xml");
    private static final Duration IDLE = Duration.ofSeconds(75);
    private static final Duration LAST_REQUESTS = Duration.ofSeconds(2);
    private static final Duration HEALTH_IS_FRESH = Duration.ofSeconds(1);
    private static final JsonMapper JSON = new JsonMapper();

    private final List<Mount> mounts;
    /** One accepts and nothing else: a server that is busy answering would keep newcomers waiting until they give up. */
    private final LoopResources threads =
            LoopResources.create("shuxiang-http", 1, LoopResources.DEFAULT_IO_WORKER_COUNT, true);

    private final ChannelGroup connections = new DefaultChannelGroup(new DefaultEventExecutor());
    private final DisposableServer server;
    private final Mono<Health> health = Mono.fromCallable(this::askEverybody)
            .subscribeOn(Schedulers.boundedElastic())
            .cache(HEALTH_IS_FRESH);

    /**
     * Binds the port.
     *
     * @param port 0 for any free one
     * @throws StartFailure when the port is taken
     */
    SharedServer(int port, List<Service> services) {
        mounts = services.stream()
                .map(Mount::new)
                .sorted(Comparator.comparingInt((Mount mount) -> mount.prefix.size())
                        .reversed())
                .toList();
        try {
            // Its own threads: a context that is closed takes Reactor Netty's common ones with it.
            server = HttpServer.create()
                    .port(port)
                    .runOn(threads)
                    .channelGroup(connections)
                    .idleTimeout(IDLE)
                    .httpRequestDecoder(decoder -> decoder.maxHeaderSize(MAX_HEADER_BYTES))
                    .compress(SharedServer::isWorthCompressing)
                    .handle(this::handle)
                    .bindNow();
        } catch (ChannelBindException e) {
            threads.dispose();
            throw new StartFailure(
                    "端口 " + port + " 已被占用。请停止占用它的程序，或用 SHUXIANG_PORT 指定另一个端口。",
                    "Port " + port
                            + " is in use. Stop the program that uses it, or name another port with SHUXIANG_PORT.");
        }
    }

    int port() {
        return server.port();
    }

    /** From now on requests reach the service, and its health counts. */
    void mount(Service service, HttpHandler handler, Supplier<HealthDescriptor> health) {
        mounts.stream()
                .filter(mount -> mount.service.equals(service))
                .forEach(mount -> mount.ready = new Ready(new ReactorHttpHandlerAdapter(handler), health));
    }

    /** Takes no new requests, and gives those under way two seconds. */
    @Override
    public void close() {
        try {
            server.disposeNow(LAST_REQUESTS);
        } catch (IllegalStateException e) { // some have not ended, such as the streams of live figures
            var unused = connections.close();
        }
        threads.dispose();
    }

    void awaitClose() {
        server.onDispose().block();
    }

    private Publisher<Void> handle(HttpServerRequest request, HttpServerResponse response) {
        List<String> path = segments(request.uri());
        if (!path.isEmpty() && path.getFirst().equals("actuator")) {
            return path.equals(List.of("actuator", "health"))
                    ? health.flatMap(
                            answer -> answer(response, answer.isUp() ? 200 : 503, "application/json", answer.body()))
                    : problem(response, 404, "not-found", "没有找到", "Not found");
        }
        for (Mount mount : mounts) {
            if (path.size() >= mount.prefix.size()
                    && path.subList(0, mount.prefix.size()).equals(mount.prefix)) {
                Ready ready = mount.ready;
                return ready == null ? starting(response) : ready.adapter.apply(request, response);
            }
        }
        return problem(response, 404, "not-found", "没有找到", "Not found");
    }

    private static Mono<Void> starting(HttpServerResponse response) {
        response.header(HttpHeaderNames.RETRY_AFTER, "2");
        return problem(response, 503, "unavailable", "系统正在启动，请稍候。", "Starting, please wait.");
    }

    private static Mono<Void> problem(
            HttpServerResponse response, int status, String type, String chinese, String english) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "/problems/" + type);
        body.put("title", chinese);
        body.put("status", status);
        body.put("messages", Map.of("zh", chinese, "en", english));
        return answer(response, status, "application/problem+json", body);
    }

    private static Mono<Void> answer(HttpServerResponse response, int status, String contentType, Object body) {
        byte[] bytes = JSON.writeValueAsBytes(body);
        return response.status(HttpResponseStatus.valueOf(status))
                .header(HttpHeaderNames.CONTENT_TYPE, contentType)
                .header(HttpHeaderNames.CACHE_CONTROL, "no-store")
                .header(HttpHeaderNames.CONTENT_LENGTH, Integer.toString(bytes.length))
                .sendByteArray(Mono.just(bytes))
                .then();
    }

    private Health askEverybody() {
        Map<String, Object> components = new LinkedHashMap<>();
        boolean isUp = true;
        for (Mount mount : mounts) {
            Ready ready = mount.ready;
            Map<String, Object> answer =
                    ready == null ? Map.of("status", "OUT_OF_SERVICE") : shortly(ready.health.get());
            isUp &= Status.UP.getCode().equals(answer.get("status"));
            components.put(mount.service.name(), answer);
        }
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("status", isUp ? Status.UP.getCode() : Status.OUT_OF_SERVICE.getCode());
        all.put("components", components);
        return new Health(isUp, all);
    }

    /** The statuses and nothing else: this page is public. */
    private static Map<String, Object> shortly(HealthDescriptor health) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("status", code(health));
        if (health instanceof CompositeHealthDescriptor composite && composite.getComponents() != null) {
            Map<String, Object> parts = new TreeMap<>();
            composite.getComponents().forEach((name, part) -> parts.put(name, Map.of("status", code(part))));
            answer.put("components", parts);
        }
        return answer;
    }

    private static String code(HealthDescriptor health) {
        return health.getStatus().getCode();
    }

    /** Decoded as WebFlux decodes them, so that no spelling of a path gets past the routes. */
    private static List<String> segments(String uri) {
        int start = 0;
        if (!uri.startsWith("/")) { // absolute form, http://host/path
            int host = uri.indexOf("://");
            start = host < 0 ? uri.length() : Math.max(uri.indexOf('/', host + 3), 0);
        }
        int end = uri.length();
        for (char mark : new char[] {'?', '#'}) {
            int found = uri.indexOf(mark, start);
            end = found < 0 ? end : Math.min(end, found);
        }
        return PathContainer.parsePath(uri.substring(start, end)).elements().stream()
                .filter(PathContainer.PathSegment.class::isInstance)
                .map(segment -> ((PathContainer.PathSegment) segment).valueToMatch())
                .toList();
    }

    /** Slow rural networks: pages, scripts and lists travel compressed; small answers and event streams do not. */
    private static boolean isWorthCompressing(HttpServerRequest request, HttpServerResponse response) {
        @Nullable String type = response.responseHeaders().get(HttpHeaderNames.CONTENT_TYPE);
        if (type == null || !COMPRESSIBLE.contains(type.split(";", 2)[0].strip())) {
            return false;
        }
        @Nullable String length = response.responseHeaders().get(HttpHeaderNames.CONTENT_LENGTH);
        return length == null || Long.parseLong(length) >= WORTH_COMPRESSING_BYTES;
    }

    private static final class Mount {

        private final Service service;
        private final List<String> prefix;
        private volatile @Nullable Ready ready;

        private Mount(Service service) {
            this.service = service;
            this.prefix = segments(service.prefix());
        }
    }

    private record Health(boolean isUp, Map<String, Object> body) {}

    private record Ready(ReactorHttpHandlerAdapter adapter, Supplier<HealthDescriptor> health) {}
}
