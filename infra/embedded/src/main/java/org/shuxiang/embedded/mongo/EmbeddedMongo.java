package org.shuxiang.embedded.mongo;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * A server for MongoDB's drivers in this JVM, on 127.0.0.1 only, without any authentication. It has no transactions, no
 * TTL and no use for non-unique indexes: find by {@code _id} or by a unique key.
 *
 * <p>With a file, a command is answered after its writes are in that file ({@link DurableBackend}); they survive the
 * JVM's death ({@code kill -9}).
 */
public final class EmbeddedMongo implements AutoCloseable {

    private static final String HOST = "127.0.0.1";

    private final MongoServer server;
    private final int port;

    private EmbeddedMongo(MongoServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts a server that keeps its data in a file, and first rewrites that file when most of it is no longer
     * used.
     *
     * @param file created when it does not exist, with its folder
     * @param port 0 for any free one
     * @throws UncheckedIOException when the folder cannot be written or the port is taken
     * @throws IllegalStateException when the file is in use by another server or cannot be read
     */
    public static EmbeddedMongo start(Path file, int port) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        MVStore store;
        try {
            store = StoreFile.open(file);
        } catch (MVStoreException e) {
            throw new IllegalStateException("cannot open " + file + ": " + e.getMessage(), e);
        }
        return serve(new DurableBackend(store), store, port);
    }

    /**
     * Starts a server that keeps its data in memory until it is closed.
     *
     * @param port 0 for any free one
     * @throws UncheckedIOException when the port is taken
     */
    public static EmbeddedMongo startInMemory(int port) {
        MVStore store = MVStore.open(null);
        return serve(new IndexedBackend(store), store, port);
    }

    private static EmbeddedMongo serve(H2Backend backend, MVStore store, int port) {
        var server = new MongoServer(backend);
        try {
            server.bind(HOST, port);
        } catch (Exception e) { // Netty throws the socket's checked exceptions undeclared
            store.close();
            throw new UncheckedIOException(new IOException("cannot listen on " + HOST + ":" + port, e));
        }
        InetSocketAddress address = server.getLocalAddress();
        return new EmbeddedMongo(server, address.getPort());
    }

    /** Returns {@code mongodb://host:port}, without a database. */
    public String connectionString() {
        return "mongodb://" + HOST + ":" + port;
    }

    /** Ends all connections and closes the file. */
    @Override
    public void close() {
        server.shutdownNow();
    }
}
