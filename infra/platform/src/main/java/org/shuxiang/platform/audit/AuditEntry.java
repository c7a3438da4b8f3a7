package org.shuxiang.platform.audit;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Something that staff did.
 *
 * @param id time-ordered (UUIDv7)
 * @param actor user name
 * @param action verb and noun, lowercase with hyphens, such as {@code import-bank}
 * @param target what it was done to
 * @param detail what else is worth knowing, without personal data
 */
@Document("audit_entries")
public record AuditEntry(@Id String id, Instant at, String actor, String action, String target, String detail) {}
