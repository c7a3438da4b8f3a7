package org.shuxiang.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.shuxiang.acceptance.Finding.button;
import static org.shuxiang.acceptance.Finding.exactly;
import static org.shuxiang.acceptance.Finding.heading;
import static org.shuxiang.acceptance.Finding.labelled;
import static org.shuxiang.acceptance.Finding.link;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The first organiser signs in, brings in questions, and opens a campaign of this year, alone with the pages. */
class OrganiserJourneyIT {

    private static final String OWN_PASSWORD = "万卷诗书开眼界2027";
    private static final String TITLE = "元宵灯谜大会";
    private static final String HEADER = "编号,题型,分类,难度,题干,选项A,选项B,选项C,选项D,选项E,选项F,答案,解析,出处,资源名称,资源链接,资源提示\n";
    private static final List<String> RIGHT = List.of(
            "DM-001,单选题,元宵灯谜,易,“一口咬掉牛尾巴”，打一字？,告,吃,牢,牡,,,A,“牛”字去掉尾巴，下面加一个“口”。,民间灯谜,,,",
            "DM-002,单选题,元宵灯谜,中,“画时圆，写时方，冬时短，夏时长”，打一字？,月,日,口,田,,,B,说的是太阳，也是“日”字。,民间灯谜,,,",
            "DM-003,判断题,元宵灯谜,易,猜灯谜又叫“射虎”。,,,,,,,对,谜难猜中，好像老虎难射中。,民间灯谜,,,",
            "DM-004,判断题,元宵灯谜,易,元宵节在农历八月十五。,,,,,,,错,元宵是正月十五，八月十五是中秋。,民间灯谜,,,");

    @Test
    void opensACampaignWithNewQuestions() throws Exception {
        // a campaign that others would find on the home page, and a password that others would not know
        try (var program = Program.start(Map.of())) {
            Visit.make(program, "organiser", Viewport.DESKTOP, visit -> {
                visit.expect("status of 401 .* at .*/api/campaign/staff/session");
                visit.expect("status of 401 .* at .*/api/campaign/participants/me");
                signsIn(visit);
                choosesAPassword(visit);
                importsQuestions(visit);
                clonesTheCampaign(visit);
                publishes(visit);
                findsItOnTheHomePage(visit);
                watchesTheFigures(visit);
                freezesTheBoards(visit);
                takesTheFiguresHome(visit);
            });
        }
    }

    private static void signsIn(Visit visit) {
        Page page = visit.page();
        page.navigate("/console/");
        assertThat(heading(page, "登录工作台")).isVisible();
        visit.step("sign-in");
        page.getByLabel("用户名").fill("admin");
        labelled(page, "密码").fill("guessed");
        button(page, "登录").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("用户名或密码不正确");
        labelled(page, "密码").fill(Program.FIRST_PASSWORD);
        button(page, "登录").click();
    }

    private static void choosesAPassword(Visit visit) {
        Page page = visit.page();
        assertThat(heading(page, "设置自己的密码")).isVisible();
        page.navigate("/console/banks");
        assertThat(heading(page, "设置自己的密码")).isVisible();
        page.getByLabel("当前密码").fill(Program.FIRST_PASSWORD);
        labelled(page, "新密码").fill(OWN_PASSWORD);
        page.getByLabel("再输一次新密码").fill(OWN_PASSWORD);
        visit.step("first-password");
        button(page, "修改密码").click();
        assertThat(page.getByText("密码已修改")).isVisible();
        assertThat(heading(page, "题库")).isVisible();
    }

    private static void importsQuestions(Visit visit) {
        Page page = visit.page();
        visit.step("banks");
        page.getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHasText("new-year"))
                .getByRole(AriaRole.LINK)
                .click();
        assertThat(page.getByText("new-year · 第 1 版 · 160 题")).isVisible();
        assertThat(page.getByText("全部题型").locator("visible=true").locator("visible=true"))
                .isVisible();
        visit.step("bank");

        button(page, "导入题目").click();
        choose(page, HEADER + String.join("\n", spoilt()));
        visit.expect("status of 422 .* at .*/api/quiz/banks/new-year/import");
        button(page, "试导入（不改动数据）").click();
        assertThat(heading(page, "3 处需要修改")).isVisible();
        Locator cells =
                page.getByRole(AriaRole.REGION, Finding.named("3 处需要修改")).getByRole(AriaRole.ROW);
        assertThat(cells).hasCount(4);
        assertThat(cells.nth(1)).containsText(Pattern.compile("2\\s*答案\\s*答案里的 E 没有对应的选项"));
        assertThat(cells.nth(2)).containsText(Pattern.compile("3\\s*难度\\s*难度应为易、中或难，不能是“超难”"));
        assertThat(cells.nth(3)).containsText(Pattern.compile("4\\s*答案\\s*判断题的答案应为“对”或“错”"));
        visit.step("rows-refused");
        button(page, "取消").click();
        page.reload();
        assertThat(page.getByText("new-year · 第 1 版 · 160 题")).isVisible();

