package org.shuxiang.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.shuxiang.contracts.Sessions;
import org.shuxiang.platform.access.AccessRule;
import org.shuxiang.platform.access.AccessTable;
import org.shuxiang.platform.operation.OperationRoutes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Who may call what of the stats aggregator. */
@Configuration(proxyBeanMethods = false)
class StatsAccess {

    @Bean
    AccessTable accessTable() {
        var rules = new ArrayList<>(List.of(AccessRule.everybody(HttpMethod.GET, "/api/stats/openapi.json")));
        rules.addAll(OperationRoutes.rules("stats", Sessions.NATIONAL, Sessions.STAFF_COOKIE));
        return new AccessTable(rules, Map.of());
    }
}
