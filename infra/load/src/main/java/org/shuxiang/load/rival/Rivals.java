package org.shuxiang.load.rival;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import com.mongodb.reactivestreams.client.MongoClients;
import java.nio.file.Path;
import org.shuxiang.embedded.mongo.EmbeddedMongo;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/**
 * A bare Reactor Netty server that sends back what it gets, a bare WebFlux server that does the same, and there the
 * conventional design on a database like standalone's. None checks who asks.
 */
public final class Rivals {

    private static final String HOST = "127.0.0.1";

    private Rivals() {}

    /** Serves until the process is ended. */
    public static int run(Path folder, int nettyPort, int webFluxPort) {
        EmbeddedMongo mongo = EmbeddedMongo.start(folder.resolve("conventional.db"), 0);
        var conventional = new ConventionalQuiz(
                new ReactiveMongoTemplate(MongoClients.create(mongo.connectionString()), "conventional"));
        conventional.prepare().block();
        DisposableServer netty = HttpServer.create()
                .host(HOST)
                .port(nettyPort)
                .handle((request, response) -> response.sendByteArray(
                        request.receive().aggregate().asByteArray().defaultIfEmpty(new byte[0])))
                .bindNow();
        var routes = route().POST(
                        "/echo",
                        request -> request.bodyToMono(byte[].class)
                                .flatMap(body -> ServerResponse.ok().bodyValue(body)))
                .POST("/answer-sheets/{attemptId}", conventional::handIn)
                .GET("/ready", request -> ServerResponse.ok().build())
                .build();
        HttpServer.create()
                .host(HOST)
                .port(webFluxPort)
                .handle(new ReactorHttpHandlerAdapter(RouterFunctions.toHttpHandler(routes)))
                .bindNow();
        Mono.when(netty.onDispose()).block();
        return 0;
    }
}
