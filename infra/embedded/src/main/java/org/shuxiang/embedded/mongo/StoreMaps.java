package org.shuxiang.embedded.mongo;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/** The maps of a store, named as the server names them. A map that is open stays of the types that it was opened with. */
final class StoreMaps {

    private static final String COLLECTION = "databases.";
    private static final String INDEX = "._index_";

    private StoreMaps() {}

    /** @param namespace database and collection */
    static void openCollection(MVStore store, String namespace) {
        open(store, COLLECTION + namespace);
    }

    static void openIndex(MVStore store, String namespace, String index) {
        open(store, namespace + INDEX + index);
    }

    static MVMap<?, ?> open(MVStore store, String name) {
        if (name.startsWith(COLLECTION)) {
            return store.openMap(name, new MVMap.Builder<Object, Document>().valueType(new DocumentType()));
        }
        if (name.contains(INDEX)) {
            return store.openMap(name, new MVMap.Builder<KeyValue, Object>().keyType(new KeyType()));
        }
        return store.openMap(name);
    }
}
