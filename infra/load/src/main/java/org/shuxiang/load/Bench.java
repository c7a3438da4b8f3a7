package org.shuxiang.load;

import io.gatling.app.Gatling;
import java.nio.file.Path;
import org.shuxiang.load.eve.EveBench;
import org.shuxiang.load.replay.ReplayBench;
import org.shuxiang.load.rival.Rivals;

/** {@code ./shuxiang bench <name> [--option=value …]}: 0 when all was right, 1 when it was not, 2 for a wrong call. */
public final class Bench {

    private Bench() {}

    public static void main(String[] args) throws Exception {
        System.exit(run(args));
    }

    private static int run(String[] args) throws Exception {
        try {
            return switch (args.length == 0 ? "" : args[0]) {
                case "eve" -> EveBench.run(Options.of(args));
                case "replay" -> ReplayBench.run(Options.of(args));
                case "rivals" ->
                    Rivals.run(Path.of("").toAbsolutePath(), Integer.parseInt(args[1]), Integer.parseInt(args[2]));
                case "gatling" -> gatling(args[1]); // the load generator's own process
                default -> throw new IllegalArgumentException("bench eve | replay [--option=value …]");
            };
        } catch (IllegalArgumentException e) {
            Terminal.complain(String.valueOf(e.getMessage()));
            return 2;
        }
    }

    private static int gatling(String simulation) {
        Gatling.main(new String[] {"-s", simulation, "-rf", "results", "-nr"});
        return 0;
    }
}
