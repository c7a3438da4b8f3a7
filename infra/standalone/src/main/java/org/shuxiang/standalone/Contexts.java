package org.shuxiang.standalone;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.shuxiang.platform.launch.ShuxiangService;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.web.server.reactive.ReactiveWebServerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The services' Spring contexts: each as it is when it runs alone, but for its server, addresses and secrets. */
final class Contexts implements AutoCloseable {

    private final SharedServer server;
    private final List<ConfigurableApplicationContext> contexts = new ArrayList<>();

    Contexts(SharedServer server) {
        this.server = server;
    }

    /**
     * Starts all services at once, and returns when all have started.
     *
     * @param properties win over the services' configuration files
     * @throws StartFailure as soon as one cannot start
     */
    void start(List<Service> services, Map<String, Object> properties, Secrets secrets) {
        var all = new CompletableFuture<Void>();
        List<CompletableFuture<Void>> each = services.stream()
                .map(service -> {
                    var one = new CompletableFuture<Void>();
                    // A thread of its own has this thread's class loader; one of the common pool would not see the jar.
                    new Thread(
                                    () -> {
                                        try {
                                            start(service, properties, secrets);
                                            one.complete(null);
                                        } catch (Throwable e) {
                                            all.completeExceptionally(failure(service, e));
                                        }
                                    },
                                    service.name())
                            .start();
                    return one;
                })
                .toList();
        var unused =
                CompletableFuture.allOf(each.toArray(CompletableFuture[]::new)).thenRun(() -> all.complete(null));
        try {
            all.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof StartFailure failure ? failure : e;
        }
    }

    private void start(Service service, Map<String, Object> common, Secrets secrets) {
        Map<String, Object> properties = new HashMap<>(common);
        service.secrets().forEach(name -> properties.put(name, secrets.get(name)));
        var webServer = new MountedWebServerFactory(server.port());
        ConfigurableApplicationContext context = ShuxiangService.builder(service.application(), service.name())
                .initializers(starting -> {
                    starting.getEnvironment()
                            .getPropertySources()
                            .addFirst(new MapPropertySource("standalone", properties));
                    ((GenericApplicationContext) starting)
                            .registerBean("sharedWebServer", ReactiveWebServerFactory.class, () -> webServer);
                })
                .run();
        synchronized (contexts) {
            contexts.add(context);
        }
        server.mount(service, webServer.handler(), context.getBean(HealthEndpoint.class)::health);
    }

    private static StartFailure failure(Service service, Throwable cause) {
        Throwable root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        var failure = new StartFailure(
                "服务 " + service.name() + " 启动失败，详情见日志。",
                "The service " + service.name() + " cannot start; the log tells more: " + root);
        failure.initCause(cause);
        return failure;
    }

    /** Closes them at once, since each may wait for its consumers. */
    @Override
    public void close() {
        List<ConfigurableApplicationContext> all;
        synchronized (contexts) {
            all = List.copyOf(contexts);
        }
        List<Thread> closing = all.stream()
                .map(context -> new Thread(context::close, "close " + context.getId()))
                .toList();
        closing.forEach(Thread::start);
        for (Thread thread : closing) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
