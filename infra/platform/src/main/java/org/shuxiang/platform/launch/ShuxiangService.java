package org.shuxiang.platform.launch;

import org.springframework.boot.builder.SpringApplicationBuilder;

/** The one way in which a service is started, so that it is the same alone and beside others. */
public final class ShuxiangService {

    private ShuxiangService() {}

    /**
     * A service that reads {@code platform.yml} and then its own {@code <name>.yml}, so that several fit on one class
     * path.
     *
     * @param name lowercase with hyphens, such as {@code quiz-service}
     */
    public static SpringApplicationBuilder builder(Class<?> application, String name) {
        return new SpringApplicationBuilder(application)
                .properties("spring.config.name=platform," + name, "spring.application.name=" + name)
                .registerShutdownHook(false);
    }

    /** Starts the service alone, as its {@code main} does. */
    public static void run(Class<?> application, String name, String... args) {
        builder(application, name).registerShutdownHook(true).run(args);
    }
}
