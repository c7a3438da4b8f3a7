package org.shuxiang.platform.problem;

/**
 * What is wrong with one field of a request. Its text is {@code invalid.<code>} in the message bundles.
 *
 * @param field the path as the client wrote it, such as {@code activities[0].title.zh}
 * @param arguments for the placeholders of the text
 */
public record FieldProblem(String field, String code, Object... arguments) {}
