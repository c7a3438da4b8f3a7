package org.shuxiang.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.shuxiang.contracts.campaign.CampaignTopics;
import org.shuxiang.platform.table.Table;
import org.shuxiang.platform.table.TableFormat;
import org.shuxiang.platform.table.Tables;
import org.shuxiang.testsupport.EventProbe;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;

/** Libraries in and out as a spreadsheet. */
@CampaignIT
class LibraryIT {

    private static final List<String> HEADER = List.of("编号", "名称", "级别", "行政区划代码", "上级编号");
    private static final Duration SOON = Duration.ofSeconds(20);

    @Autowired
    private WebTestClient client;

    @Autowired
    private Callers callers;

    @Test
    void importsLibrariesInAnyOrderAndPublishesThem() {
        String city = code();
        String county = code();
        byte[] file = table(
                TableFormat.XLSX,
                List.of(county, "新馆县图书馆", "县级", "440305", city),
                List.of(city, "新馆市图书馆", "市级", "440300", "P-440000"));
        imported(file, callers.organiser(), false)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.imported")
                .isEqualTo(2)
                .jsonPath("$.updated")
                .isEqualTo(0);
        Awaitility.await().atMost(SOON).untilAsserted(() -> listed("440305", county, true));
        try (var libraries = EventProbe.fromBeginning(CampaignTopics.LIBRARIES.name())) {
            libraries.await(
                    record ->
                            new String(record.value(), StandardCharsets.UTF_8).contains("\"parent\":\"" + city + "\""),
                    SOON);
        }
        // once more: nothing changes, as after a crash in the middle
        imported(file, callers.organiser(), false)
                .expectBody()
                .jsonPath("$.imported")
                .isEqualTo(0)
                .jsonPath("$.updated")
                .isEqualTo(0);
        byte[] renamed = table(TableFormat.CSV, List.of(city, "改名市图书馆", "CITY", "440300", "P-440000"));
        imported(renamed, callers.organiser(), false)
                .expectBody()
                .jsonPath("$.updated")
                .isEqualTo(1);
    }

    @Test
    void importsNothingWhenARowIsWrongAndNamesEveryCell() {
        String good = code();
        String bad = code();
        byte[] file = table(
                TableFormat.CSV,
                List.of(good, "好馆", "市级", "440300", "P-440000"),
                List.of(bad, "", "区级", "999999", "NOWHERE"),
                List.of(good, "重复的馆", "市级", "440300", "P-440000"),
                List.of("有 空格", "馆", "市级", "440300", ""));
        imported(file, callers.organiser(), false)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/import-rejected")
                .jsonPath("$.rows[?(@.row == 3 && @.column == '名称')].messages.zh")
                .isEqualTo("不能为空")
                .jsonPath("$.rows[?(@.row == 3 && @.column == '级别')].code")
                .isEqualTo("library.level-unknown")
                .jsonPath("$.rows[?(@.row == 3 && @.column == '行政区划代码')].messages.en")
                .isNotEmpty()
                .jsonPath("$.rows[?(@.row == 4 && @.column == '编号')].code")
                .isEqualTo("invalid.Duplicate")
                .jsonPath("$.rows[?(@.row == 5 && @.column == '编号')].code")
                .isEqualTo("invalid.Pattern");
        listed("440300", good, false);
        assertThat(exported("csv", callers.organiser()).rows())
                .noneMatch(row -> row.get("编号").equals(good));
    }

    @Test
    void triesAnImportWithoutDoingIt() {
        String code = code();
        byte[] file = table(TableFormat.CSV, List.of(code, "试试看的馆", "市级", "440300", "P-440000"));
        imported(file, callers.organiser(), true)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.imported")
                .isEqualTo(1);
        assertThat(exported("csv", callers.organiser()).rows())
                .noneMatch(row -> row.get("编号").equals(code));
    }

