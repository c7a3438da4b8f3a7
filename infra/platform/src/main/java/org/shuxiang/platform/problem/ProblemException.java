package org.shuxiang.platform.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Ends a request with a problem that the client can act on. */
public final class ProblemException extends RuntimeException {

    private final ProblemType type;
    private final Object[] arguments;
    private final List<FieldProblem> fields;
    private final Map<String, Object> properties;

    private ProblemException(
            ProblemType type,
            Object[] arguments,
            List<FieldProblem> fields,
            Map<String, Object> properties,
            @Nullable Throwable cause) {
        // a problem is an answer and no defect: nobody reads its stack
        super(type.code(), cause, false, false);
        this.type = type;
        this.arguments = arguments;
        this.fields = List.copyOf(fields);
        this.properties = Map.copyOf(properties);
    }

    /** @param arguments for the placeholders of the detail's text */
    public static ProblemException of(ProblemType type, Object... arguments) {
        return new ProblemException(type, arguments, List.of(), Map.of(), null);
    }

    public static ProblemException invalid(List<FieldProblem> fields) {
        return new ProblemException(ProblemType.INVALID_REQUEST, new Object[0], fields, Map.of(), null);
    }

    public static ProblemException invalid(String field, String code, Object... arguments) {
        return invalid(List.of(new FieldProblem(field, code, arguments)));
    }

    /** The same problem with what is wrong in which field. */
    public ProblemException withFields(List<FieldProblem> more) {
        return new ProblemException(type, arguments, more, properties, getCause());
    }

    /** The same problem with a further member in its JSON. */
    public ProblemException with(String name, Object value) {
        var more = new LinkedHashMap<>(properties);
        more.put(name, value);
        return new ProblemException(type, arguments, fields, more, getCause());
    }

    /** The same problem, to be tried again after so many seconds: header Retry-After. */
    public ProblemException retryAfterSeconds(long seconds) {
        return with(Problems.RETRY_AFTER, seconds);
    }

    public ProblemType type() {
        return type;
    }

    Object[] arguments() {
        return arguments;
    }

    public List<FieldProblem> fields() {
        return fields;
    }

    Map<String, Object> properties() {
        return properties;
    }
}
