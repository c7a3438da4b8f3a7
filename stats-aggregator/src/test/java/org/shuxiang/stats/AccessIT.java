package org.shuxiang.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.shuxiang.platform.access.AccessTable;
import org.shuxiang.testsupport.Endpoints;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** No endpoint without a rule, no rule without an endpoint. */
@StatsIT
class AccessIT {

    private static final String OPENAPI_YAML = "GET /api/stats/openapi.json.yaml";

    @Autowired
    private AccessTable table;

    @Autowired
    private ApplicationContext context;

    @Test
    void hasARuleForEachEndpointAndAnEndpointForEachRule() {
        Set<String> endpoints = new TreeSet<>();
        Endpoints.of(context).forEach(endpoint -> endpoints.add(endpoint.toString()));
        endpoints.remove(OPENAPI_YAML);
        Set<String> rules = new TreeSet<>();
        table.rules().forEach(rule -> rules.add(rule.method() + " " + rule.pattern()));

        assertThat(endpoints).hasSize(4).isEqualTo(rules);
    }
}
