package org.shuxiang.quiz.regrade;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.shuxiang.quiz.regrade.Regrade.State;

class RegradeTest {

    private static final Regrade OPENED = Regrade.opened("bank", 2);

    @Test
    void goesOnUntilAPassFindsNone() {
        Regrade first = OPENED.nextPass().withPage("b", 2).withPage("d", 1).endOfPass();
        Regrade second = first.nextPass().withPage("c", 1).endOfPass();
        Regrade third = second.nextPass().endOfPass();

        assertThat(first.state()).isEqualTo(State.RUNNING);
        assertThat(first.isBetweenPasses()).isTrue();
        assertThat(first.done()).isZero();
        assertThat(second.state()).isEqualTo(State.RUNNING);
        assertThat(second.done()).isEqualTo(3);
        assertThat(third).isEqualTo(new Regrade("bank", 2, State.DONE, 3, 3, 3, null, 0));
    }

    @Test
    void isDoneAtOnceWhenThereIsNothingToDo() {
        assertThat(OPENED.nextPass().endOfPass()).isEqualTo(new Regrade("bank", 2, State.DONE, 0, 0, 1, null, 0));
    }

    @Test
    void endsWhenTheGraderCannotDoWhatItIsAskedFor() {
        Regrade regrade = OPENED;
        int passes = 0;
        while (regrade.state() == State.RUNNING) {
            regrade = regrade.nextPass().withPage("a", 5).endOfPass();
            passes++;
        }

        assertThat(passes).isEqualTo(Regrade.MOST_PASSES);
        assertThat(regrade.touched()).isEqualTo(5);
        assertThat(regrade.done()).isZero();
    }
}
