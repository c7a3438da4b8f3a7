package org.shuxiang.quiz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.shuxiang.quiz.OrganiserClient.question;
import static org.shuxiang.quiz.OrganiserClient.row;
import static org.shuxiang.quiz.QuizClient.body;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shuxiang.contracts.EventJson;
import org.shuxiang.contracts.quiz.QuestionBankPublished;
import org.shuxiang.contracts.quiz.QuizTopics;
import org.shuxiang.platform.access.TokenIssuer;
import org.shuxiang.testsupport.EventProbe;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** An organiser's question banks, over HTTP. */
@QuizIT
class BankIT {

    @Autowired
    private QuizClient client;

    @Autowired
    private TokenIssuer tokens;

    @Autowired
    private ReactiveMongoTemplate mongo;

    private OrganiserClient organiser;

    @BeforeEach
    void signIn() {
        organiser = new OrganiserClient(client, tokens);
    }

    @Test
    void importsNothingWhenThreeRowsAreWrongAndNamesThem() {
        JsonNode problem = body(organiser
                .importRows(
                        "bank-wrong",
                        "title=x",
                        row("q1", "好题", "A"),
                        row("q2", "答案不存在", "E"),
                        row("q3", "两个答案", "AB"),
                        row("q4", "", "A"))
                .expectStatus()
                .isEqualTo(422));

        assertThat(problem.path("type").asString()).isEqualTo("/problems/import-rejected");
        assertThat(problem.path("rows"))
                .extracting(row -> row.path("row").asInt() + " "
                        + row.path("column").asString() + " " + row.path("code").asString())
                .containsExactly("3 答案 invalid.AnswerUnknown", "4 答案 invalid.AnswerNotOne", "5 题干 invalid.NotBlank");
        assertThat(problem.path("rows").path(0).path("messages").path("zh").asString())
                .isEqualTo("答案里的 E 没有对应的选项");
        organiser.get("/api/quiz/banks/bank-wrong").expectStatus().isNotFound();
    }

    @Test
    void publishesWhatWasImportedAndPreviewsAPaper() {
        JsonNode dryRun = body(importedRows("bank-published", "title=新春题库&dryRun=true")
                .expectStatus()
                .isOk());
        assertThat(dryRun.path("added").asInt()).isEqualTo(3);
        organiser.get("/api/quiz/banks/bank-published").expectStatus().isNotFound();

        JsonNode imported =
                body(importedRows("bank-published", "title=新春题库").expectStatus().isOk());

        assertThat(imported.path("version").asInt()).isEqualTo(1);
        assertThat(imported.path("questionCount").asInt()).isEqualTo(3);
        JsonNode bank = organiser.bank("bank-published");
        assertThat(bank.path("title").asString()).isEqualTo("新春题库");
        assertThat(bank.path("questions").path(1).path("answer").asString()).isEqualTo("B");
        try (var probe = EventProbe.fromBeginning(QuizTopics.BANKS.name())) {
            assertThat(probe.records())
                    .filteredOn(record -> new String(record.key(), UTF_8).equals("bank-published@1"))
                    .singleElement()
                    .extracting(record -> EventJson.read(record.value(), QuestionBankPublished.class))
                    .extracting(QuestionBankPublished::eventId)
                    .isEqualTo("bank-published@1");
        }
        Map<String, Object> blueprint = Map.of(
                "seed",
                "one",
                "blueprint",
                List.of(
                        Map.of("category", "春节习俗", "difficulty", "EASY", "count", 2),
                        Map.of("category", "春节习俗", "difficulty", "HARD", "count", 1)));
        JsonNode preview = body(organiser
                .post("/api/quiz/banks/bank-published/paper-previews", blueprint)
                .expectStatus()
                .isOk());
        assertThat(preview.path("questions")).hasSize(2);
        assertThat(preview.path("questions").toString()).doesNotContain("因为如此", "\"answer\"");
        assertThat(preview.path("shortfalls"))
                .extracting(JsonNode::toString)
                .containsExactly("{\"category\":\"春节习俗\",\"difficulty\":\"HARD\",\"wanted\":1,\"available\":0}");
        assertThat(body(organiser.post("/api/quiz/banks/bank-published/paper-previews", blueprint)))
                .isEqualTo(preview);
    }

