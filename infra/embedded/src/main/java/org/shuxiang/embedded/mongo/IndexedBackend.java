package org.shuxiang.embedded.mongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import java.util.List;
import org.h2.mvstore.MVStore;

/**
 * Unique indexes find a document by a filter that says more than the key as well, such as an id and a revision; and maps
 * are of the types of {@link StoreMaps}.
 */
class IndexedBackend extends H2Backend {

    IndexedBackend(MVStore store) {
        super(store);
    }

    /** Called by the constructor of the backend as well. */
    @Override
    protected MongoDatabase openOrCreateDatabase(String databaseName) {
        return new IndexedDatabase(databaseName);
    }

    private final class IndexedDatabase extends H2Database {

        private IndexedDatabase(String name) {
            super(name, getMvStore(), getCursorRegistry());
        }

        /** Called by the constructor of the database as well, like the other. */
        @Override
        protected MongoCollection<Object> openOrCreateCollection(String collectionName, CollectionOptions options) {
            StoreMaps.openCollection(getMvStore(), getFullCollectionNamespace(collectionName));
            return super.openOrCreateCollection(collectionName, options);
        }

        @Override
        protected Index<Object> openOrCreateUniqueIndex(
                String collectionName, String indexName, List<IndexKey> keys, boolean sparse) {
            StoreMaps.openIndex(getMvStore(), getFullCollectionNamespace(collectionName), indexName);
            return new PrefilteringIndex(
                    super.openOrCreateUniqueIndex(collectionName, indexName, keys, sparse), keys, sparse);
        }
    }
}
