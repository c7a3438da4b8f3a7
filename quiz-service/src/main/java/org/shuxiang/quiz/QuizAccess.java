package org.shuxiang.quiz;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shuxiang.contracts.Sessions;
import org.shuxiang.platform.access.AccessRule;
import org.shuxiang.platform.access.AccessTable;
import org.shuxiang.platform.operation.OperationRoutes;
import org.shuxiang.platform.problem.ProblemType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;

/** Who may call what of the quiz service. */
@Configuration(proxyBeanMethods = false)
class QuizAccess {

    private static final String BANK = "/api/quiz/banks/{bankId}";
    private static final ProblemType PASSWORD_CHANGE_REQUIRED =
            new ProblemType("password-change-required", HttpStatus.FORBIDDEN);

    @Bean
    AccessTable accessTable() {
        var rules = new ArrayList<>(List.of(
                AccessRule.everybody(GET, "/api/quiz/openapi.json"),
                participants(POST, "/api/quiz/activities/{activityId}/papers"),
                participants(POST, "/api/quiz/activities/{activityId}/answer-sheets"),
                participants(GET, "/api/quiz/activities/{activityId}/attempts"),
                participants(GET, "/api/quiz/attempts/{attemptId}"),
                organisers(GET, "/api/quiz/banks"),
                organisers(GET, "/api/quiz/banks/template"),
                organisers(GET, BANK),
                organisers(GET, BANK + "/versions"),
                organisers(POST, BANK + "/import"),
                organisers(GET, BANK + "/export"),
                organisers(POST, BANK + "/paper-previews"),
                organisers(PUT, BANK + "/questions/{questionId}"),
                organisers(GET, BANK + "/regrades/{regradeId}")));
        rules.addAll(OperationRoutes.rules("quiz", Sessions.NATIONAL, Sessions.STAFF_COOKIE));
        return new AccessTable(rules, Map.of(Sessions.PASSWORD_CHANGE, PASSWORD_CHANGE_REQUIRED));
    }

    private static AccessRule organisers(HttpMethod method, String pattern) {
        return AccessRule.only(Sessions.NATIONAL, Sessions.STAFF_COOKIE, method, pattern);
    }

    private static AccessRule participants(HttpMethod method, String pattern) {
        return AccessRule.only(Set.of(Sessions.PARTICIPANT), Sessions.PARTICIPANT_COOKIE, method, pattern);
    }
}
