package org.shuxiang.campaign.access;

import static org.shuxiang.contracts.Sessions.LIAISON;
import static org.shuxiang.contracts.Sessions.LIBRARY_ORGANISER;
import static org.shuxiang.contracts.Sessions.NATIONAL;
import static org.shuxiang.contracts.Sessions.ORGANISER;
import static org.shuxiang.contracts.Sessions.PARTICIPANT;
import static org.shuxiang.contracts.Sessions.PARTICIPANT_COOKIE;
import static org.shuxiang.contracts.Sessions.PASSWORD_CHANGE;
import static org.shuxiang.contracts.Sessions.STAFF_COOKIE;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shuxiang.platform.access.AccessRule;
import org.shuxiang.platform.access.AccessTable;
import org.shuxiang.platform.operation.OperationRoutes;
import org.shuxiang.platform.problem.ProblemType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.util.pattern.PathPatternParser;

/** Every endpoint of this service, and who may call it. */
@Configuration(proxyBeanMethods = false)
class CampaignAccess {

    private static final String API = "/api/campaign";
    private static final Set<String> ORGANISERS = Set.of(ORGANISER, LIBRARY_ORGANISER);
    private static final Set<String> OWN_FIGURES = Set.of(ORGANISER, LIBRARY_ORGANISER, LIAISON);
    private static final Set<String> STAFF = Set.of(ORGANISER, LIBRARY_ORGANISER, LIAISON, PASSWORD_CHANGE);

    @Bean
    AccessTable accessTable() {
        List<AccessRule> rules = new ArrayList<>(List.of(
                everybody(GET, "/openapi.json"),
                everybody(GET, "/openapi.json.yaml"),
                everybody(GET, "/regions/provinces"),
                everybody(GET, "/regions/{code}/children"),
                everybody(GET, "/libraries"),
                everybody(GET, "/campaigns"),
                everybody(GET, "/campaigns/current"),
                everybody(GET, "/campaigns/{id}"),
                everybody(GET, "/campaigns/{id}/boards/live"),
                everybody(GET, "/campaigns/{id}/boards/{dimension}"),
                everybody(GET, "/campaigns/{id}/rankings/{activityId}"),
                everybody(GET, "/campaigns/{id}/rankings/{activityId}/rank"),
                staff(NATIONAL, GET, "/campaigns/{id}/rankings/{activityId}/live"),
                staff(NATIONAL, GET, "/campaigns/{id}/figures/live"),
                staff(OWN_FIGURES, GET, "/campaigns/{id}/figures/export"),
                staff(OWN_FIGURES, GET, "/campaigns/{id}/figures/{dimension}"),
                staff(OWN_FIGURES, GET, "/campaigns/{id}/freeze"),
                staff(NATIONAL, PUT, "/campaigns/{id}/freeze"),
                staff(NATIONAL, DELETE, "/campaigns/{id}/freeze"),
                staff(NATIONAL, GET, "/streams"),
                everybody(POST, "/visits"),
                everybody(GET, "/challenge"),
                everybody(POST, "/participants"),
                participant(GET, "/participants/me"),
                participant(DELETE, "/participants/me"),
                everybodyButNotFromElsewhere(PARTICIPANT_COOKIE, DELETE, "/participants/session"),
                everybody(POST, "/staff/session"),
                staff(STAFF, GET, "/staff/session"),
                everybodyButNotFromElsewhere(STAFF_COOKIE, DELETE, "/staff/session"),
                staff(STAFF, DELETE, "/staff/sessions"),
                staff(STAFF, PUT, "/staff/password"),
                staff(ORGANISERS, GET, "/accounts"),
                staff(ORGANISERS, POST, "/accounts"),
                staff(ORGANISERS, PATCH, "/accounts/{username}"),
                staff(ORGANISERS, POST, "/accounts/{username}/password-reset"),
                staff(NATIONAL, GET, "/drafts"),
                staff(NATIONAL, POST, "/drafts"),
                staff(NATIONAL, GET, "/drafts/{id}"),
                staff(NATIONAL, PUT, "/drafts/{id}"),
                staff(NATIONAL, POST, "/drafts/{id}/validation"),
                staff(NATIONAL, POST, "/drafts/{id}/publication"),
                staff(NATIONAL, POST, "/drafts/{id}/clones"),
                staff(NATIONAL, POST, "/drafts/{id}/archival"),
                staff(ORGANISERS, GET, "/libraries/export"),
                staff(ORGANISERS, POST, "/libraries/import")));
        rules.addAll(OperationRoutes.rules("campaign", NATIONAL, STAFF_COOKIE));
        return new AccessTable(
                rules, Map.of(PASSWORD_CHANGE, new ProblemType("password-change-required", HttpStatus.FORBIDDEN)));
    }

    private static AccessRule everybody(HttpMethod method, String path) {
        return AccessRule.everybody(method, API + path);
    }

    /** Anybody may forget a session that has expired, but another site's page may not do it for them. */
    private static AccessRule everybodyButNotFromElsewhere(String cookie, HttpMethod method, String path) {
        return new AccessRule(method, PathPatternParser.defaultInstance.parse(API + path), Set.of(), cookie);
    }

    private static AccessRule participant(HttpMethod method, String path) {
        return AccessRule.only(Set.of(PARTICIPANT), PARTICIPANT_COOKIE, method, API + path);
    }

    private static AccessRule staff(Set<String> roles, HttpMethod method, String path) {
        return AccessRule.only(roles, STAFF_COOKIE, method, API + path);
    }
}
