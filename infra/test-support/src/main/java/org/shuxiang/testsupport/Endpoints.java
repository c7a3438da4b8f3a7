package org.shuxiang.testsupport;

import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import reactor.core.publisher.Mono;

/** What a service answers to, as Spring knows it: controllers and functional routes under {@code /api/}. */
public final class Endpoints {

    private static final String API = "/api/";

    private Endpoints() {}

    /**
     * An endpoint.
     *
     * @param pattern of its path, such as {@code /api/quiz/banks/{bankId}}
     */
    public record Endpoint(HttpMethod method, String pattern) {

        @Override
        public String toString() {
            return method + " " + pattern;
        }
    }

    /** All endpoints of an application context, by path and method. */
    public static SortedSet<Endpoint> of(ListableBeanFactory context) {
        var endpoints = new TreeSet<>(Comparator.comparing(Endpoint::pattern)
                .thenComparing(endpoint -> endpoint.method().name()));
        context.getBeansOfType(RequestMappingHandlerMapping.class)
                .values()
                .forEach(mapping -> mapping.getHandlerMethods().keySet().forEach(info -> {
                    for (var pattern : info.getPatternsCondition().getPatterns()) {
                        for (var method : info.getMethodsCondition().getMethods()) {
                            endpoints.add(new Endpoint(method.asHttpMethod(), pattern.getPatternString()));
                        }
                    }
                }));
        context.getBeansOfType(RouterFunction.class).values().forEach(route -> route.accept(new Walk(endpoints)));
        endpoints.removeIf(endpoint -> !endpoint.pattern().startsWith(API));
        return endpoints;
    }

    private static final class Walk implements RouterFunctions.Visitor {

        private final Set<Endpoint> endpoints;

        Walk(Set<Endpoint> endpoints) {
            this.endpoints = endpoints;
        }

        @Override
        public void route(RequestPredicate predicate, HandlerFunction<?> handler) {
            var seen = new Predicates();
            predicate.accept(seen);
            seen.methods.forEach(method -> endpoints.add(new Endpoint(method, seen.path)));
        }

        @Override
        public void startNested(RequestPredicate predicate) {
            throw new IllegalStateException("nested routes are not understood yet");
        }

        @Override
        public void endNested(RequestPredicate predicate) {}

        @Override
        public void resources(Function<ServerRequest, Mono<Resource>> lookup) {}

        @Override
        public void attributes(Map<String, Object> attributes) {}

        @Override
        public void unknown(RouterFunction<?> route) {}
    }

    private static final class Predicates implements RequestPredicates.Visitor {

        private Set<HttpMethod> methods = Set.of();
        private String path = "";

        @Override
        public void method(Set<HttpMethod> found) {
            methods = found;
        }

        @Override
        public void path(String pattern) {
            path = pattern;
        }

        @Override
        public void header(String name, String value) {}

        @Override
        public void queryParam(String name, String value) {}

        @Override
        public void version(String version) {}

        @Override
        @Deprecated
        public void pathExtension(String extension) {}

        @Override
        public void startAnd() {}

        @Override
        public void and() {}

        @Override
        public void endAnd() {}

        @Override
        public void startOr() {}

        @Override
        public void or() {}

        @Override
        public void endOr() {}

        @Override
        public void startNegate() {}

        @Override
        public void endNegate() {}

        @Override
        public void unknown(RequestPredicate predicate) {}
    }
}
