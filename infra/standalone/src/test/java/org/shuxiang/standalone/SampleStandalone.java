package org.shuxiang.standalone;

import java.util.List;
import java.util.Set;
import org.shuxiang.standalone.sample.main.SampleMain;
import org.shuxiang.standalone.sample.quiz.SampleQuiz;

/** The standalone program with two small services instead of the real ones. */
final class SampleStandalone {

    private SampleStandalone() {}

    public static void main(String[] args) {
        Standalone.launch(
                List.of(
                        new Service("sample-main", SampleMain.class, "/", Set.of(Secrets.PRIVATE_KEY)),
                        new Service("sample-quiz", SampleQuiz.class, "/api/quiz", Set.of(Secrets.PAPER_SECRET))),
                false);
    }
}
