package org.shuxiang.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Pastes the five calls of the API's guide into bash, as they stand there. */
class ApiWalkthroughJourneyIT {

    private static final Path GUIDE = Path.of("..", "..", "docs", "api.md");
    private static final Pattern PASTED = Pattern.compile("^```bash\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

    @TempDir
    Path folder;

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the guide is for bash")
    void takesTheWholeQuizInFiveCalls() throws Exception {
        List<String> calls = PASTED.matcher(Files.readString(GUIDE))
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
        assertThat(calls).hasSize(5).allSatisfy(call -> assertThat(call).containsOnlyOnce("curl "));

        try (var program = Program.start(Map.of("SHUXIANG_PROOF_OF_WORK", "off"))) {
            String output = pasted(String.join("\n", calls), program);
            assertThat(output.lines())
                    .hasSize(5)
                    .satisfiesExactly(
                            campaign -> assertThat(campaign).contains("网络书香过大年", "新春知识答题"),
                            participant -> assertThat(participant).contains("\"nickname\":\"书香读者\"", "\"token\":"),
                            paper -> assertThat(paper).contains("\"questions\":[{\"position\":0,"),
                            received -> assertThat(received).contains("\"state\":\"RECEIVED\""),
                            result -> assertThat(result)
                                    .contains("\"state\":\"GRADED\"", "\"maxScore\":100", "\"explanation\":"));
        }
    }

    private String pasted(String calls, Program program) throws Exception {
        Path output = folder.resolve("output.txt");
        var builder = new ProcessBuilder("bash", "-eu")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .redirectInput(
                        Files.writeString(folder.resolve("calls.sh"), calls).toFile());
        builder.environment().put("BASE", program.address().toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process bash = builder.start();
        try {
            assertThat(bash.waitFor(60, TimeUnit.SECONDS)).as("ends in time").isTrue();
        } finally {
            bash.destroyForcibly();
        }
        String text = Files.readString(output);
        assertThat(bash.exitValue()).as(text).isZero();
        return text;
    }
}
