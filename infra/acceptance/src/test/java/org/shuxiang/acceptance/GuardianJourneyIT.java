package org.shuxiang.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.shuxiang.acceptance.Finding.button;
import static org.shuxiang.acceptance.Finding.heading;
import static org.shuxiang.acceptance.Finding.labelled;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A child wants to join; the guardian is asked, and so is whoever filled something in wrongly. */
class GuardianJourneyIT {

    @ParameterizedTest
    @EnumSource
    void joinsWithTheGuardiansConsent(Viewport viewport) throws Exception {
        Visit.make("guardian", viewport, visit -> {
            visit.expect("status of 401 .* at .*/api/campaign/participants/me");
            Page page = visit.page();
            page.navigate("/join");
            assertThat(heading(page, "登记参加")).isVisible();
            forgetsEverythingButTheAge(visit);
            takesAForbiddenNickname(visit);
            joins(visit);
        });
    }

    private static void forgetsEverythingButTheAge(Visit visit) {
        Page page = visit.page();
        page.getByLabel("7–13 岁").check();
        assertThat(page.getByText("十四岁以下的小朋友参加，需要爸爸妈妈或其他监护人同意。")).isVisible();
        button(page, "进门").click();
        assertThat(page.getByText("还有 3 处需要填写或修改")).isVisible();
        assertIsWrong(page, "昵称", "请写一个昵称");
        assertIsWrong(page, "省份", "请选择省份");
        assertIsWrong(page, "我是孩子的监护人，同意孩子参加活动", "需要监护人同意才能参加");
        assertThat(labelled(page, "昵称")).isFocused();
        visit.step("nothing-filled-in");
    }

    private static void takesAForbiddenNickname(Visit visit) {
        Page page = visit.page();
        labelled(page, "昵称").fill("官方小喇叭");
        labelled(page, "省份").selectOption("广东");
        labelled(page, "我是孩子的监护人，同意孩子参加活动").check();
        assertThat(page.getByText(Pattern.compile("^还有 \\d 处需要填写或修改$"))).hasCount(0);
        assertThat(page.getByText("验证好了")).isVisible(new IsVisibleOptions().setTimeout(120_000));
        visit.expect("status of 422 .* at .*/api/campaign/participants");
        button(page, "进门").click();
        assertIsWrong(page, "昵称", "昵称里有不能使用的词");
        assertThat(labelled(page, "昵称")).isFocused();
        visit.step("nickname-refused");
    }

    private static void joins(Visit visit) {
        Page page = visit.page();
        labelled(page, "昵称").fill("小喇叭");
        assertThat(page.getByText("昵称里有不能使用的词")).hasCount(0);
        page.getByLabel("成绩或作品公开展示时，可以显示孩子的昵称").check();
        visit.step("consent-given");
        button(page, "进门").click();
        assertThat(page.getByText("小喇叭，新年好！")).isVisible();
        page.navigate("/me");
        assertThat(page.getByText("7–13 岁")).isVisible();
        visit.step("child-has-joined");
    }

    private static void assertIsWrong(Page page, String label, String mistake) {
        assertThat(labelled(page, label)).hasAttribute("aria-invalid", "true");
        assertThat(labelled(page, label)).hasAccessibleDescription(Pattern.compile("(^| )" + mistake + "$"));
    }
}
