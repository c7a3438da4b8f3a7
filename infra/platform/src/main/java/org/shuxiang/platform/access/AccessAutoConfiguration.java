package org.shuxiang.platform.access;

import com.nimbusds.jose.jwk.ECKey;
import java.text.ParseException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shuxiang.contracts.SignedOutEverywhere;
import org.shuxiang.platform.log.TopicReplica;
import org.shuxiang.platform.log.TopicReplicas;
import org.shuxiang.platform.problem.ProblemException;
import org.shuxiang.platform.problem.ProblemType;
import org.shuxiang.platform.problem.Problems;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.ReactiveJwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.web.server.authentication.ServerBearerTokenAuthenticationConverter;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.authentication.ServerAuthenticationConverter;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.csrf.CookieServerCsrfTokenRepository;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Spring Security, told by the service's {@link AccessTable}. */
@AutoConfiguration
@EnableWebFluxSecurity
@EnableConfigurationProperties(TokenProperties.class)
@ConditionalOnBean(AccessTable.class)
class AccessAutoConfiguration {

    private static final String CSRF_COOKIE = "XSRF-TOKEN";

    @Bean
    SignOuts signOuts() {
        return new SignOuts();
    }

    @Bean
    TopicReplica<SignedOutEverywhere> signOutsReplica(TopicReplicas replicas, SignOuts signOuts) {
        return replicas.follow(SignedOutEverywhere.TOPIC, signOuts::apply);
    }

    @Bean
    ReactiveJwtDecoder verifiedTokens(TokenProperties properties, SignOuts signOuts, Clock clock) {
        ECKey key;
        try {
            key = ECKey.parse(properties.publicKey()).toPublicJWK();
        } catch (ParseException e) {
            throw new IllegalArgumentException("shuxiang.tokens.public-key is no EC key in JWK form", e);
        }
        var verifier = NimbusReactiveJwtDecoder.withJwkSource(jwt -> Flux.just(key))
                .jwsAlgorithm(SignatureAlgorithm.ES256)
                .build();
        return new VerifiedTokens(verifier, signOuts, clock, properties.cachedTokens());
    }

    @Bean
    @ConditionalOnProperty("shuxiang.tokens.private-key")
    TokenIssuer tokenIssuer(TokenProperties properties, Clock clock) {
        @Nullable String key = properties.privateKey();
        if (key == null) {
            throw new IllegalArgumentException("shuxiang.tokens.private-key is missing");
        }
        return new TokenIssuer(key, clock);
    }

