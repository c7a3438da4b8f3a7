package org.shuxiang.campaign.board.web;

import static org.springdoc.core.fn.builders.apiresponse.Builder.responseBuilder;
import static org.springdoc.core.fn.builders.parameter.Builder.parameterBuilder;

import io.swagger.v3.oas.annotations.enums.ParameterIn;
import java.util.function.Consumer;
import org.shuxiang.campaign.board.Board;
import org.shuxiang.campaign.board.Ranking;
import org.springdoc.core.fn.builders.operation.Builder;
import org.springdoc.webflux.core.fn.SpringdocRouteBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Where boards are. */
@Configuration(proxyBeanMethods = false)
class BoardRoutes {

    private static final String CAMPAIGN = "/api/campaign/campaigns/{id}";

    @Bean
    RouterFunction<ServerResponse> boardEndpoints(BoardHandler handler) {
        return SpringdocRouteBuilder.route()
                .GET(
                        CAMPAIGN + "/boards/live",
                        handler::live,
                        stream("watchBoards", "The public boards as server-sent events: a snapshot, then changes"))
                .GET(
                        CAMPAIGN + "/boards/{dimension}",
                        handler::board,
                        board("showBoard", "A board as everybody may see it"))
                .GET(
                        CAMPAIGN + "/rankings/{activityId}",
                        handler::ranking,
                        answering("showRanking", "The first hundred of an activity", Ranking.class))
                .GET(
                        CAMPAIGN + "/rankings/{activityId}/rank",
                        handler::rank,
                        answering(
                                        "showRank",
                                        "The rank that a best attempt with that score and time has",
                                        Ranking.Rank.class)
                                .andThen(query("percent", "the score of the best attempt, from 0 to 100"))
                                .andThen(query("seconds", "how many whole seconds it took")))
                .GET(
                        CAMPAIGN + "/rankings/{activityId}/live",
                        handler::liveRanking,
                        answering("showLiveRanking", "The same as it is, whatever is frozen", Ranking.class))
                .GET(
                        CAMPAIGN + "/figures/live",
                        handler::liveFigures,
                        stream("watchFigures", "The boards as they are, as server-sent events"))
                .GET(
                        CAMPAIGN + "/figures/export",
                        handler::export,
                        operation -> operation
                                .operationId("exportFigures")
                                .tag("board")
                                .summary("Every figure that the caller may see as XLSX or CSV")
                                .parameter(parameterBuilder()
                                        .name("format")
                                        .in(ParameterIn.QUERY)
                                        .description("xlsx or csv"))
                                .response(responseBuilder().responseCode("200")))
                .GET(
                        CAMPAIGN + "/figures/{dimension}",
                        handler::figures,
                        board(
                                "showFigures",
                                "A board for staff: as it is for national organisers, and with what it"
                                        + " covers; for others the libraries of their subtree and their days"))
                .build();
    }

    private static Consumer<Builder> board(String id, String summary) {
        return answering(id, summary, Board.class)
                .andThen(query("activity", "id of an activity, or of none for the campaign"))
                .andThen(query("place", "code of the province, city or library that the board is confined to"))
                .andThen(query("part", "the hour of a board of minutes, the score of one of seconds"));
    }

    private static Consumer<Builder> answering(String id, String summary, Class<?> body) {
        return operation -> operation
                .operationId(id)
                .tag("board")
                .summary(summary)
                .response(responseBuilder().responseCode("200").implementation(body));
    }

    private static Consumer<Builder> stream(String id, String summary) {
        return operation -> operation
                .operationId(id)
                .tag("board")
                .summary(summary)
                .parameter(parameterBuilder()
                        .name("Last-Event-ID")
                        .in(ParameterIn.HEADER)
                        .description("the last event that was received: what came after it is sent"))
                .response(responseBuilder().responseCode("200"));
    }

    private static Consumer<Builder> query(String name, String description) {
        return operation -> operation.parameter(
                parameterBuilder().name(name).in(ParameterIn.QUERY).description(description));
    }
}
