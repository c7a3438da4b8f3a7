package org.shuxiang.standalone;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What the environment says.
 *
 * @param port where the program listens ({@code SHUXIANG_PORT}, 8080)
 * @param home the folder of its data, secrets and logs ({@code SHUXIANG_HOME}, {@code ./data})
 * @param kafka brokers to use instead of the embedded one ({@code SHUXIANG_KAFKA}, {@code host:port,…})
 * @param mongodb a server to use instead of the embedded one ({@code SHUXIANG_MONGODB}, {@code mongodb://…} without a
 *     database)
 * @param adminPassword the first organiser's password ({@code SHUXIANG_ADMIN_PASSWORD}), else one is made up
 * @param proofOfWork {@code SHUXIANG_PROOF_OF_WORK}, handed to the campaign service as it is
 */
record Settings(
        int port,
        Path home,
        Optional<String> kafka,
        Optional<String> mongodb,
        Optional<String> adminPassword,
        Optional<String> proofOfWork) {

    /** @throws StartFailure when the port is none */
    static Settings from(Map<String, String> environment) {
        return new Settings(
                port(value(environment, "SHUXIANG_PORT").orElse("8080")),
                Path.of(value(environment, "SHUXIANG_HOME").orElse("data"))
                        .toAbsolutePath()
                        .normalize(),
                value(environment, "SHUXIANG_KAFKA"),
                value(environment, "SHUXIANG_MONGODB"),
                value(environment, "SHUXIANG_ADMIN_PASSWORD"),
                value(environment, "SHUXIANG_PROOF_OF_WORK"));
    }

    private static Optional<String> value(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    private static int port(String text) {
        if (text.matches("[0-9]{1,5}") && Integer.parseInt(text) <= 65_535) {
            return Integer.parseInt(text);
        }
        throw new StartFailure(
                "SHUXIANG_PORT 应是 0 到 65535 的端口号，现在是 “" + text + "”。",
                "SHUXIANG_PORT must be a port from 0 to 65535, not \"" + text + "\".");
    }
}
