package org.shuxiang.platform.access;

import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * The rules of a service's endpoints. An endpoint without a rule is not found by anybody, so that forgetting one shows
 * at once and opens nothing.
 */
public record AccessTable(List<AccessRule> rules) {

    static final String API = "/api/";

    public AccessTable {
        rules = List.copyOf(rules);
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
