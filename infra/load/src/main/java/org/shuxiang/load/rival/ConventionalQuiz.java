package org.shuxiang.load.rival;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What people would build instead: one request reads the key of its ten questions from the database, grades, inserts the
 * attempt, adds to the counters (the whole, province, library, age band, day, hour, minute) in the same database, and
 * answers. Which ten questions follows from the attempt's id, so that no paper has to be stored. It checks neither who
 * asks nor how often.
 */
final class ConventionalQuiz {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final int QUESTIONS = 160;
    private static final int ON_A_PAPER = 10;
    private static final int POINTS = 10;

    private final ReactiveMongoTemplate mongo;

    ConventionalQuiz(ReactiveMongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Document("keys")
    record Key(@Id String id, List<String> answer) {}

    @Document("attempts")
    record Attempt(
            @Id String id,
            String province,
            String library,
            String ageBand,
            List<ChosenAnswer> answers,
            int score,
            Instant submittedAt) {}

    record Sheet(List<ChosenAnswer> answers) {}

    record ChosenAnswer(int position, List<String> choice) {}

    record Graded(String attemptId, int score, Instant submittedAt) {}

    /** Stores the keys. */
    Mono<Void> prepare() {
        return Flux.range(0, QUESTIONS)
                .concatMap(question ->
                        mongo.save(new Key(id(question), List.of(String.valueOf((char) ('a' + question % 4))))))
                .then();
    }

    Mono<ServerResponse> handIn(ServerRequest request) {
        String attemptId = request.pathVariable("attemptId");
        List<String> questions = questions(attemptId);
        return request.bodyToMono(Sheet.class)
                .flatMap(sheet -> mongo.find(query(where("_id").in(questions)), Key.class)
                        .collect(Collectors.toMap(Key::id, Key::answer))
                        .map(keys -> graded(request, attemptId, sheet, questions, keys)))
                .flatMap(attempt -> mongo.insert(attempt)
                        .then(count(attempt))
                        .then(ServerResponse.accepted()
                                .bodyValue(new Graded(attempt.id(), attempt.score(), attempt.submittedAt()))));
    }

    private static Attempt graded(
            ServerRequest request,
            String attemptId,
            Sheet sheet,
            List<String> questions,
            Map<String, List<String>> keys) {
        int right = 0;
        for (ChosenAnswer answer : sheet.answers()) {
            right += answer.choice().equals(keys.get(questions.get(answer.position()))) ? 1 : 0;
        }
        return new Attempt(
                attemptId,
                request.queryParam("province").orElseThrow(),
                request.queryParam("library").orElseThrow(),
                request.queryParam("ageBand").orElseThrow(),
                sheet.answers(),
                right * POINTS,
                Instant.now());
    }

    private Mono<Void> count(Attempt attempt) {
        String minute =
                LocalDateTime.ofInstant(attempt.submittedAt(), CHINA).toString().substring(0, 16);
        var counters = mongo.bulkOps(BulkMode.UNORDERED, "counters");
        List.of(
                        "all",
                        "province/" + attempt.province(),
                        "library/" + attempt.library(),
                        "age-band/" + attempt.ageBand(),
                        "day/" + minute.substring(0, 10),
                        "hour/" + minute.substring(0, 13),
                        "minute/" + minute)
                .forEach(counter -> counters.upsert(
                        query(where("_id").is(counter)),
                        new Update().inc("attempts", 1).inc("points", attempt.score())));
        return counters.execute().then();
    }

    private static List<String> questions(String attemptId) {
        int first = Math.floorMod(attemptId.hashCode(), QUESTIONS);
        return IntStream.range(first, first + ON_A_PAPER)
                .mapToObj(question -> id(question % QUESTIONS))
                .toList();
    }

    private static String id(int question) {
        return "q" + question;
    }
}
