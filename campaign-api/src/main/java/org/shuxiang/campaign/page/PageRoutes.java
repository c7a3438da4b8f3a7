package org.shuxiang.campaign.page;

import static org.springframework.web.reactive.function.server.RequestPredicates.GET;
import static org.springframework.web.reactive.function.server.RouterFunctions.resources;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.shuxiang.platform.problem.ProblemException;
import org.shuxiang.platform.problem.ProblemType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.WebFilter;
import reactor.core.publisher.Mono;

/** One page for readers and one for staff; which view it shows, the page's own router decides. */
@Configuration(proxyBeanMethods = false)
class PageRoutes {

    private static final String POLICY = String.join(
            "; ",
            "default-src 'self'",
            "img-src 'self' data: blob:",
            "worker-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'");
    /** The console's component library sets style attributes. */
    private static final String CONSOLE_POLICY = POLICY + "; style-src 'self' 'unsafe-inline'";

    private static final List<String> READERS = List.of(
            "/",
            "/index.html",
            "/join",
            "/quiz",
            "/quiz/**",
            "/results",
            "/results/**",
            "/boards",
            "/me",
            "/poster",
            "/poster/**");
    private static final List<String> STAFF = List.of("/console", "/console.html", "/console/**");
    private static final CacheControl A_YEAR =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    @Bean
    RouterFunction<ServerResponse> pages() {
        return Stream.concat(
                        READERS.stream().map(path -> page(path, "static/index.html")),
                        STAFF.stream().map(path -> page(path, "static/console.html")))
                .reduce(RouterFunction::and)
                .orElseThrow();
    }

    /** The build puts a hash of the content into these names. */
    @Bean
    RouterFunction<ServerResponse> assets() {
        return resources("/assets/**", new PackedResource("static/assets/"), (file, headers) -> {
            headers.setCacheControl(A_YEAR);
            headers.remove(HttpHeaders.PRAGMA);
            headers.remove(HttpHeaders.EXPIRES);
        });
    }

    /** Whoever follows a wrong link in a browser sees our page that says so, and not JSON. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    RouterFunction<ServerResponse> lostPage() {
        return RouterFunctions.route(
                GET("/{*path}")
                        .and(request -> request.headers().accept().contains(MediaType.TEXT_HTML))
                        .and(RequestPredicates.path("/api/**").negate())
                        .and(RequestPredicates.path("/actuator/**").negate())
                        .and(request -> !request.path().contains(".")),
                request -> html("static/index.html", HttpStatus.NOT_FOUND));
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE + 100)
    WebFilter contentSecurityPolicy() {
        return (exchange, chain) -> {
            String path = exchange.getRequest().getPath().value();
            if (!path.startsWith("/api/")) {
                String policy = path.startsWith("/console") ? CONSOLE_POLICY : POLICY;
                exchange.getResponse().getHeaders().set("Content-Security-Policy", policy);
            }
            return chain.filter(exchange);
        };
    }

    private static RouterFunction<ServerResponse> page(String path, String file) {
        return RouterFunctions.route(GET(path), request -> html(file, HttpStatus.OK));
    }

    private static Mono<ServerResponse> html(String file, HttpStatus status) {
        Resource page = new PackedResource(file);
        return page.exists()
                ? ServerResponse.status(status)
                        .contentType(MediaType.TEXT_HTML)
                        .cacheControl(CacheControl.noCache())
                        .bodyValue(page)
                : Mono.error(ProblemException.of(ProblemType.NOT_FOUND));
    }
}
