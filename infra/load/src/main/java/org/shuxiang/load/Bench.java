package org.shuxiang.load;

import org.shuxiang.load.replay.ReplayBench;

/** {@code ./shuxiang bench <name> [--option=value …]}: 0 when all was right, 1 when it was not, 2 for a wrong call. */
public final class Bench {

    private Bench() {}

    public static void main(String[] args) throws Exception {
        System.exit(run(args));
    }

    private static int run(String[] args) throws Exception {
        try {
            return switch (args.length == 0 ? "" : args[0]) {
                case "replay" -> ReplayBench.run(Options.of(args));
                default -> throw new IllegalArgumentException("bench: replay");
            };
        } catch (IllegalArgumentException e) {
            Terminal.complain(String.valueOf(e.getMessage()));
            return 2;
        }
    }
}
