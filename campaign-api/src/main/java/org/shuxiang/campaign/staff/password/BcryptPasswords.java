package org.shuxiang.campaign.staff.password;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shuxiang.campaign.staff.Passwords;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** bcrypt on a few threads of its own: so many guesses at a time cost the machine no more than that. */
@Component
class BcryptPasswords implements Passwords, DisposableBean {

    private static final int THREADS = 2;
    private static final int QUEUE = 100;

    private final PasswordEncoder encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();
    private final Scheduler scheduler = Schedulers.newBoundedElastic(THREADS, QUEUE, "passwords");
    private final String hashOfNothing = Objects.requireNonNull(encoder.encode("nobody's password"));

    @Override
    public Mono<String> hash(String password) {
        return Mono.fromCallable(() -> Objects.requireNonNull(encoder.encode(password)))
                .subscribeOn(scheduler);
    }

    @Override
    public Mono<Boolean> matches(String password, @Nullable String hash) {
        return Mono.fromCallable(() -> encoder.matches(password, hash == null ? hashOfNothing : hash) && hash != null)
                .subscribeOn(scheduler);
    }

    @Override
    public void destroy() {
        scheduler.dispose();
    }
}
