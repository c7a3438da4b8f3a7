package org.shuxiang.embedded.mongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Map;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.jspecify.annotations.Nullable;

/** Documents as they travel: BSON. By itself the server writes them by Java's serialization, with each class's name. */
final class DocumentType extends BasicDataType<Document> {

    private static final int USUAL_BYTES = 512;
    /** What an object takes beside its fields, roughly. */
    private static final int OBJECT_BYTES = 24;

    @Override
    public Document[] createStorage(int size) {
        return new Document[size];
    }

    @Override
    public void write(WriteBuffer buffer, Document document) {
        ByteBuf bson = Unpooled.buffer(USUAL_BYTES);
        BsonEncoder.encodeDocument(document, bson);
        buffer.put(bson.array(), bson.arrayOffset(), bson.readableBytes());
    }

    @Override
    public Document read(ByteBuffer buffer) {
        ByteBuf bson = Unpooled.wrappedBuffer(buffer);
        Document document = BsonDecoder.decodeBson(bson);
        buffer.position(buffer.position() + bson.readerIndex());
        return document;
    }

    /** An estimate: by it pages are split, and the cache is kept small. */
    @Override
    public int getMemory(Document document) {
        return memory(document);
    }

    private static int memory(@Nullable Object value) {
        if (value == null) {
            return 0;
        }
        return OBJECT_BYTES
                + switch (value) {
                    case Map<?, ?> map ->
                        map.entrySet().stream()
                                .mapToInt(entry -> OBJECT_BYTES + memory(entry.getKey()) + memory(entry.getValue()))
                                .sum();
                    case Collection<?> values ->
                        values.stream().mapToInt(DocumentType::memory).sum();
                    case CharSequence text -> OBJECT_BYTES + text.length();
                    case byte[] bytes -> bytes.length;
                    default -> 0;
                };
    }
}
