package org.shuxiang.platform.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shuxiang.platform.problem.ProblemType;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * The rules of a service's endpoints. An endpoint without a rule is not found by anybody, so that forgetting one shows
 * at once and opens nothing.
 *
 * @param refusals what a caller with that role is told where the role is not enough, instead of a bare "forbidden"
 */
public record AccessTable(List<AccessRule> rules, Map<String, ProblemType> refusals) {

    static final String API = "/api/";

    public AccessTable {
        rules = List.copyOf(rules);
        refusals = Map.copyOf(refusals);
    }

    public AccessTable(List<AccessRule> rules) {
        this(rules, Map.of());
    }

    /** The first rule that fits. */
    public Optional<AccessRule> ruleFor(HttpMethod method, PathContainer path) {
        for (AccessRule rule : rules) {
            if (rule.method().equals(method) && rule.pattern().matches(path)) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }

    Optional<AccessRule> ruleFor(ServerHttpRequest request) {
        return ruleFor(request.getMethod(), request.getPath().pathWithinApplication());
    }

    boolean knowsPath(PathContainer path) {
        return rules.stream().anyMatch(rule -> rule.pattern().matches(path));
    }
}
