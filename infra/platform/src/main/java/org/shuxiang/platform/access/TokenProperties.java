package org.shuxiang.platform.access;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The keys that tokens are signed and verified with.
 *
 * @param publicKey EC P-256 key as a JWK, needed by every service
 * @param privateKey the same with its private part, needed only by the service that issues tokens
 * @param cachedTokens how many verified tokens are remembered
 */
@ConfigurationProperties("shuxiang.tokens")
public record TokenProperties(
        String publicKey,
        @Nullable String privateKey,
        @DefaultValue("50000") int cachedTokens) {}
