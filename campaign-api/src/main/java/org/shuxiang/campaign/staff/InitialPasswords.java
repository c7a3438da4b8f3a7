package org.shuxiang.campaign.staff;

import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Passwords that are read out over the telephone: no letter or digit that looks like another. */
final class InitialPasswords {

    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int GROUPS = 3;
    private static final int GROUP = 4;

    private final RandomGenerator random;

    InitialPasswords(RandomGenerator random) {
        this.random = random;
    }

    /** Such as {@code k7mq-tr4w-x9pd}, about 59 bits. */
    String next() {
        return random.ints(GROUPS, 0, 1)
                .mapToObj(group -> random.ints(GROUP, 0, ALPHABET.length())
                        .mapToObj(ALPHABET::charAt)
                        .map(String::valueOf)
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("-"));
    }
}
