package org.shuxiang.platform.operation;

import static org.springdoc.core.fn.builders.apiresponse.Builder.responseBuilder;
import static org.springdoc.core.fn.builders.arrayschema.Builder.arraySchemaBuilder;
import static org.springdoc.core.fn.builders.content.Builder.contentBuilder;
import static org.springdoc.core.fn.builders.parameter.Builder.parameterBuilder;
import static org.springdoc.core.fn.builders.requestbody.Builder.requestBodyBuilder;
import static org.springdoc.core.fn.builders.schema.Builder.schemaBuilder;

import java.util.List;
import java.util.Set;
import org.shuxiang.platform.access.AccessRule;
import org.shuxiang.platform.audit.AuditEntry;
import org.shuxiang.platform.log.DeadLetters;
import org.springdoc.webflux.core.fn.SpringdocRouteBuilder;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Where these endpoints are, and the rules that a service puts into its access table. */
public final class OperationRoutes {

    private static final String LETTERS = "/dead-letters";
    private static final String REPLAYS = "/dead-letters/replays";
    private static final String AUDIT = "/audit-entries";

    private OperationRoutes() {}

    /**
     * Who may call them.
     *
     * @param context as in {@code shuxiang.context}
     */
    public static List<AccessRule> rules(String context, Set<String> roles, String cookie) {
        String base = base(context);
        return List.of(
                AccessRule.only(roles, cookie, HttpMethod.GET, base + LETTERS),
                AccessRule.only(roles, cookie, HttpMethod.POST, base + REPLAYS),
                AccessRule.only(roles, cookie, HttpMethod.GET, base + AUDIT));
    }

    static RouterFunction<ServerResponse> of(String context, OperationHandler handler) {
        String base = base(context);
        return SpringdocRouteBuilder.route()
                .GET(
                        base + LETTERS,
                        handler::deadLetters,
                        operation -> operation
                                .operationId("listDeadLetters")
                                .tag("operation")
                                .summary("How many records wait in each dead-letter topic of this service")
                                .response(responseBuilder()
                                        .responseCode("200")
                                        .content(contentBuilder()
                                                .array(arraySchemaBuilder()
                                                        .schema(schemaBuilder()
                                                                .implementation(DeadLetters.Waiting.class))))))
                .POST(
                        base + REPLAYS,
                        handler::replay,
                        operation -> operation
                                .operationId("replayDeadLetters")
                                .tag("operation")
                                .summary("Handles the records of a dead-letter topic again")
                                .requestBody(requestBodyBuilder().implementation(OperationHandler.Replay.class))
                                .response(responseBuilder()
                                        .responseCode("200")
                                        .implementation(DeadLetters.Replayed.class)))
                .GET(
                        base + AUDIT,
                        handler::auditEntries,
                        operation -> operation
                                .operationId("listAuditEntries")
                                .tag("operation")
                                .summary("What staff did, newest first")
                                .parameter(parameterBuilder()
                                        .name("before")
                                        .description("only entries older than this id"))
                                .parameter(
                                        parameterBuilder().name("limit").description("at most so many, 50 unless told"))
                                .response(responseBuilder()
                                        .responseCode("200")
                                        .content(contentBuilder()
                                                .array(arraySchemaBuilder()
                                                        .schema(schemaBuilder().implementation(AuditEntry.class))))))
                .build();
    }

    private static String base(String context) {
        return "/api/" + context;
    }
}
