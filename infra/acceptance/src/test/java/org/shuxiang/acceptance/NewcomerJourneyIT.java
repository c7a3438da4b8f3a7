package org.shuxiang.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.shuxiang.acceptance.Finding.button;
import static org.shuxiang.acceptance.Finding.exactly;
import static org.shuxiang.acceptance.Finding.heading;
import static org.shuxiang.acceptance.Finding.link;
import static org.shuxiang.acceptance.Finding.named;
import static org.shuxiang.acceptance.Finding.optional;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody who has never been here enters, answers the quiz with a bad network, and takes a poster home. */
class NewcomerJourneyIT {

    /** 𠮷 is one character of two Java chars. */
    private static final String NICKNAME = "𠮷祥读书人";

    private static final Duration PROOF_OF_WORK = Duration.ofMinutes(2);
    private static final int QUESTIONS = 10;

    private final AnswerKey key = AnswerKey.ofTheDemo();

    @ParameterizedTest
    @EnumSource
    void entersAnswersAndTakesAPosterHome(Viewport viewport) throws Exception {
        Visit.make("newcomer", viewport, visit -> {
            visit.expect("status of 401 .* at .*/api/campaign/participants/me");
            arrives(visit);
            readsInEnglish(visit);
            joins(visit);
            startsTheQuiz(visit);
            List<String> stems = answers(visit);
            handsIn(visit);
            readsTheResult(visit, stems);
            looksBack(visit);
            takesThePoster(visit);
            findsThemselvesOnTheBoards(visit);
        });
    }

    private static void arrives(Visit visit) {
        Page page = visit.page();
        page.navigate("/");
        assertThat(heading(page, "网络书香过大年")).isVisible();
        assertThat(page).hasTitle("网络书香过大年");
        assertThat(page.getByText("距离落幕")).isVisible();
        assertThat(page.getByText(Pattern.compile("还有 3\\d 天 \\d+ 小时 \\d+ 分钟"))).isAttached();
        assertThat(heading(page, "新春知识答题")).isVisible();
        assertThat(link(page, Pattern.compile("^进.+的门$"))).hasCount(35);
        visit.step("home");
    }

    private static void readsInEnglish(Visit visit) {
        Page page = visit.page();
        button(page, "English").click();
        assertThat(heading(page, "New Year with Books Online")).isVisible();
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        assertThat(page.getByText("Closes in")).isVisible();
        page.reload();
        assertThat(heading(page, "New Year with Books Online")).isVisible();
        visit.step("home-in-english");
        button(page, "中文").click();
        assertThat(heading(page, "网络书香过大年")).isVisible();
        assertThat(page.locator("html")).hasAttribute("lang", "zh-CN");
    }

    private static void joins(Visit visit) {
        Page page = visit.page();
        link(page, "进广东的门").click();
        assertThat(heading(page, "登记参加")).isVisible();
        assertThat(page.getByLabel("省份")).hasValue("440000");
        page.getByLabel("昵称").fill(NICKNAME);
        optional(page, "市").selectOption("广州市");
        optional(page, "图书馆").selectOption("广州图书馆");
        page.getByLabel("18–34 岁").check();
        assertThat(page.getByText("验证好了")).isVisible(new IsVisibleOptions().setTimeout(PROOF_OF_WORK.toMillis()));
        visit.step("join");
        button(page, "进门").click();
        assertThat(page.getByText(NICKNAME + "，新年好！")).isVisible();
        assertThat(link(page, "广东，我的门")).isAttached();
        visit.step("home-as-participant");
    }

    private static void startsTheQuiz(Visit visit) {
        Page page = visit.page();
        link(page, "去答题 新春知识答题").click();
        assertThat(heading(page, "新春知识答题")).isVisible();
        assertThat(page.getByText("5 次", exactly())).isVisible();
        visit.step("rules");
        button(page, "开始答题").click();
        assertThat(question(page)).isVisible();
    }

