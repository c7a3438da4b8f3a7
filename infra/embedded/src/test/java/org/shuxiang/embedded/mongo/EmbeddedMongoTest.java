package org.shuxiang.embedded.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.bson.types.Binary;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shuxiang.embedded.HaltedJvm;

class EmbeddedMongoTest {

    @TempDir
    Path folder;

    @Test
    void keepsDataAcrossARestart() {
        Path file = folder.resolve("new/mongo.db");
        try (var mongo = EmbeddedMongo.start(file, 0);
                MongoClient client = MongoClients.create(mongo.connectionString())) {
            client.getDatabase("quiz").getCollection("attempts").insertOne(new Document("_id", "a"));
        }
        try (var mongo = EmbeddedMongo.start(file, 0);
                MongoClient client = MongoClients.create(mongo.connectionString())) {
            assertThat(client.getDatabase("quiz").getCollection("attempts").find())
                    .containsExactly(new Document("_id", "a"));
        }
    }

    @Test
    void keepsValuesOfEveryKind() {
        var everything = new Document("_id", new Document("works", "poem").append("number", 7))
                .append("text", "春眠不觉晓")
                .append("empty", "")
                .append("number", 2027)
                .append("long", Long.MAX_VALUE)
                .append("double", 0.1)
                .append("decimal", new Decimal128(new BigDecimal("88.80")))
                .append("yes", true)
                .append("nothing", null)
                .append("at", Date.from(Instant.parse("2027-02-05T12:00:00.123Z")))
                .append("objectId", new ObjectId("65a000000000000000000001"))
                .append("uuid", UUID.fromString("00112233-4455-6677-8899-aabbccddeeff"))
                .append("bytes", new Binary(new byte[] {0, 1, -1}))
                .append("list", List.of("a", 1, List.of(), new Document("b", List.of(2L))))
                .append("nested", new Document("deep", new Document("deeper", "深")));
        Path file = folder.resolve("mongo.db");
        Function<EmbeddedMongo, MongoClient> connect = mongo -> MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(mongo.connectionString()))
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .build());
        try (var mongo = EmbeddedMongo.start(file, 0);
                MongoClient client = connect.apply(mongo)) {
            client.getDatabase("works").getCollection("works").insertOne(everything);
        }
        try (var mongo = EmbeddedMongo.start(file, 0);
                MongoClient client = connect.apply(mongo)) {
            MongoCollection<Document> works = client.getDatabase("works").getCollection("works");
            assertThat(works.find()).containsExactly(everything);
            assertThat(works.find(Filters.eq("_id", everything.get("_id")))).hasSize(1);
        }
    }

    /** As the server by itself writes it: all of this one's files were like that until {@link StoreMaps}. */
    @Test
    void convertsAFileOfTheFirstFormat() throws IOException {
        Path file = folder.resolve("mongo.db");
        MVStore store = MVStore.open(file.toString());
        var plain = new MongoServer(new H2Backend(store));
        InetSocketAddress address = plain.bind();
        try (MongoClient client = MongoClients.create("mongodb://127.0.0.1:" + address.getPort())) {
            MongoCollection<Document> works = client.getDatabase("works").getCollection("works");
            works.createIndex(Indexes.ascending("author", "title"), new IndexOptions().unique(true));
            works.insertMany(IntStream.range(0, 300)
                    .mapToObj(number -> new Document("_id", "work " + number)
                            .append("author", "author " + number % 7)
                            .append("title", number))
                    .toList());
        } finally {
            plain.shutdownNow();
        }
        long before = Files.size(file);
        Files.writeString(folder.resolve("mongo.db.converted"), "half written");

        for (int start = 0; start < 2; start++) {
            try (var mongo = EmbeddedMongo.start(file, 0);
                    MongoClient client = MongoClients.create(mongo.connectionString())) {
                MongoCollection<Document> works = client.getDatabase("works").getCollection("works");
                assertThat(works.countDocuments()).isEqualTo(300 + start);
                for (int number = 0; number < 300; number++) {
                    assertThat(works.find(Filters.and(
                                            Filters.eq("author", "author " + number % 7), Filters.eq("title", number)))
                                    .map(work -> work.get("_id")))
                            .containsExactly("work " + number);
                }
                assertThatThrownBy(() -> works.insertOne(new Document("_id", "again")
                                .append("author", "author 3")
                                .append("title", 3)))
                        .isInstanceOf(MongoWriteException.class);
                works.insertOne(new Document("_id", "new " + start)
                        .append("author", "author 3")
                        .append("title", -start));
            }
        }
        assertThat(Files.size(file)).isLessThan(before);
        assertThat(folder).isDirectoryNotContaining("glob:**.converted");
    }

    @ParameterizedTest
    @ValueSource(longs = {100, 300, 800, 1_500})
    void keepsEveryAcknowledgedWriteWhenTheJvmIsHalted(long millis) throws Exception {
        List<String> acknowledged = HaltedJvm.run(WritingDocuments.class, folder, Duration.ofMillis(millis));
        assertThat(acknowledged).isNotEmpty();

        try (var mongo = EmbeddedMongo.start(folder.resolve("mongo.db"), 0);
                MongoClient client = MongoClients.create(mongo.connectionString())) {
            for (int writer = 0; writer < WritingDocuments.WRITERS; writer++) {
                String prefix = writer + " ";
                int batches = (int) acknowledged.stream()
                        .filter(line -> line.startsWith(prefix))
                        .count();
                MongoCollection<Document> works =
                        client.getDatabase("database" + writer % 2).getCollection("works" + writer);
                List<String> ids =
                        works.find().map(document -> document.getString("_id")).into(new ArrayList<>());
                assertThat(ids)
                        .containsAll(IntStream.range(0, batches * 10)
                                .mapToObj(WritingDocuments::id)
                                .toList());
                for (int batch = 0; batch < batches; batch++) {
                    assertThat(works.find(Filters.eq("_id", WritingDocuments.id(batch * 10)))
                                    .first())
                            .as("first of batch %s", batch)
                            .isNotNull()
                            .containsEntry("state", "shown");
                }
                // Nothing half written stands in the way of the next writes, neither by _id nor by the unique index.
                for (int number = 0; number < (batches + 3) * 10; number++) {
                    works.replaceOne(
                            Filters.eq("_id", WritingDocuments.id(number)),
                            WritingDocuments.document(number),
                            new ReplaceOptions().upsert(true));
                }
                assertThat(works.countDocuments()).isEqualTo((batches + 3) * 10L);
            }
        }
    }

    @Test
    void doesNotGrowWhenTheSameDocumentsAreWrittenAgainAndAgain() throws IOException {
        Path file = folder.resolve("mongo.db");
        try (var mongo = EmbeddedMongo.start(file, 0);
                MongoClient client = MongoClients.create(mongo.connectionString())) {
            MongoCollection<Document> boards = client.getDatabase("stats").getCollection("boards");
            String text = "书香".repeat(200);
            boards.insertMany(IntStream.range(0, 3_000)
                    .mapToObj(number -> new Document("_id", number).append("text", text))
                    .toList());
            long live = Files.size(file);
            var chance = new Random(20260216);
            for (int number = 0; number < 2_000; number++) {
                int round = number;
                boards.bulkWrite(Stream.generate(() -> chance.nextInt(3_000))
                        .limit(8)
                        .map(id -> new ReplaceOneModel<>(Filters.eq("_id", id), new Document("text", text + round)))
                        .toList());
            }
            assertThat(Files.size(file)).isLessThan(5 * live);
        }
    }

    @Test
    void shrinksAFileThatIsMostlyWasteWhenItIsOpened() throws IOException {
        Path file = folder.resolve("mongo.db");
        try (var mongo = EmbeddedMongo.start(file, 0);
                MongoClient client = MongoClients.create(mongo.connectionString())) {
            MongoCollection<Document> works = client.getDatabase("works").getCollection("works");
            for (int batch = 0; batch < 20; batch++) {
                int first = batch * 100;
                works.insertMany(IntStream.range(first, first + 100)
                        .mapToObj(number -> WritingDocuments.document(number).append("text", "书香".repeat(1_000)))
                        .toList());
            }
            works.deleteMany(Filters.ne("_id", WritingDocuments.id(7)));
        }
        long before = Files.size(file);
        for (int start = 0; start < 2; start++) {
            try (var mongo = EmbeddedMongo.start(file, 0);
                    MongoClient client = MongoClients.create(mongo.connectionString())) {
                assertThat(Files.size(file)).isLessThan(before / 10);
                assertThat(client.getDatabase("works")
                                .getCollection("works")
                                .find()
                                .map(work -> work.get("_id")))
                        .containsExactly(WritingDocuments.id(7));
            }
        }
    }

    @Test
    void looksOnlyAtTheDocumentOfAnIdWhateverElseIsAskedOfIt() {
        try (var mongo = EmbeddedMongo.startInMemory(0);
                MongoClient client = MongoClients.create(mongo.connectionString())) {
            MongoCollection<Document> drafts = client.getDatabase("campaign").getCollection("drafts");
            drafts.insertMany(List.of(
                    new Document("_id", "a").append("revision", 2), new Document("_id", "b").append("revision", 0)));
            // looked at, "b" would be an error
            Document divides = Document.parse("{$gt: [{$divide: [6, '$revision']}, 2]}");
            assertThatThrownBy(() -> drafts.find(new Document("$expr", divides)).into(new ArrayList<>()))
                    .hasMessageContaining("divide by zero");
            assertThat(drafts.find(new Document("$expr", divides).append("_id", "a")))
                    .hasSize(1);

            var upsert = new ReplaceOptions().upsert(true);
            var next = new Document("revision", 3);
            assertThat(drafts.replaceOne(new Document("_id", "a").append("revision", 1), next)
                            .getMatchedCount())
                    .isZero();
            assertThatThrownBy(() -> drafts.replaceOne(
                            new Document("_id", "a").append("revision", 1),
                            new Document("_id", "a").append("revision", 3),
                            upsert))
                    .hasMessageContaining("duplicate key");
            assertThat(drafts.replaceOne(new Document("_id", "a").append("revision", 2), next)
                            .getMatchedCount())
                    .isEqualTo(1);
        }
    }

    @Test
    void keepsNothingInMemory() {
        try (var mongo = EmbeddedMongo.startInMemory(0);
                MongoClient client = MongoClients.create(mongo.connectionString())) {
            client.getDatabase("quiz").getCollection("attempts").insertOne(new Document("_id", "a"));
            assertThat(client.getDatabase("quiz").getCollection("attempts").countDocuments())
                    .isEqualTo(1);
        }
        try (var mongo = EmbeddedMongo.startInMemory(0);
                MongoClient client = MongoClients.create(mongo.connectionString())) {
            assertThat(client.getDatabase("quiz").getCollection("attempts").countDocuments())
                    .isZero();
        }
    }

    @Test
    void tellsThatItsFileIsInUse() {
        Path file = folder.resolve("mongo.db");
        try (var running = EmbeddedMongo.start(file, 0)) {
            assertThat(running.connectionString()).startsWith("mongodb://127.0.0.1:");
            assertThatThrownBy(() -> EmbeddedMongo.start(file, 0))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("locked");
        }
    }

    @Test
    void tellsThatItsPortIsTaken() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> EmbeddedMongo.startInMemory(taken.getLocalPort()))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("127.0.0.1:" + taken.getLocalPort());
        }
    }
}
