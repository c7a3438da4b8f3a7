package org.shuxiang.platform.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.validation.FieldError;

/** Bean Validation's violations as field problems: the code is the constraint's name, the arguments its bounds. */
public final class ConstraintProblems {

    private ConstraintProblems() {}

    /**
     * The value itself when it keeps its constraints.
     *
     * @throws ProblemException naming every field that does not
     */
    public static <T> T validated(Validator validator, T value) {
        var violations = validator.validate(value);
        if (violations.isEmpty()) {
            return value;
        }
        throw ProblemException.invalid(violations.stream()
                .map(violation -> of(violation.getPropertyPath().toString(), violation))
                .sorted((a, b) -> a.field().compareTo(b.field()))
                .toList());
    }

    static FieldProblem of(FieldError error) {
        return error.contains(ConstraintViolation.class)
                ? of(error.getField(), error.unwrap(ConstraintViolation.class))
                : new FieldProblem(error.getField(), "Type");
    }

    private static FieldProblem of(String field, ConstraintViolation<?> violation) {
        var constraint = violation.getConstraintDescriptor();
        String code = constraint.getAnnotation().annotationType().getSimpleName();
        Map<String, Object> attributes = constraint.getAttributes();
        Object[] bounds = Stream.of("min", "max", "value")
                .map(attributes::get)
                .filter(Objects::nonNull)
                .toArray();
        return new FieldProblem(field.replace(".<list element>", ""), code, bounds);
    }
}