    /** Answers all questions, the first one wrong in the end, and returns their texts. */
    private List<String> answers(Visit visit) {
        Page page = visit.page();
        List<String> stems = new ArrayList<>();
        String wrong = "";
        for (int number = 1; number <= QUESTIONS; number++) {
            assertThat(page.getByText("第 " + number + " 题 / 共 10 题")).isVisible();
            String stem = stem(page);
            stems.add(stem);
            answer(page, key.answer(stem));
            assertThat(page.locator("progress")).hasAttribute("aria-label", "已答 " + number + " / 10");
            visit.step("question-" + number + "-" + kind(page));
            switch (number) {
                case 3 -> wrong = changesTheFirstAnswer(page);
                case 5 -> refreshes(visit, stems, wrong);
                case 7 -> losesTheNetwork(visit, stems);
                default -> {}
            }
            if (number < QUESTIONS) {
                button(page, "下一题").click();
            }
        }
        return stems;
    }

    /** The first question gets an answer that is surely wrong; returns what is seen of it. */
    private String changesTheFirstAnswer(Page page) {
        goTo(page, 1);
        String right = seenAnswer(page);
        List<String> options = options(page);
        if (kind(page).equals("诗句")) {
            button(page, Pattern.compile("^第 1 格，.+收回$")).click();
            String other = options.stream()
                    .filter(tile -> !key.answer(stem(page)).contains(tile))
                    .findFirst()
                    .orElseThrow();
            button(page, "放“" + other + "”").click();
        } else {
            String other = options.stream()
                    .filter(option -> !key.answer(stem(page)).contains(option))
                    .findFirst()
                    .orElseThrow();
            option(page, other).click();
        }
        String wrong = seenAnswer(page);
        assertThat(wrong).isNotEqualTo(right);
        goTo(page, 3);
        return wrong;
    }

    private void refreshes(Visit visit, List<String> stems, String wrong) {
        Page page = visit.page();
        page.reload();
        assertThat(page.getByText("第 5 题 / 共 10 题")).isVisible();
        assertThat(page.locator("progress")).hasAttribute("aria-label", "已答 5 / 10");
        assertThat(stem(page)).isEqualTo(stems.get(4));
        assertThat(seenAnswer(page)).isNotEmpty();
        goTo(page, 1);
        assertThat(stem(page)).isEqualTo(stems.get(0));
        assertThat(seenAnswer(page)).isEqualTo(wrong);
        goTo(page, 5);
    }

    private static void losesTheNetwork(Visit visit, List<String> stems) {
        Page page = visit.page();
        visit.expect("ERR_INTERNET_DISCONNECTED");
        visit.context().setOffline(true);
        assertThat(page.getByText("离线：照常作答，答案都存在本机，连上网再交卷。").last()).isVisible();
        visit.step("offline");
        page.reload();
        assertThat(page.getByText("第 7 题 / 共 10 题")).isVisible();
        assertThat(stem(page)).isEqualTo(stems.get(6));
    }