    /** Nobody looks at the time of a single filter: requests are measured as a whole. */
    @Bean
    SecurityObservationSettings noObservationOfFilters() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    SecurityWebFilterChain securityFilterChain(ServerHttpSecurity http, AccessTable table, Problems problems) {
        return http.securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .headers(headers ->
                        headers.referrerPolicy(policy -> policy.policy(ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN)))
                .csrf(csrf -> csrf.csrfTokenRepository(CookieServerCsrfTokenRepository.withHttpOnlyFalse())
                        .csrfTokenRequestHandler(new ServerCsrfTokenRequestAttributeHandler())
                        .requireCsrfProtectionMatcher(changesSomethingByCookie(table))
                        .accessDeniedHandler(problems::handle))
                .addFilterAfter(AccessAutoConfiguration::giveCsrfCookie, SecurityWebFiltersOrder.CSRF)
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.jwtAuthenticationConverter(roles()))
                        .bearerTokenConverter(tokenOf(table))
                        .authenticationEntryPoint(problems::handle)
                        .accessDeniedHandler(problems::handle))
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(problems::handle).accessDeniedHandler(problems::handle))
                .authorizeExchange(exchanges -> exchanges
                        .anyExchange()
                        .access((authentication, context) -> decide(table, authentication, context.getExchange())))
                .build();
    }

    /** A page that has no CSRF cookie yet gets one with the first thing that it asks for, even where the answer is no. */
    private static Mono<Void> giveCsrfCookie(ServerWebExchange exchange, WebFilterChain chain) {
        @Nullable Mono<CsrfToken> token = exchange.getAttribute(CsrfToken.class.getName());
        boolean wanted = token != null
                && exchange.getRequest().getMethod().equals(HttpMethod.GET)
                && exchange.getRequest().getPath().value().startsWith(AccessTable.API)
                && !exchange.getRequest().getCookies().containsKey(CSRF_COOKIE);
        return token != null && wanted ? token.then(chain.filter(exchange)) : chain.filter(exchange);
    }

    private static Mono<AuthorizationResult> decide(
            AccessTable table, Mono<Authentication> authentication, ServerWebExchange exchange) {
        var request = exchange.getRequest();
        Optional<AccessRule> rule = table.ruleFor(request);
        if (rule.isEmpty()) {
            var path = request.getPath().pathWithinApplication();
            if (!path.value().startsWith(AccessTable.API)) {
                return Mono.just(new AuthorizationDecision(true));
            }
            return Mono.error(ProblemException.of(
                    table.knowsPath(path) ? ProblemType.METHOD_NOT_ALLOWED : ProblemType.NOT_FOUND));
        }
        if (rule.get().isForEverybody()) {
            return Mono.just(new AuthorizationDecision(true));
        }
        Collection<String> allowed = rule.get().roles();
        return authentication
                .<AuthorizationResult>handle((caller, sink) -> {
                    List<String> roles = caller.getAuthorities().stream()
                            .map(GrantedAuthority::getAuthority)
                            .filter(Objects::nonNull)
                            .toList();
                    boolean granted = roles.stream().anyMatch(allowed::contains);
                    Optional<ProblemType> refusal = roles.stream()
                            .map(table.refusals()::get)
                            .filter(Objects::nonNull)
                            .findFirst();
                    if (!granted && refusal.isPresent()) {
                        sink.error(ProblemException.of(refusal.get()));
                    } else {
                        sink.next(new AuthorizationDecision(granted));
                    }
                })
                .defaultIfEmpty(new AuthorizationDecision(false));
    }

    /** The Authorization header, else the cookie that the endpoint's rule names; nothing where no rule asks for one. */
    private static ServerAuthenticationConverter tokenOf(AccessTable table) {
        var bearer = new ServerBearerTokenAuthenticationConverter();
        return exchange -> {
            ServerHttpRequest request = exchange.getRequest();
            Optional<AccessRule> rule = table.ruleFor(request).filter(found -> !found.isForEverybody());
            if (rule.isEmpty()) {
                return Mono.empty();
            }
            return bearer.convert(exchange)
                    .switchIfEmpty(Mono.justOrEmpty(cookie(rule.get(), request))
                            .map(HttpCookie::getValue)
                            .filter(value -> !value.isEmpty())
                            .map(BearerTokenAuthenticationToken::new));
        };
    }

    private static @Nullable HttpCookie cookie(AccessRule rule, ServerHttpRequest request) {
        @Nullable String name = rule.cookie();
        return name == null ? null : request.getCookies().getFirst(name);
    }

    private static ServerWebExchangeMatcher changesSomethingByCookie(AccessTable table) {
        return exchange -> {
            ServerHttpRequest request = exchange.getRequest();
            HttpMethod method = request.getMethod();
            boolean safe = method.equals(HttpMethod.GET)
                    || method.equals(HttpMethod.HEAD)
                    || method.equals(HttpMethod.OPTIONS)
                    || method.equals(HttpMethod.TRACE);
            if (safe || request.getHeaders().containsHeader(HttpHeaders.AUTHORIZATION)) {
                return MatchResult.notMatch();
            }
            boolean byCookie = table.ruleFor(request)
                    .filter(rule -> cookie(rule, request) != null)
                    .isPresent();
            return byCookie ? MatchResult.match() : MatchResult.notMatch();
        };
    }

    private static ReactiveJwtAuthenticationConverter roles() {
        var converter = new ReactiveJwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter(jwt -> Flux.fromIterable(rolesOf(jwt)));
        return converter;
    }

    private static List<GrantedAuthority> rolesOf(Jwt jwt) {
        @Nullable List<String> roles = jwt.getClaimAsStringList(TokenIssuer.ROLES);
        return roles == null
                ? List.of()
                : roles.stream()
                        .<GrantedAuthority>map(SimpleGrantedAuthority::new)
                        .toList();
    }
}
