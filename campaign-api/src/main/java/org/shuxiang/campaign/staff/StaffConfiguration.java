package org.shuxiang.campaign.staff;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.shuxiang.campaign.library.LibraryDirectory;
import org.shuxiang.platform.access.SignOuts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Puts the feature together, and an organiser into an empty installation. */
@Configuration(proxyBeanMethods = false)
class StaffConfiguration {

    private static final Logger log = LoggerFactory.getLogger(StaffConfiguration.class);
    private static final String FIRST = "admin";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Bean
    SigningIn signingIn(AccountStore accounts, Passwords passwords, SignOuts signOuts, Clock clock) {
        return new SigningIn(accounts, passwords, signOuts, clock);
    }

    @Bean
    ManagingAccounts managingAccounts(
            AccountStore accounts, Passwords passwords, SigningIn signingIn, LibraryDirectory libraries) {
        return new ManagingAccounts(
                accounts, passwords, new InitialPasswords(new SecureRandom()), signingIn, libraries);
    }

    @Bean
    @Order(0)
    ApplicationRunner firstOrganiser(ManagingAccounts managing, StaffProperties properties) {
        @Nullable String wanted = properties.firstOrganiserPassword();
        return arguments -> managing.createFirstOrganiser(FIRST, "管理员", wanted)
                .doOnNext(created -> {
                    if (wanted == null) {
                        log.warn(
                                "first organiser: user name {}, password {} (to be changed at the first sign-in)",
                                FIRST,
                                created.initialPassword());
                    } else {
                        log.info("first organiser: user name {}", FIRST);
                    }
                })
                .block(PATIENCE);
    }
}
