package org.shuxiang.quiz;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import java.util.List;
import java.util.Set;
import org.shuxiang.contracts.Sessions;
import org.shuxiang.platform.access.AccessRule;
import org.shuxiang.platform.access.AccessTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Who may call what of the quiz service. */
@Configuration(proxyBeanMethods = false)
class QuizAccess {

    @Bean
    AccessTable accessTable() {
        return new AccessTable(List.of(
                AccessRule.everybody(GET, "/api/quiz/openapi.json"),
                participants(POST, "/api/quiz/activities/{activityId}/papers"),
                participants(POST, "/api/quiz/activities/{activityId}/answer-sheets"),
                participants(GET, "/api/quiz/activities/{activityId}/attempts"),
                participants(GET, "/api/quiz/attempts/{attemptId}")));
    }

    private static AccessRule participants(HttpMethod method, String pattern) {
        return AccessRule.only(Set.of(Sessions.PARTICIPANT), Sessions.PARTICIPANT_COOKIE, method, pattern);
    }
}
