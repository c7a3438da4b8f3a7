package org.shuxiang.platform.problem;

import org.springframework.http.HttpStatus;

/**
 * A kind of problem. Its texts are {@code problem.<code>.title} and {@code problem.<code>.detail} in the message bundles.
 *
 * @param code stable, lowercase with hyphens; clients decide by it
 */
public record ProblemType(String code, HttpStatus status) {

    public static final ProblemType MALFORMED_REQUEST = new ProblemType("malformed-request", HttpStatus.BAD_REQUEST);
    public static final ProblemType INVALID_REQUEST = new ProblemType("invalid-request", HttpStatus.BAD_REQUEST);
    public static final ProblemType NOT_SIGNED_IN = new ProblemType("not-signed-in", HttpStatus.UNAUTHORIZED);
    public static final ProblemType FORBIDDEN = new ProblemType("forbidden", HttpStatus.FORBIDDEN);
    public static final ProblemType CSRF = new ProblemType("csrf-token-missing", HttpStatus.FORBIDDEN);
    public static final ProblemType NOT_FOUND = new ProblemType("not-found", HttpStatus.NOT_FOUND);
    public static final ProblemType METHOD_NOT_ALLOWED =
            new ProblemType("method-not-allowed", HttpStatus.METHOD_NOT_ALLOWED);
    public static final ProblemType NOT_ACCEPTABLE = new ProblemType("not-acceptable", HttpStatus.NOT_ACCEPTABLE);
    public static final ProblemType STALE_REVISION = new ProblemType("stale-revision", HttpStatus.CONFLICT);
    public static final ProblemType NEEDS_REBUILD = new ProblemType("needs-rebuild", HttpStatus.CONFLICT);
    public static final ProblemType CONTENT_TOO_LARGE =
            new ProblemType("content-too-large", HttpStatus.CONTENT_TOO_LARGE);
    public static final ProblemType UNSUPPORTED_MEDIA_TYPE =
            new ProblemType("unsupported-media-type", HttpStatus.UNSUPPORTED_MEDIA_TYPE);
    public static final ProblemType IMPORT_REJECTED =
            new ProblemType("import-rejected", HttpStatus.UNPROCESSABLE_CONTENT);
    public static final ProblemType UNAVAILABLE = new ProblemType("unavailable", HttpStatus.SERVICE_UNAVAILABLE);
    public static final ProblemType INTERNAL = new ProblemType("internal", HttpStatus.INTERNAL_SERVER_ERROR);

    /** The {@code type} of RFC 9457: a reference relative to the service. */
    public String uri() {
        return "/problems/" + code;
    }
}
