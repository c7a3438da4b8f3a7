package org.shuxiang.quiz.attempt.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.shuxiang.quiz.attempt.StaleAttempts;
import org.shuxiang.quiz.bank.KeyCorrection;
import org.shuxiang.quiz.paper.AttemptId;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Scans the attempts, along the ids; the embedded server would hold all that it sorts, so nothing is sorted. */
final class MongoStaleAttempts implements StaleAttempts {

    private static final Document ALONG_THE_IDS = new Document("_id", 1);

    private final ReactiveMongoTemplate mongo;

    MongoStaleAttempts(ReactiveMongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public Flux<StaleAttempt> page(KeyCorrection correction, @Nullable String after, int limit) {
        Criteria criteria = stale(correction);
        var query = Query.query(after == null ? criteria : criteria.and("_id").gt(after))
                .withHint(ALONG_THE_IDS)
                .limit(limit);
        query.fields().include("sheet.campaignId");
        return mongo.find(query, Document.class, AttemptDocument.COLLECTION).map(MongoStaleAttempts::staleAttempt);
    }

    @Override
    public Mono<Long> count(KeyCorrection correction) {
        return mongo.count(Query.query(stale(correction)), AttemptDocument.COLLECTION);
    }

    private static Criteria stale(KeyCorrection correction) {
        Map<Integer, List<String>> questionsBySince = new TreeMap<>();
        correction
                .askedSince()
                .forEach((question, since) -> questionsBySince
                        .computeIfAbsent(since, version -> new ArrayList<>())
                        .add(question));
        List<Criteria> asked = questionsBySince.entrySet().stream()
                .map(entry -> where("sheet.bankVersion")
                        .gte(entry.getKey())
                        .and("sheet.paper.questionId")
                        .in(entry.getValue()))
                .toList();
        return where("sheet.bankId")
                .is(correction.bankId())
                .and("grade.keyVersion")
                .lt(correction.version())
                .orOperator(asked);
    }

    private static StaleAttempt staleAttempt(Document document) {
        String id = document.getString("_id");
        AttemptId attempt = AttemptId.parse(id).orElseThrow(() -> new IllegalStateException("no attempt's id: " + id));
        return new StaleAttempt(
                id,
                document.get("sheet", Document.class).getString("campaignId"),
                attempt.activityId(),
                attempt.participantId());
    }
}