    @Test
    void refusesLibrariesOutsideTheSubtreeOfTheCaller() {
        String guangdong = callers.libraryOrganiser("P-440000");
        imported(table(TableFormat.CSV, List.of(code(), "外省馆", "市级", "430100", "P-430000")), guangdong, false)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.rows[0].code")
                .isEqualTo("library.outside-subtree");
        imported(table(TableFormat.CSV, List.of(code(), "本省馆", "市级", "440300", "P-440000")), guangdong, false)
                .expectStatus()
                .isOk();
        assertThat(exported("xlsx", guangdong).rows())
                .isNotEmpty()
                .allMatch(row ->
                        row.get("编号").equals("P-440000") || row.get("行政区划代码").startsWith("44"));
    }

    @Test
    void exportsWhatItImports() {
        Table xlsx = exported("xlsx", callers.organiser());
        Table csv = exported("csv", callers.organiser());
        assertThat(xlsx.header()).startsWith(HEADER.toArray(String[]::new)).endsWith("服务人口", "注册读者");
        assertThat(csv.rows()).hasSizeGreaterThan(170).isEqualTo(xlsx.rows());
        byte[] file = Tables.write(
                TableFormat.XLSX,
                "libraries",
                HEADER,
                xlsx.rows().stream()
                        .map(row -> HEADER.stream().map(row::get).toList())
                        .toList());
        imported(file, callers.organiser(), true)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.imported")
                .isEqualTo(0)
                .jsonPath("$.updated")
                .isEqualTo(0);
    }

    @Test
    void readsWhatAChineseSpreadsheetSaves() {
        String code = code();
        String csv = "编号,名称,级别,行政区划代码,上级编号\r\n" + code + ",国标码图书馆,市级,440300,P-440000\r\n";
        imported(csv.getBytes(Charset.forName("GB18030")), callers.organiser(), false)
                .expectStatus()
                .isOk();
        assertThat(exported("csv", callers.organiser()).rows())
                .anyMatch(row -> row.get("编号").equals(code) && row.get("名称").equals("国标码图书馆"));
    }

    @Test
    void refusesWhatIsNoTable() {
        for (byte[] file : List.of(new byte[0], new byte[] {'P', 'K', 3, 4, 0, 0}, new byte[] {0, 1, 2, 3})) {
            imported(file, callers.organiser(), false)
                    .expectStatus()
                    .isEqualTo(422)
                    .expectBody()
                    .jsonPath("$.rows[0].messages.zh")
                    .isNotEmpty();
        }
        client.post()
                .uri("/api/campaign/libraries/import")
                .headers(headers -> headers.setBearerAuth(callers.organiser()))
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(BodyInserters.fromMultipartData("other", "x"))
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    private WebTestClient.ResponseSpec imported(byte[] file, String token, boolean dryRun) {
        var body = new MultipartBodyBuilder();
        body.part("file", file).filename("libraries");
        return client.post()
                .uri("/api/campaign/libraries/import?dryRun=" + dryRun)
                .headers(headers -> headers.setBearerAuth(token))
                .body(BodyInserters.fromMultipartData(body.build()))
                .exchange();
    }

    private Table exported(String format, String token) {
        byte[] file = client.get()
                .uri("/api/campaign/libraries/export?format=" + format)
                .headers(headers -> headers.setBearerAuth(token))
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"libraries." + format + "\"")
                .expectBody()
                .returnResult()
                .getResponseBodyContent();
        return Tables.read(Objects.requireNonNull(file));
    }

    private void listed(String region, String code, boolean there) {
        var found = client.get()
                .uri("/api/campaign/libraries?region=" + region)
                .exchange()
                .expectBody()
                .jsonPath("$[?(@.code == '" + code + "')]");
        if (there) {
            found.isNotEmpty();
        } else {
            found.isEmpty();
        }
    }

    @SafeVarargs
    private static byte[] table(TableFormat format, List<String>... rows) {
        return Tables.write(format, "libraries", HEADER, List.of(rows));
    }

    private static String code() {
        return "T-" + UUID.randomUUID().toString().substring(0, 8);
    }
}
