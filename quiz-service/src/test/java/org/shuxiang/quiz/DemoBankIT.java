package org.shuxiang.quiz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.shuxiang.quiz.bank.QuestionBanks;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** A newcomer finds a question bank. */
@QuizIT
@TestPropertySource(properties = "shuxiang.demo=true")
@DirtiesContext
class DemoBankIT {

    @Autowired
    private QuestionBanks banks;

    @Test
    void importsTheRealFile() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> banks.latest("new-year").isPresent());

        assertThat(banks.latest("new-year").orElseThrow().questions()).hasSize(160);
        assertThat(banks.latest("new-year").orElseThrow().title()).isEqualTo("新春答题题库");
    }
}
