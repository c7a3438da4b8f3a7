package org.shuxiang.campaign.staff;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Hashes passwords; neither call blocks the caller's thread. */
public interface Passwords {

    Mono<String> hash(String password);

    /** Whether it is that one; takes as long for a hash that is null, and is false. */
    Mono<Boolean> matches(String password, @Nullable String hash);
}
