package org.shuxiang.platform.problem;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shuxiang.platform.log.LogUnavailableException;
import org.shuxiang.platform.table.CellProblem;
import org.shuxiang.platform.table.TableRejectedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.csrf.CsrfException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns whatever a request failed with into {@code application/problem+json}: a title and a detail in the client's
 * language, the same in both languages, the fields that are wrong, and a trace id.
 */
public final class Problems implements WebExceptionHandler {

    static final String RETRY_AFTER = "retryAfterSeconds";

    private static final Logger log = LoggerFactory.getLogger(Problems.class);
    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");
    private static final int OVERLOAD_RETRY_SECONDS = 2;
    /** Of a table that is wrong all over, so many cells are named: enough to see what went wrong. */
    private static final int MOST_CELLS = 500;

    private static final Map<Integer, ProblemType> BY_STATUS = Stream.of(
                    ProblemType.NOT_FOUND,
                    ProblemType.METHOD_NOT_ALLOWED,
                    ProblemType.NOT_ACCEPTABLE,
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    ProblemType.CONTENT_TOO_LARGE,
                    ProblemType.NOT_SIGNED_IN,
                    ProblemType.FORBIDDEN)
            .collect(Collectors.toMap(type -> type.status().value(), type -> type));

    private final BilingualMessages messages;
    private final JsonMapper json;

    public Problems(BilingualMessages messages, JsonMapper json) {
        this.messages = messages;
        this.json = json;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(failure);
        }
        ProblemException problem = asProblem(failure);
        String traceId = traceId(exchange.getRequest());
        if (problem.type().status().is5xxServerError()) {
            if (problem.type().equals(ProblemType.INTERNAL)) {
                log.error(
                        "{} {} failed, trace {}",
                        method(exchange),
                        exchange.getRequest().getPath(),
                        traceId,
                        failure);
            } else {
                log.warn(
                        "{} {} answered {}, trace {}: {}",
                        method(exchange),
                        exchange.getRequest().getPath(),
                        problem.type().code(),
                        traceId,
                        failure.toString());
            }
        }
        var response = exchange.getResponse();
        response.setStatusCode(problem.type().status());
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        response.getHeaders().setCacheControl("no-store");
        Object retryAfter = problem.properties().get(RETRY_AFTER);
        if (retryAfter != null) {
            response.getHeaders().set(HttpHeaders.RETRY_AFTER, retryAfter.toString());
        }
        byte[] body = json.writeValueAsBytes(body(problem, exchange, traceId));
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    }

    private Map<String, Object> body(ProblemException problem, ServerWebExchange exchange, String traceId) {
        Locale locale = prefersEnglish(exchange) ? Locale.ENGLISH : Locale.CHINESE;
        String key = "problem." + problem.type().code();
        var body = new LinkedHashMap<String, Object>();
        body.put("type", problem.type().uri());
        body.put("title", messages.text(locale, key + ".title"));
        body.put("status", problem.type().status().value());
        body.put("detail", messages.text(locale, key + ".detail", problem.arguments()));
        body.put("instance", exchange.getRequest().getPath().value());
        body.put("traceId", traceId);
        body.put("messages", messages.of(key + ".detail", problem.arguments()));
        if (!problem.fields().isEmpty()) {
            body.put(
                    "errors",
                    problem.fields().stream()
                            .map(field -> Map.of(
                                    "field", field.field(), "code", field.code(), "messages", messages.of(field)))
                            .toList());
        }
        body.putAll(problem.properties());
        return body;
    }

    private ProblemException asProblem(Throwable failure) {
        return switch (failure) {
            case ProblemException problem -> problem;
            case CsrfException e -> ProblemException.of(ProblemType.CSRF);
            case AuthenticationException e -> ProblemException.of(ProblemType.NOT_SIGNED_IN);
            case AccessDeniedException e -> ProblemException.of(ProblemType.FORBIDDEN);
            case WebExchangeBindException e -> ProblemException.invalid(fieldProblems(e));
            case TableRejectedException e -> rejected(e);
            case LogUnavailableException e -> unavailable();
            case RejectedExecutionException e -> unavailable();
            case DataAccessResourceFailureException e -> unavailable();
            case DataBufferLimitException e -> ProblemException.of(ProblemType.CONTENT_TOO_LARGE);
            case ServerWebInputException e -> malformed(e);
            case DecodingException e -> malformed(e);
            case ErrorResponse e -> byStatus(e.getStatusCode());
            default -> ProblemException.of(ProblemType.INTERNAL);
        };
    }

    private static ProblemException unavailable() {
        return ProblemException.of(ProblemType.UNAVAILABLE).retryAfterSeconds(OVERLOAD_RETRY_SECONDS);
    }

    private ProblemException rejected(TableRejectedException failure) {
        List<CellProblem> cells = failure.problems();
        return ProblemException.of(ProblemType.IMPORT_REJECTED, cells.size())
                .with(
                        "rows",
                        cells.stream()
                                .limit(MOST_CELLS)
                                .map(cell -> Map.of(
                                        "row", cell.row(),
                                        "column", cell.column(),
                                        "code", cell.code(),
                                        "messages", messages.of(cell.code(), cell.arguments())))
                                .toList());
    }

    private static List<FieldProblem> fieldProblems(WebExchangeBindException failure) {
        var problems = new ArrayList<FieldProblem>();
        for (FieldError error : failure.getFieldErrors()) {
            problems.add(ConstraintProblems.of(error));
        }
        return problems;
    }

    /** Names the field when Jackson knows it, and the place in the text when it does not. */
    private static ProblemException malformed(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DataBufferLimitException) {
                return ProblemException.of(ProblemType.CONTENT_TOO_LARGE);
            }
            if (cause instanceof ProblemException problem) {
                return problem;
            }
            if (cause instanceof JacksonException jackson && !jackson.getPath().isEmpty()) {
                return ProblemException.of(ProblemType.MALFORMED_REQUEST)
                        .withFields(List.of(new FieldProblem(path(jackson), "Type")));
            }
        }
        return ProblemException.of(ProblemType.MALFORMED_REQUEST);
    }

    private static String path(JacksonException failure) {
        var path = new StringBuilder();
        for (JacksonException.Reference step : failure.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }

    private static ProblemException byStatus(HttpStatusCode status) {
        @Nullable ProblemType known = BY_STATUS.get(status.value());
        if (known == null) {
            known = status.is4xxClientError() ? ProblemType.MALFORMED_REQUEST : ProblemType.INTERNAL;
        }
        return ProblemException.of(known);
    }

    private static boolean prefersEnglish(ServerWebExchange exchange) {
        String accepted = exchange.getRequest().getHeaders().getFirst(HttpHeaders.ACCEPT_LANGUAGE);
        return accepted != null && accepted.toLowerCase(Locale.ROOT).startsWith("en");
    }

    private static String method(ServerWebExchange exchange) {
        return exchange.getRequest().getMethod().name();
    }

    /** The trace of the caller (W3C traceparent), else the server's own id of the request. */
    private static String traceId(ServerHttpRequest request) {
        @Nullable String parent = request.getHeaders().getFirst("traceparent");
        if (parent != null) {
            var matcher = TRACEPARENT.matcher(parent);
            if (matcher.matches()) {
                return matcher.group(1);
            }
        }
        return request.getId();
    }
}