    @Test
    void mergesByIdAndReplacesWhenTold() {
        importedRows("bank-merged", "title=t").expectStatus().isOk();

        JsonNode merged = body(organiser.importRows("bank-merged", "", row("q2", "题目二", "C"), row("q9", "新题", "A")));
        assertThat(merged.path("version").asInt()).isEqualTo(2);
        assertThat(counts(merged)).isEqualTo("1 1 0 4");
        JsonNode again = body(organiser.importRows("bank-merged", "", row("q2", "题目二", "C"), row("q9", "新题", "A")));
        assertThat(again.path("version").asInt()).isEqualTo(2);
        assertThat(counts(again)).isEqualTo("0 0 0 4");
        JsonNode replaced = body(organiser.importRows("bank-merged", "replace=true", row("q9", "新题", "A")));
        assertThat(counts(replaced)).isEqualTo("0 0 3 1");

        assertThat(body(organiser.get("/api/quiz/banks/bank-merged/versions")))
                .extracting(version -> version.path("version").asInt() + ": "
                        + version.path("questionCount").asInt())
                .containsExactly("3: 1", "2: 4", "1: 3");
        assertThat(body(organiser.get("/api/quiz/audit-entries")).toString())
                .contains("\"actor\":\"organiser\"", "import-bank", "bank-merged");
    }

    @Test
    void keepsBothOfTwoImportsAtOnce() {
        List<Integer> versions = IntStream.range(0, 4)
                .parallel()
                .mapToObj(i -> body(organiser
                                .importRows("bank-at-once", "title=t", row("q" + i, "题目", "A"))
                                .expectStatus()
                                .isOk())
                        .path("version")
                        .asInt())
                .toList();

        assertThat(versions).containsExactlyInAnyOrder(1, 2, 3, 4);
        assertThat(body(organiser.get("/api/quiz/banks/bank-at-once/versions")))
                .extracting(version -> version.path("questionCount").asInt())
                .containsExactly(4, 3, 2, 1);
    }

    @Test
    void goesOnFromTheLogWhenTheDatabaseHasForgotten() {
        importedRows("bank-forgotten", "title=t").expectStatus().isOk();
        organiser
                .importRows("bank-forgotten", "", row("q4", "题目四", "A"))
                .expectStatus()
                .isOk();
        mongo.getCollection("banks")
                .flatMap(banks -> Mono.from(banks.deleteOne(new Document("_id", "bank-forgotten"))))
                .block(Duration.ofSeconds(10));

        JsonNode imported = body(organiser.importRows("bank-forgotten", "", row("q5", "题目五", "A")));

        assertThat(imported.path("version").asInt()).isEqualTo(3);
        assertThat(imported.path("questionCount").asInt()).isEqualTo(5);
    }

    @Test
    void importsWhatItExportedWithoutAChange() {
        importedRows("bank-round", "title=t").expectStatus().isOk();
        for (String format : List.of("csv", "xlsx")) {
            byte[] file = organiser.download("/api/quiz/banks/bank-round/export?format=" + format);

            JsonNode imported = body(organiser
                    .importFile("bank-round", "", "bank." + format, file)
                    .expectStatus()
                    .isOk());

            assertThat(counts(imported)).isEqualTo("0 0 0 3");
            assertThat(imported.path("version").asInt()).isEqualTo(1);
            byte[] template = organiser.download("/api/quiz/banks/template?format=" + format);
            assertThat(counts(body(organiser.importFile("bank-template", "title=t&dryRun=true", "t", template))))
                    .isEqualTo("5 0 0 5");
        }
    }

    @Test
    void changesAQuestionOnlyFromTheRevisionThatWasSeen() {
        importedRows("bank-edited", "title=t").expectStatus().isOk();
        String path = "/api/quiz/banks/bank-edited/questions/q1";

        body(organiser
                .put(path, question("q1", "新的题目", "A"), "If-Match", "1")
                .expectStatus()
                .isOk());

        assertThat(body(organiser
                                .put(path, question("q1", "别的题目", "A"), "If-Match", "1")
                                .expectStatus()
                                .isEqualTo(409))
                        .path("type")
                        .asString())
                .isEqualTo("/problems/stale-revision");
        JsonNode invalid =
                body(organiser.put(path, question("q1", "", "F")).expectStatus().isBadRequest());
        assertThat(invalid.path("errors"))
                .extracting(error -> error.path("field").asString() + " "
                        + error.path("code").asString())
                .containsExactly("stem NotBlank", "answer AnswerUnknown");
        organiser
                .put("/api/quiz/banks/bank-edited/questions/q7", question("q7", "没有", "A"))
                .expectStatus()
                .isNotFound();
    }

