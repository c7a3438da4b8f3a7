package org.shuxiang.platform.input;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/**
 * A text that people read: its length counts characters as people do (an emoji or a rare Hanzi is one code point), and
 * it has no control characters but, where {@code lines} says so, line ends. Null passes: add {@code @NotNull}.
 */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = PlainText.Check.class)
public @interface PlainText {

    int min() default 1;

    int max();

    boolean lines() default false;

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The rule itself. */
    final class Check implements ConstraintValidator<PlainText, String> {

        private int min;
        private int max;
        private boolean lines;

        @Override
        public void initialize(PlainText constraint) {
            min = constraint.min();
            max = constraint.max();
            lines = constraint.lines();
        }

        @Override
        public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
            return value == null || isPlain(value, min, max, lines);
        }

        /** Whether the text keeps the rule. */
        public static boolean isPlain(String value, int min, int max, boolean lines) {
            // strip() first: blanks alone are no text
            int length = value.strip().codePointCount(0, value.strip().length());
            return length >= min
                    && length <= max
                    && value.codePoints().noneMatch(c -> isControl(c) && !(lines && (c == '\n' || c == '\r')));
        }

        private static boolean isControl(int codePoint) {
            return Character.isISOControl(codePoint)
                    || Character.getType(codePoint) == Character.SURROGATE
                    // bidirectional overrides can turn the text around them
                    || (codePoint >= 0x202A && codePoint <= 0x202E)
                    || (codePoint >= 0x2066 && codePoint <= 0x2069);
        }
    }
}
