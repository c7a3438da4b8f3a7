package org.shuxiang.testsupport;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * Connects an application context to the {@link Servers}, with a database that only this context uses and with
 * {@link TestSecrets} which all contexts of the JVM share.
 *
 * <pre>{@code
 * @SpringBootTest(…)
 * @ContextConfiguration(initializers = ServersInitializer.class)
 * class GradingIT { … }
 * }</pre>
 */
public final class ServersInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** Names the database of another context, for a test that starts a service again on what it left behind. */
    public static final String DATABASE = "shuxiang.test.database";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Map<String, Object> properties = new HashMap<>(TestSecrets.properties());
        properties.put("spring.kafka.bootstrap-servers", Servers.kafkaBootstrapServers());
        properties.put("spring.mongodb.uri", Servers.mongodbUri());
        properties.put(
                "spring.mongodb.database",
                context.getEnvironment()
                        .getProperty(
                                DATABASE,
                                "test_"
                                        + UUID.randomUUID()
                                                .toString()
                                                .replace("-", "")
                                                .substring(0, 16)));
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("testServers", properties));
    }
}
