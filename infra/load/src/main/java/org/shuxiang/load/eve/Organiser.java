package org.shuxiang.load.eve;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The national organiser, who sees every figure as it is. */
final class Organiser implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String OWN_PASSWORD = "wan-jia-deng-huo";

    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;
    private final String token;
    private final String campaignId;
    private final String activityId;

    Organiser(String address, String password) throws IOException, InterruptedException {
        this.address = address;
        String first = signIn(password);
        send(
                "PUT",
                "/api/campaign/staff/password",
                first,
                Map.of("currentPassword", password, "newPassword", OWN_PASSWORD));
        this.token = signIn(OWN_PASSWORD);
        JsonNode campaign = send("GET", "/api/campaign/campaigns/current", null, null);
        this.campaignId = campaign.path("id").asString();
        this.activityId = campaign.path("activities").get(0).path("id").asString();
    }

    private String signIn(String password) throws IOException, InterruptedException {
        return send("POST", "/api/campaign/staff/session", null, Map.of("username", "admin", "password", password))
                .path("token")
                .asString();
    }

    String token() {
        return token;
    }

    /** The path of the activity's own figures. */
    String activityFigures() {
        return "/api/campaign/campaigns/" + campaignId + "/figures/whole?activity=" + activityId;
    }

    /** Where the campaign's boards, and those of its activity, are not what was accepted. */
    List<String> differences(Accepted accepted) throws IOException, InterruptedException {
        var differences = new ArrayList<String>();
        for (String board : accepted.boards().keySet()) {
            differences.addAll(accepted.differences(board, figures(board)));
        }
        return differences;
    }

    private Map<String, Map<String, Long>> figures(String board) throws IOException, InterruptedException {
        JsonNode answer = send("GET", "/api/campaign/campaigns/" + campaignId + "/figures/" + board, token, null);
        var figures = new HashMap<String, Map<String, Long>>();
        for (JsonNode row : answer.path("rows")) {
            var ofRow = new HashMap<String, Long>();
            row.path("figures")
                    .properties()
                    .forEach(figure ->
                            ofRow.put(figure.getKey(), figure.getValue().asLong()));
            figures.put(row.path("key").asString(), ofRow);
        }
        return figures;
    }

    private JsonNode send(String method, String path, @Nullable String bearer, @Nullable Object body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address + path)).timeout(PATIENCE);
        if (bearer != null) {
            request.header("Authorization", "Bearer " + bearer);
        }
        if (body != null) {
            request.header("Content-Type", "application/json")
                    .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)));
        }
        HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new IOException(path + " answers " + response.statusCode() + ": " + response.body());
        }
        return response.body().isEmpty() ? JSON.missingNode() : JSON.readTree(response.body());
    }

    @Override
    public void close() {
        http.close();
    }
}
