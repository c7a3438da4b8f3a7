package org.shuxiang.campaign.board.web;

import io.netty.channel.Channel;
import java.time.Duration;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shuxiang.campaign.access.StaffCaller;
import org.shuxiang.campaign.board.ExportingBoards;
import org.shuxiang.campaign.board.LiveBoards;
import org.shuxiang.campaign.board.ShowingBoards;
import org.shuxiang.campaign.catalogue.CampaignCatalogue;
import org.shuxiang.contracts.Sessions;
import org.shuxiang.contracts.stats.BoardKey;
import org.shuxiang.contracts.stats.Dimension;
import org.shuxiang.platform.audit.AuditLog;
import org.shuxiang.platform.problem.ProblemException;
import org.shuxiang.platform.problem.ProblemType;
import org.shuxiang.platform.table.TableFormat;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerResponse;

/** Boards over HTTP. */
@Component
class BoardHandler {

    private static final CacheControl A_SECOND =
            CacheControl.maxAge(Duration.ofSeconds(1)).cachePrivate();
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9:_-]{1,60}");
    private static final int MOST_PERCENT = 100;

    private final ShowingBoards showing;
    private final ExportingBoards exporting;
    private final LiveBoards publicBoards;
    private final LiveBoards nationalBoards;
    private final CampaignCatalogue campaigns;
    private final AuditLog audit;
    private final ReactiveJwtDecoder tokens;

    BoardHandler(
            ShowingBoards showing,
            ExportingBoards exporting,
            @Qualifier("publicLiveBoards") LiveBoards publicLiveBoards,
            @Qualifier("nationalLiveBoards") LiveBoards nationalLiveBoards,
            CampaignCatalogue campaigns,
            AuditLog audit,
            ReactiveJwtDecoder tokens) {
        this.showing = showing;
        this.exporting = exporting;
        this.publicBoards = publicLiveBoards;
        this.nationalBoards = nationalLiveBoards;
        this.campaigns = campaigns;
        this.audit = audit;
        this.tokens = tokens;
    }

    Mono<ServerResponse> board(ServerRequest request) {
        return showing.toEverybody(key(request))
                .flatMap(board -> ServerResponse.ok().cacheControl(A_SECOND).bodyValue(board));
    }

    Mono<ServerResponse> figures(ServerRequest request) {
        BoardKey key = key(request);
        return caller(request)
                .flatMap(caller -> {
                    @Nullable String root = rootOf(caller);
                    return root == null ? showing.toNational(key) : showing.toLibraryStaff(key, root);
                })
                .flatMap(board ->
                        ServerResponse.ok().cacheControl(CacheControl.noStore()).bodyValue(board));
    }

    Mono<ServerResponse> ranking(ServerRequest request) {
        BoardKey key = rankingKey(request);
        return viewer(request)
                .defaultIfEmpty("")
                .flatMap(viewer -> showing.rankingToEverybody(key, viewer))
                .flatMap(ranking -> ServerResponse.ok().cacheControl(A_SECOND).bodyValue(ranking));
    }

    Mono<ServerResponse> liveRanking(ServerRequest request) {
        return showing.rankingToNational(rankingKey(request))
                .flatMap(ranking ->
                        ServerResponse.ok().cacheControl(CacheControl.noStore()).bodyValue(ranking));
    }

    Mono<ServerResponse> rank(ServerRequest request) {
        long percent = number(request, "percent");
        if (percent > MOST_PERCENT) {
            throw ProblemException.invalid("percent", "Max", MOST_PERCENT);
        }
        return showing.rank(rankingKey(request), (int) percent, number(request, "seconds"))
                .flatMap(rank -> ServerResponse.ok().cacheControl(A_SECOND).bodyValue(rank));
    }

    Mono<ServerResponse> live(ServerRequest request) {
        return stream(publicBoards, request);
    }

    Mono<ServerResponse> liveFigures(ServerRequest request) {
        return stream(nationalBoards, request);
    }

    Mono<ServerResponse> export(ServerRequest request) {
        String campaign = request.pathVariable("id");
        TableFormat format = TableFormat.named(request.queryParam("format").orElse("xlsx"));
        return caller(request)
                .flatMap(caller -> {
                    @Nullable String root = rootOf(caller);
                    Mono<byte[]> file = root == null
                            ? exporting.toNational(campaign, format)
                            : exporting.toLibraryStaff(campaign, format, root);
                    return file.flatMap(
                            bytes -> audit.record(caller.username(), "export-figures", campaign, format.extension())
                                    .thenReturn(bytes));
                })
                .flatMap(bytes -> ServerResponse.ok()
                        .contentType(MediaType.parseMediaType(format.mediaType()))
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename("figures-" + campaign + "." + format.extension())
                                        .build()
                                        .toString())
                        .bodyValue(bytes));
    }

    private Mono<ServerResponse> stream(LiveBoards boards, ServerRequest request) {
        String campaign = request.pathVariable("id");
        if (campaigns.find(campaign).isEmpty()) {
            throw ProblemException.of(ProblemType.NOT_FOUND);
        }
        @Nullable Long lastEventId = lastEventId(request);
        ServerHttpResponse response = request.exchange().getResponse();
        DataBufferFactory buffers = response.bufferFactory();
        Flux<byte[]> events = boards.listen(campaign, lastEventId, readiness(response));
        return ServerResponse.ok()
                .contentType(MediaType.TEXT_EVENT_STREAM)
                .cacheControl(CacheControl.noStore())
                .header("X-Accel-Buffering", "no")
                .body((out, context) -> out.writeAndFlushWith(events.map(event -> Mono.just(buffers.wrap(event)))));
    }

    /** Whether the connection takes more: Netty says no while what was written is not on its way. */
    private static BooleanSupplier readiness(ServerHttpResponse response) {
        Object server = ServerHttpResponseDecorator.getNativeResponse(response);
        if (!(server instanceof HttpServerResponse netty)) {
            return () -> true;
        }
        var channel = new Channel[1];
        netty.withConnection(connection -> channel[0] = connection.channel());
        return () -> channel[0].isWritable();
    }

    private static @Nullable Long lastEventId(ServerRequest request) {
        @Nullable String id = request.headers().firstHeader("Last-Event-ID");
        return id != null && id.matches("[0-9]{1,18}") ? Long.valueOf(id) : null;
    }

    private static BoardKey key(ServerRequest request) {
        return new BoardKey(
                request.pathVariable("id"),
                code(request, "activity"),
                dimension(request.pathVariable("dimension")),
                code(request, "place"),
                code(request, "part"));
    }

    private static BoardKey rankingKey(ServerRequest request) {
        String activity = request.pathVariable("activityId");
        if (!CODE.matcher(activity).matches()) {
            throw ProblemException.of(ProblemType.NOT_FOUND);
        }
        return new BoardKey(request.pathVariable("id"), activity, Dimension.RANKING, null, null);
    }

    private static Dimension dimension(String name) {
        for (Dimension dimension : Dimension.values()) {
            boolean isNamed =
                    dimension.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(name);
            if (isNamed && dimension != Dimension.RANKING) {
                return dimension;
            }
        }
        throw ProblemException.of(ProblemType.NOT_FOUND);
    }

    private static @Nullable String code(ServerRequest request, String name) {
        @Nullable
        String value = request.queryParam(name).filter(text -> !text.isEmpty()).orElse(null);
        if (value != null && !CODE.matcher(value).matches()) {
            throw ProblemException.invalid(name, "Pattern");
        }
        return value;
    }

    private static long number(ServerRequest request, String name) {
        String text = request.queryParam(name).orElseThrow(() -> ProblemException.invalid(name, "NotNull"));
        if (!text.matches("[0-9]{1,9}")) {
            throw ProblemException.invalid(name, "Type");
        }
        return Long.parseLong(text);
    }

    private static Mono<StaffCaller> caller(ServerRequest request) {
        return request.principal()
                .ofType(JwtAuthenticationToken.class)
                .map(caller -> StaffCaller.of(caller.getToken()))
                .switchIfEmpty(Mono.error(() -> ProblemException.of(ProblemType.NOT_SIGNED_IN)));
    }

    /** The subtree that a member of staff is confined to; null for a national organiser. */
    private static @Nullable String rootOf(StaffCaller caller) {
        if (Sessions.NATIONAL.contains(caller.role())) {
            return null;
        }
        @Nullable String library = caller.library();
        if (library == null) {
            throw ProblemException.of(ProblemType.FORBIDDEN);
        }
        return library;
    }

    /** The participant whose browser it is; nobody where there is no valid token. */
    private Mono<String> viewer(ServerRequest request) {
        return Mono.justOrEmpty(request.cookies().getFirst(Sessions.PARTICIPANT_COOKIE))
                .map(HttpCookie::getValue)
                .flatMap(tokens::decode)
                .mapNotNull(Jwt::getSubject)
                .onErrorResume(JwtException.class, e -> Mono.empty());
    }
}
