package org.shuxiang.quiz.paper;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import org.shuxiang.contracts.quiz.AnswerSheetEvent.Answer;

/** SHA-256 over what was answered, so that a receipt fits only the sheet that it was given for. */
final class SheetDigest {

    private SheetDigest() {}

    static String of(List<Answer> answers, List<Integer> resourcesOpened) {
        var text = new StringBuilder();
        answers.forEach(answer -> text.append(answer.position())
                .append('=')
                .append(answer.chosen())
                .append(';'));
        text.append(resourcesOpened);
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