        button(page, "导入题目").click();
        choose(page, HEADER + String.join("\n", RIGHT));
        button(page, "试导入（不改动数据）").click();
        assertThat(page.getByText("表格没有问题。确认后会有这些变化：")).isVisible();
        visit.step("rows-planned");
        button(page, "确认导入").click();
        assertThat(page.getByText("导入完成")).isVisible();
        page.getByRole(AriaRole.CONTENTINFO)
                .or(page.locator("footer"))
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("关闭"))
                .click();
        assertThat(page.getByText("new-year · 第 2 版 · 164 题")).isVisible();
        page.getByLabel("在题干、选项、答案、解析中查找").fill("射虎");
        assertThat(page.getByText("猜灯谜又叫“射虎”。")).isVisible();
    }

    private static List<String> spoilt() {
        return List.of(
                RIGHT.get(0).replace(",A,“牛”", ",E,“牛”"),
                RIGHT.get(1).replace(",中,", ",超难,"),
                RIGHT.get(2).replace(",对,", ",是,"),
                RIGHT.get(3));
    }

    private static void choose(Page page, String table) {
        page.locator("input[type=file]")
                .setInputFiles(new FilePayload("灯谜.csv", "text/csv", table.getBytes(StandardCharsets.UTF_8)));
        assertThat(page.getByText("灯谜.csv")).isVisible();
    }

    private static void clonesTheCampaign(Visit visit) {
        Page page = visit.page();
        link(page, "活动").click();
        assertThat(heading(page, "活动")).isVisible();
        visit.step("campaigns");
        button(page, "克隆").click();
        assertThat(page.getByText("克隆“网络书香过大年”")).isVisible();
        Locator opensAt = page.getByRole(AriaRole.DIALOG).getByLabel("开始时间");
        opensAt.fill(LocalDate.now(ZoneId.of("Asia/Shanghai")) + " 00:00");
        opensAt.press("Enter");
        page.getByRole(AriaRole.DIALOG).getByLabel("新活动的编号").fill("yuanxiao-dengmi");
        visit.step("clone");
        page.getByRole(AriaRole.DIALOG)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("克隆").setExact(true))
                .click();
        assertThat(page.getByText("已克隆为 yuanxiao-dengmi")).isVisible();
        assertThat(page.getByText("筹备中", exactly())).isVisible();
    }

    private static void publishes(Visit visit) {
        Page page = visit.page();
        Locator title = page.getByRole(AriaRole.GROUP, Finding.named("活动名称"));
        title.getByLabel("中文").fill(TITLE);
        title.getByLabel("English").fill("");
        button(page, "保存").click();
        assertThat(page.getByText("已保存为修订 2")).isVisible();
        assertThat(heading(page, Pattern.compile("^" + TITLE))).isVisible();
        button(page, "检查").click();
        assertThat(heading(page, "1 处需要填写或修改")).isVisible();
        visit.step("title-missing");
        title.getByLabel("English").fill("Lantern Riddles");
        button(page, "检查").click();
        assertThat(heading(page, "检查通过，可以发布")).isVisible();
        visit.step("ready");
        button(page, "发布").click();
        assertThat(page.getByText("活动的开始时间已过，读者立即可以报名和答题：")).isVisible();
        visit.step("publish");
        page.getByRole(AriaRole.DIALOG)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("发布").setExact(true))
                .click();
        assertThat(page.getByText("已发布，读者很快就能看到")).isVisible();
        assertThat(page.getByText("进行中", exactly())).isVisible();
        visit.step("published");
        link(page, "审计日志").click();
        assertThat(page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("发布活动")))
                .not()
                .hasCount(0);
        visit.step("audit");
    }

    private static void findsItOnTheHomePage(Visit visit) {
        Page page = visit.page();
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            page.navigate("/");
            assertThat(heading(page, TITLE)).isVisible();
        });
        assertThat(page.getByText("距离落幕")).isVisible();
        assertThat(page.getByText("进行中")).isVisible();
        visit.step("home");
    }

    private static void watchesTheFigures(Visit visit) {
        Page page = visit.page();
        page.navigate("/console/");
        link(page, "实时数据").click();
        assertThat(heading(page, "实时数据")).isVisible();
        assertThat(page.getByText("实时更新中")).isVisible();
        assertThat(heading(page, "此刻运行")).isVisible();
        visit.step("figures");
        for (String section : List.of("对比", "地区", "排行榜", "尚未开展")) {
            page.getByRole(AriaRole.NAVIGATION, Finding.named("数据栏目"))
                    .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(section))
                    .click();
            assertThat(page.locator("main")).containsText(section);
            visit.step("figures-" + section);
        }
        assertThat(page.getByText("广州图书馆").first()).isVisible();
    }

    private static void freezesTheBoards(Visit visit) {
        Page page = visit.page();
        button(page, "封榜……").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByText("立即封榜").click();
        visit.step("freeze");
        dialog.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("封榜").setExact(true))
                .click();
        assertThat(page.getByText("封榜中：公众看到的停在").first()).isVisible();
        visit.step("frozen");
        Page outside = visit.context().newPage();
        outside.navigate("/boards");
        assertThat(outside.getByText("已封榜").first()).isVisible();
        outside.close();
        button(page, "更改封榜……").click();
        button(page, "解除封榜").last().click();
        page.getByRole(AriaRole.DIALOG)
                .last()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("解除封榜"))
                .last()
                .click();
        assertThat(page.getByText("封榜中：公众看到的停在")).hasCount(0);
    }

    private static void takesTheFiguresHome(Visit visit) {
        Page page = visit.page();
        Download workbook =
                page.waitForDownload(() -> page.getByText("导出 XLSX").first().click());
        assertThat(workbook.suggestedFilename()).endsWith(".xlsx");
        link(page, "活动报告").click();
        assertThat(heading(page, Pattern.compile("活动报告$"))).isVisible();
        assertThat(button(page, "打印 / 另存为 PDF")).isVisible();
        visit.step("report");
        page.setViewportSize(390, 844);
        visit.step("report-phone");
    }
}
