package org.shuxiang.load.eve;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What the bench tells the load generator, which is another process: system properties. */
final class Settings {

    private static final String PREFIX = "bench.";

    private Settings() {}

    static List<String> asJvmOptions(Map<String, Object> settings) {
        return settings.entrySet().stream()
                .map(setting -> "-D" + PREFIX + setting.getKey() + "=" + setting.getValue())
                .toList();
    }

    static String text(String name) {
        String value = System.getProperty(PREFIX + name);
        if (value == null) {
            throw new IllegalStateException("no setting " + name);
        }
        return value;
    }

    static int number(String name) {
        return Integer.parseInt(text(name));
    }

    static boolean isOn(String name) {
        return Boolean.parseBoolean(text(name));
    }

    static Path file(String name) {
        return Path.of(text(name));
    }
}
