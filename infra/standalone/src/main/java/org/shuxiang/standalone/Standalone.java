package org.shuxiang.standalone;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.shuxiang.embedded.kafka.EmbeddedKafka;
import org.shuxiang.embedded.mongo.EmbeddedMongo;
import org.slf4j.LoggerFactory;

/**
 * Starts the whole system in this JVM: the database and the broker unless {@link Settings} name others, then every
 * service in a Spring context of its own behind one port. Everything it keeps is in one folder ({@link Home}).
 */
public final class Standalone {

    /** What to close, the last first. */
    private final Deque<AutoCloseable> running = new ArrayDeque<>();

    private volatile boolean isStopping;

    private Standalone() {}

    /**
     * Starts everything; with {@code rebuild} the views are dropped and made again from the log; with {@code replay}
     * nothing is started, and the program that runs handles its dead letters again.
     */
    public static void main(String[] args) {
        switch (args.length == 0 ? "up" : args[0]) {
            case "up" -> launch(Services.ALL, false);
            case "rebuild" -> launch(Services.ALL, true);
            case "replay" -> replay();
            default -> {
                Terminal.complain("up | rebuild | replay");
                System.exit(2);
            }
        }
    }

    private static void replay() {
        try {
            Settings settings = Settings.from(System.getenv());
            new DeadLetterReplay(settings.port()).run(settings);
        } catch (StartFailure e) {
            Terminal.complain(e.words());
            System.exit(1);
        }
    }

    /** Runs until the process is told to end. A failure to start is told in words, and the process exits with 1. */
    static void launch(List<Service> services, boolean rebuildsViews) {
        var standalone = new Standalone();
        try {
            Settings settings = Settings.from(System.getenv());
            Home home = Home.open(settings.home());
            // Before the first logger exists. Spring would set the logging up again for each of its contexts.
            System.setProperty("shuxiang.logs", home.resolve("logs").toString());
            System.setProperty("logback.configurationFile", "standalone-logback.xml");
            System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
            Runtime.getRuntime().addShutdownHook(new Thread(standalone::stop, "stop"));
            try {
                standalone.run(settings, home, services, rebuildsViews);
            } catch (RuntimeException e) {
                if (!standalone.isStopping) {
                    LoggerFactory.getLogger(Standalone.class).info("cannot start", e);
                    throw e instanceof StartFailure failure
                            ? failure
                            : new StartFailure(
                                    "启动失败，详情见 " + home.resolve("logs"),
                                    "Cannot start; the logs in that folder tell more: " + e);
                }
            }
        } catch (StartFailure e) {
            Terminal.complain(e.words());
            System.exit(1);
        }
    }

    private void run(Settings settings, Home home, List<Service> services, boolean rebuildsViews) {
        Instant begin = Instant.now();
        Terminal.say("书香 Shuxiang，数据文件夹 " + settings.home());
        Optional<String> madeUp = settings.adminPassword().isPresent() ? Optional.empty() : home.firstPassword();
        Secrets secrets = Secrets.in(home.resolve("secrets.properties"));
        var server = new SharedServer(settings.port(), services);

        String mongodb = settings.mongodb().orElseGet(() -> {
            Terminal.say("正在启动数据库…");
            return started(EmbeddedMongo.start(home.resolve("mongodb").resolve("mongo.db"), 0))
                    .connectionString();
        });
        String kafka = settings.kafka().orElseGet(() -> {
            Terminal.say("正在启动消息队列…");
            return started(EmbeddedKafka.start(home.resolve("kafka"), 0)).bootstrapServers();
        });

        Map<String, Object> properties = new HashMap<>();
        properties.put("spring.kafka.bootstrap-servers", kafka);
        properties.put("spring.mongodb.uri", mongodb);
        properties.put("shuxiang.demo", true);
        // there is one instance: after a crash its group need not wait long for the one that died
        properties.put("spring.kafka.consumer.properties.session.timeout.ms", "6000");
        properties.put("spring.kafka.consumer.properties.heartbeat.interval.ms", "2000");
        properties.put("shuxiang.stats.state-folder", home.resolve("stats").toString());
        properties.put("shuxiang.rebuild-views", rebuildsViews);
        properties.put(Secrets.PUBLIC_KEY, secrets.get(Secrets.PUBLIC_KEY));
        settings.adminPassword()
                .or(() -> madeUp)
                .ifPresent(password -> properties.put("shuxiang.campaign.first-organiser-password", password));
        settings.proofOfWork().ifPresent(value -> properties.put("shuxiang.campaign.proof-of-work", value));
        Terminal.say("正在启动服务 " + services.stream().map(Service::name).collect(Collectors.joining("、")) + "…");
        Contexts contexts = started(new Contexts(server));
        started(server);
        contexts.start(services, properties, secrets);

        double seconds = Duration.between(begin, Instant.now()).toMillis() / 1000.0;
        Terminal.say(String.format(Locale.ROOT, "书香已就绪（%.1f 秒）：http://localhost:%d", seconds, server.port()));
        madeUp.ifPresent(password -> {
            Terminal.say("首次启动，请用这个组织者账号登录，并换成自己的密码（只显示这一次）：");
            Terminal.say("  用户名 admin");
            Terminal.say("  密码   " + password);
            home.forgetFirstPassword();
        });
        Terminal.say("按 Ctrl-C 停止。");
        server.awaitClose();
    }

    private <T extends AutoCloseable> T started(T part) {
        synchronized (running) {
            running.push(part);
        }
        return part;
    }

    /** First the server, so that nobody asks a service that is closing; the database last. */
    private void stop() {
        isStopping = true;
        List<AutoCloseable> parts;
        synchronized (running) {
            parts = List.copyOf(running);
        }
        if (parts.isEmpty()) {
            return;
        }
        Terminal.say("正在停止…");
        for (AutoCloseable part : parts) {
            try {
                part.close();
            } catch (Exception e) {
                LoggerFactory.getLogger(Standalone.class).info("cannot close {}", part, e);
            }
        }
        Terminal.say("已停止。");
    }
}
