package org.shuxiang.campaign.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuxiang.campaign.draft.DraftDefinition;
import org.shuxiang.campaign.draft.DraftDefinition.DraftActivity;
import org.shuxiang.campaign.draft.DraftDefinition.DraftPart;
import org.shuxiang.campaign.draft.DraftDefinition.DraftText;
import org.shuxiang.campaign.draft.DraftDefinition.DraftWindow;
import org.shuxiang.campaign.draft.EditingDrafts;
import org.shuxiang.campaign.draft.EditingDrafts.Publication;
import org.shuxiang.campaign.library.ImportingLibraries;
import org.shuxiang.contracts.quiz.Difficulty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** The libraries of the demonstration and a campaign that began yesterday and goes on for a month. */
final class Demo {

    private static final Logger log = LoggerFactory.getLogger(Demo.class);
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final ImportingLibraries libraries;
    private final EditingDrafts drafts;
    private final Clock clock;

    Demo(ImportingLibraries libraries, EditingDrafts drafts, Clock clock) {
        this.libraries = libraries;
        this.drafts = drafts;
        this.clock = clock;
    }

    /** Does nothing once there is any campaign. */
    void setUp() {
        byte[] file = librariesFile();
        drafts.all()
                .hasElements()
                .filter(there -> !there)
                .flatMap(none -> libraries.importFile(file, null, false))
                .flatMap(imported -> {
                    log.info("demo: {} libraries", imported.imported());
                    return publish(campaign());
                })
                .block(PATIENCE);
    }

    /** The banks come with quiz-service, which may start later: their absence is no reason to wait. */
    private Mono<Publication> publish(DraftDefinition definition) {
        return drafts.create(definition)
                .flatMap(draft -> drafts.publishBeforeItsBanks(draft.id()))
                .doOnNext(outcome -> {
                    switch (outcome) {
                        case Publication.Published published ->
                            log.info(
                                    "demo: campaign {} is published",
                                    published.draft().id());
                        case Publication.Incomplete incomplete ->
                            throw new IllegalStateException("the demo campaign is wrong: " + incomplete.problems());
                    }
                });
    }

    private DraftDefinition campaign() {
        LocalDate today = LocalDate.now(clock.withZone(CHINA));
        int year = today.getYear();
        var window = new DraftWindow(
                today.minusDays(1).atStartOfDay(CHINA).toInstant(),
                today.plusDays(31).atStartOfDay(CHINA).toInstant());
        return new DraftDefinition(
                "chunjie-" + year,
                new DraftText("网络书香过大年", "New Year with Books Online"),
                new DraftText("书香里过年，阅读中团圆", "Together again, with a book in hand"),
                new DraftText("""
                        爆竹声中一岁除，春风送暖入屠苏。新春佳节，全国各地的公共图书馆邀请您和家人一起过一个有书香的年：\
                        守岁的夜里答几道年俗题，读几首写春天的诗，看看图书馆里收藏着的千年书缘。

                        不论您在繁华的城市还是安静的乡村，不论是刚识字的小朋友还是爱读书的爷爷奶奶，\
                        打开手机就能参加。选择您所在的省份和图书馆，让家乡的书香多一份力量！""", """
                        Firecrackers see the old year out, and a spring breeze warms the first cup of wine. This New Year \
                        the public libraries of the whole country invite you and your family to a holiday that smells of \
                        books: a few questions on our customs while you wait for midnight, some poems on spring, and a \
                        thousand years of libraries to discover.

                        In a busy city or a quiet village, a child who has just learnt to read or a grandparent who never \
                        stopped: a phone is all it takes. Choose your province and your library, and lend a hand to the \
                        readers of your home town!"""),
                window,
                List.of(quiz(year, window)));
    }

    private static DraftActivity quiz(int year, DraftWindow window) {
        return new DraftActivity(
                "xinchun-dati-" + year,
                "QUIZ",
                new DraftText("新春知识答题", "New Year's Quiz"),
                new DraftText(
                        "十道题，十分钟：春节习俗、唐宋诗词、书与图书馆史、数字阅读，答完就知道对错，还能看到每一题的讲解和出处。",
                        "Ten questions in ten minutes on New Year's customs, Tang and Song poems, the history of books and"
                                + " libraries, and digital reading. You see at once what was right, and why."),
                new DraftText("""
                        1. 每份试卷十题，限时十分钟；断网或关掉页面不会丢失已选的答案，回来可以接着答。
                        2. 每人每天可以答五次，取最好的一次成绩；得分相同的，用时短的在前。
                        3. 不会的题可以先点开“资源探索”，到图书馆的数字资源里找一找答案。
                        4. 未满 14 周岁的小读者，请和监护人一起报名。""", """
                        1. A paper has ten questions and a limit of ten minutes. Nothing that you chose is lost when the \
                        network or the page goes away: come back and go on.
                        2. You may try five times a day; your best result counts, and of equal ones the faster.
                        3. If you do not know an answer, open the library's resource beside the question and look for it.
                        4. Readers under 14 join together with a guardian."""),
                window,
                null,
                "new-year",
                List.of(
                        part("春节习俗", Difficulty.EASY, 2),
                        part("春节习俗", Difficulty.MEDIUM, 1),
                        part("唐宋诗词", Difficulty.EASY, 1),
                        part("唐宋诗词", Difficulty.MEDIUM, 1),
                        part("唐宋诗词", Difficulty.HARD, 1),
                        part("书与图书馆史", Difficulty.EASY, 1),
                        part("书与图书馆史", Difficulty.MEDIUM, 1),
                        part("数字阅读", Difficulty.EASY, 1),
                        part("数字阅读", Difficulty.MEDIUM, 1)),
                600,
                15,
                5,
                null);
    }

    private static DraftPart part(String category, Difficulty difficulty, int count) {
        return new DraftPart(category, difficulty, count);
    }

    private static byte[] librariesFile() {
        try (@Nullable InputStream file = Demo.class.getResourceAsStream("/demo/libraries.csv")) {
            if (file == null) {
                throw new IllegalStateException("no libraries for the demo");
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
