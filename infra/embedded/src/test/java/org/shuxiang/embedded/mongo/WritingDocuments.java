package org.shuxiang.embedded.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.shuxiang.embedded.HaltedJvm;

/** Three clients insert and update until the JVM halts. */
final class WritingDocuments {

    static final int WRITERS = 3;

    private WritingDocuments() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        var notes = new HaltedJvm.Notes(folder, Long.parseLong(arguments[1]));
        String uri = EmbeddedMongo.start(folder.resolve("mongo.db"), 0).connectionString();
        List<Thread> writers = IntStream.range(0, WRITERS)
                .mapToObj(writer -> new Thread(() -> write(uri, writer, notes)))
                .toList();
        writers.forEach(Thread::start);
    }

    private static void write(String uri, int writer, HaltedJvm.Notes notes) {
        MongoClient client = MongoClients.create(uri);
        MongoCollection<Document> works =
                client.getDatabase("database" + writer % 2).getCollection("works" + writer);
        works.createIndex(Indexes.ascending("title"), new IndexOptions().unique(true));
        for (int batch = 0; ; batch++) {
            int first = batch * 10;
            works.insertMany(IntStream.range(first, first + 10)
                    .mapToObj(number -> document(number).append("state", "new"))
                    .toList());
            works.updateOne(Filters.eq("_id", id(first)), Updates.set("state", "shown"));
            notes.acknowledged(writer + " " + batch);
        }
    }

    static String id(int number) {
        return String.format("work-%08d", number);
    }

    static Document document(int number) {
        return new Document("_id", id(number)).append("title", "书 " + number);
    }
}