    @Test
    void refusesWhatIsNoTableWithAProblemAndNeverFails() throws IOException {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 26, '\n', 0, 0, 0, 13};
        byte[] nul = "编号,题型\0\n1,2\n".getBytes(UTF_8);
        problem(organiser.importFile("bank-bad", "title=t", "a.xlsx", png), 422, "import-rejected");
        problem(organiser.importFile("bank-bad", "title=t", "a.csv", nul), 422, "import-rejected");
        problem(organiser.importFile("bank-bad", "title=t", "a.csv", new byte[0]), 422, "import-rejected");
        problem(organiser.importFile("bank-bad", "title=t", "a.xlsx", bomb()), 422, "import-rejected");
        problem(organiser.importFile("bank-bad", "title=t", "b.csv", new byte[5_300_000]), 413, "content-too-large");
        problem(organiser.importFile("bank-bad", "title=t", "b.csv", new byte[10_000_000]), 413, "content-too-large");
        problem(importedRows("bank-bad", "title="), 400, "invalid-request");
        problem(importedRows("bank-bad", ""), 400, "invalid-request");
        problem(importedRows("Bad Bank", "title=t"), 400, "invalid-request");
        problem(importedRows("template", "title=t"), 400, "invalid-request");
        problem(importedRows("bank-bad", "title=t&dryRun=perhaps"), 400, null);
        String path = "/api/quiz/banks/bank-bad/import?title=t";
        problem(organiser.postRaw(path, MediaType.APPLICATION_JSON, "{}"), 415, "unsupported-media-type");
        problem(organiser.postRaw(path, MediaType.MULTIPART_FORM_DATA, "file"), 400, null);
        problem(
                organiser.postRaw(path, MediaType.parseMediaType("multipart/form-data;boundary=x"), "--x\r\n\r\n"),
                400,
                null);
        problem(
                organiser.postRaw(
                        path,
                        MediaType.parseMediaType("multipart/form-data;boundary=x"),
                        "--x\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nno table\r\n--x--\r\n"),
                422,
                "import-rejected");
        organiser.get("/api/quiz/banks/bank-bad").expectStatus().isNotFound();
    }

    @Test
    void refusesBadJsonAndUnknownNamesWithAProblemAndNeverFails() {
        importedRows("bank-json", "title=t").expectStatus().isOk();
        String previews = "/api/quiz/banks/bank-json/paper-previews";
        String question = "/api/quiz/banks/bank-json/questions/q1";
        for (String json : List.of("", "{", "null", "[]", "7", "{\"blueprint\":7}", "{\"blueprint\":[null]}", "{}")) {
            problem(organiser.postRaw(previews, MediaType.APPLICATION_JSON, json), 400, null);
            problem(organiser.put(question, json), 400, null);
        }
        problem(
                organiser.post(
                        previews,
                        Map.of("blueprint", List.of(Map.of("category", "x", "difficulty", "EASY", "count", 0)))),
                400,
                "invalid-request");
        problem(
                organiser.put(question, "{\"kind\":\"RIDDLE\",\"category\":\"x\",\"difficulty\":\"EASY\"}"),
                400,
                "malformed-request");
        problem(organiser.put(question, "x".repeat(400_000)), 413, "content-too-large");
        problem(organiser.put(question, question("q2", "题目", "A")), 400, "invalid-request");
        problem(organiser.put(question, question("q1", "题\u0000目", "A")), 400, "invalid-request");
        problem(organiser.put(question, question("q1", "题目", "A"), "If-Match", "x"), 400, "invalid-request");
        problem(organiser.get("/api/quiz/banks/bank-json/export?format=pdf"), 400, "invalid-request");
        problem(organiser.get("/api/quiz/banks/nobody-has-this/export"), 404, "not-found");
        problem(organiser.get("/api/quiz/banks/bank-json/regrades/first"), 404, "not-found");
        problem(organiser.get("/api/quiz/banks/bank-json/regrades/1"), 404, "not-found");
        assertThat(organiser.bank("bank-json").path("version").asInt()).isEqualTo(1);
    }

    private ResponseSpec importedRows(String bankId, String parameters) {
        return organiser.importRows(
                bankId, parameters, row("q1", "题目一", "A"), row("q2", "题目二", "B"), row("q3", "题目三", "C"));
    }

    private static String counts(JsonNode imported) {
        return "%d %d %d %d"
                .formatted(
                        imported.path("added").asInt(),
                        imported.path("changed").asInt(),
                        imported.path("removed").asInt(),
                        imported.path("questionCount").asInt());
    }

    private static void problem(ResponseSpec response, int status, @Nullable String type) {
        JsonNode problem = body(response.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON));
        assertThat(problem.path("messages").propertyNames()).containsExactly("zh", "en");
        if (type != null) {
            assertThat(problem.path("type").asString()).isEqualTo("/problems/" + type);
        }
    }

    private static byte[] bomb() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            byte[] zeros = new byte[1024 * 1024];
            for (int i = 0; i < 300; i++) {
                zip.write(zeros);
            }
        }
        return bytes.toByteArray();
    }
}
