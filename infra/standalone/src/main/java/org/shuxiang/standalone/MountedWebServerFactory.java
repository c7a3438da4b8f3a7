package org.shuxiang.standalone;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.reactive.ReactiveWebServerFactory;
import org.springframework.http.server.reactive.HttpHandler;

/** Takes the place of a service's own server: binds nothing, and keeps the handler for the {@link SharedServer}. */
final class MountedWebServerFactory implements ReactiveWebServerFactory {

    private final int port;
    private volatile @Nullable HttpHandler handler;

    MountedWebServerFactory(int port) {
        this.port = port;
    }

    @Override
    public WebServer getWebServer(HttpHandler httpHandler) {
        handler = httpHandler;
        return new Mounted(port);
    }

    /** @throws IllegalStateException before the service's context has been refreshed */
    HttpHandler handler() {
        HttpHandler current = handler;
        if (current == null) {
            throw new IllegalStateException("not a web application");
        }
        return current;
    }

    private record Mounted(int port) implements WebServer {

        @Override
        public void start() {}

        @Override
        public void stop() {}

        @Override
        public int getPort() {
            return port;
        }
    }
}