    private static void handsIn(Visit visit) {
        Page page = visit.page();
        button(page, "交卷").last().click();
        assertThat(page.getByText("都答完了，现在交卷吗？")).isVisible();
        visit.step("hand-in");
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("交卷"))
                .click();
        assertThat(page.getByText("网络断开了。连上以后会自动交卷。")).isVisible();
        visit.step("hand-in-offline");
        visit.context().setOffline(false);
    }

    private void readsTheResult(Visit visit, List<String> stems) {
        Page page = visit.page();
        assertThat(heading(page, "答题成绩")).isVisible(new IsVisibleOptions().setTimeout(60_000));
        assertThat(page.getByText("90 分，满分 100 分。金榜题名")).isAttached();
        assertThat(page.getByText("9 / 10 题")).isVisible();
        for (String stem : stems) {
            assertThat(page.getByText(stem)).isVisible();
            assertThat(page.getByText(key.explanation(stem))).isVisible();
        }
        assertThat(page.getByText("您的答案")).hasCount(1);
        visit.step("result");
        page.getByLabel("只看错题").check();
        assertThat(page.getByText("正确答案")).hasCount(1);
        assertThat(page.getByText(stems.get(0))).isVisible();
    }

    private static void looksBack(Visit visit) {
        Page page = visit.page();
        page.getByRole(AriaRole.MAIN)
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("我的答题"))
                .click();
        assertThat(heading(page, "我的答题")).isVisible();
        assertThat(page.getByText(NICKNAME, exactly())).isVisible();
        assertThat(page.getByText("广州图书馆")).isVisible();
        assertThat(page.getByText("今天答了 1 次，每天 5 次")).isVisible();
        assertThat(page.getByText("90 / 100 分")).isVisible();
        visit.step("my-attempts");
        page.getByText("第 1 次").click();
        assertThat(heading(page, "答题成绩")).isVisible();
    }

    private static void takesThePoster(Visit visit) throws Exception {
        Page page = visit.page();
        link(page, "领新年海报").click();
        assertThat(page.getByRole(AriaRole.IMG, named(Pattern.compile("新年海报：" + NICKNAME + ".+得了 90 分"))))
                .isVisible();
        visit.step("poster");
        Download download = page.waitForDownload(() -> link(page, "保存图片").click());
        assertThat(download.suggestedFilename()).isEqualTo("shuxiang.png");
        BufferedImage poster = ImageIO.read(download.path().toFile());
        assertThat(poster.getWidth()).isEqualTo(1080);
        assertThat(poster.getHeight()).isEqualTo(1920);
    }

    private static void findsThemselvesOnTheBoards(Visit visit) {
        Page page = visit.page();
        page.navigate("/");
        link(page, "进大观园看看").click();
        assertThat(heading(page, "数据大观园")).isVisible();
        assertThat(page.getByText("实时更新", exactly())).isVisible();
        Locator totals = page.getByRole(AriaRole.REGION, named("总数"));
        assertThat(totals).containsText("作答");
        assertThat(button(page, Pattern.compile("^广东，.+第 1 名"))).isVisible();
        assertThat(page.getByRole(AriaRole.TABLE, named("各省榜"))).containsText("我的省");
        heading(page, "答题排名").scrollIntoViewIfNeeded();
        assertThat(page.getByRole(AriaRole.TABLE, named("答题排名"))).containsText(NICKNAME);
        heading(page, "图书馆榜").scrollIntoViewIfNeeded();
        assertThat(page.getByText("少于 10 人，暂不显示").first()).isVisible();
        visit.step("boards");
        page.getByText("查看数据表").first().click();
        assertThat(page.getByRole(AriaRole.TABLE, named("各省亮格"))).isVisible();
        visit.step("boards-as-a-table");
    }

    private static Locator question(Page page) {
        return page.getByRole(AriaRole.REGION, named(Pattern.compile("^第 \\d+ 题")));
    }

    private static String stem(Page page) {
        return question(page).locator("legend, h2").innerText().strip();
    }

    private static String kind(Page page) {
        return question(page).getByText(Pattern.compile("^(单选|多选|判断|诗句)$")).innerText();
    }

    private static List<String> options(Page page) {
        return kind(page).equals("诗句")
                ? question(page)
                        .getByRole(AriaRole.LIST, new Locator.GetByRoleOptions().setName("可以用的字"))
                        .getByRole(AriaRole.BUTTON)
                        .allInnerTexts()
                : question(page).locator("label span:last-child").allInnerTexts();
    }

    private static void answer(Page page, List<String> texts) {
        switch (kind(page)) {
            case "诗句" -> {
                for (String tile : texts) {
                    question(page)
                            .locator("button:enabled")
                            .and(page.getByLabel("放“" + tile + "”"))
                            .first()
                            .click();
                }
            }
            default -> texts.forEach(text -> option(page, text).click());
        }
    }

    private static Locator option(Page page, String text) {
        return question(page)
                .locator("label")
                .filter(new Locator.FilterOptions().setHas(page.getByText(text, exactly())));
    }

    /** The chosen options, or the line of a poem as far as it lies. */
    private static String seenAnswer(Page page) {
        return kind(page).equals("诗句")
                ? String.join(
                        "",
                        question(page)
                                .getByRole(AriaRole.LIST, new Locator.GetByRoleOptions().setName("诗句"))
                                .getByRole(AriaRole.BUTTON)
                                .allInnerTexts())
                : String.join(
                        "|", question(page).locator("label:has(input:checked)").allInnerTexts());
    }

    /** By the overview, which has a place of its own on a large screen. */
    private static void goTo(Page page, int number) {
        Locator overview = button(page, "答题卡");
        if (overview.isVisible()) {
            overview.click();
        }
        button(page, Pattern.compile("^第 " + number + " 题，")).click();
        assertThat(page.getByText("第 " + number + " 题 / 共 10 题")).isVisible();
    }
}
