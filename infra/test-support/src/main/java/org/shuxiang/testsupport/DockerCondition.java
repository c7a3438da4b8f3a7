package org.shuxiang.testsupport;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * With {@code -Pcontainers}, skips the integration tests ({@code *IT}) on a machine without Docker. That profile lets
 * JUnit find this class.
 */
public final class DockerCondition implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        boolean isIntegrationTest = context.getTestClass()
                .map(type -> type.getSimpleName().endsWith("IT"))
                .orElse(false);
        if (isIntegrationTest && Servers.areContainers() && !Servers.isDockerThere()) {
            return ConditionEvaluationResult.disabled(
                    "-Pcontainers needs a running Docker, and there is none here; without it the embedded servers serve");
        }
        return ConditionEvaluationResult.enabled("");
    }
}
