package org.shuxiang.standalone;

import java.util.Set;

/**
 * A service that runs here as one of several.
 *
 * @param name its configuration file's name, such as {@code quiz-service}
 * @param application its {@code @SpringBootApplication}
 * @param prefix the path below which requests are its own, such as {@code /api/quiz}; {@code /} for whatever is left
 * @param secrets the {@link Secrets} that it alone may see
 */
record Service(String name, Class<?> application, String prefix, Set<String> secrets) {}
