package org.shuxiang.quiz.paper;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Chance that only the holder of a secret can foresee and that comes out the same each time: HMAC-SHA256 (RFC 2104) over
 * what it is for and a counter, read as a stream of 32-bit numbers.
 */
final class Chance {

    private static final String ALGORITHM = "HmacSHA256";

    private final Mac mac;
    private final byte[] purpose;
    private ByteBuffer block = ByteBuffer.allocate(0);
    private int counter;

    Chance(byte[] secret, String purpose) {
        try {
            this.mac = Mac.getInstance(ALGORITHM);
            this.mac.init(new SecretKeySpec(secret, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
        this.purpose = purpose.getBytes(StandardCharsets.UTF_8);
    }

    /** A number from 0 to bound - 1, each as likely as the others. */
    int below(int bound) {
        // numbers above the last whole multiple of the bound would favour the small ones
        long limit = (1L << 32) / bound * bound;
        long number;
        do {
            number = next();
        } while (number >= limit);
        return (int) (number % bound);
    }

    /** So many of them in random order (Fisher and Yates), or all when there are fewer. */
    <T> List<T> draw(List<T> from, int count) {
        var remaining = new ArrayList<>(from);
        var drawn = new ArrayList<T>(count);
        while (drawn.size() < count && !remaining.isEmpty()) {
            int picked = below(remaining.size());
            drawn.add(remaining.get(picked));
            remaining.set(picked, remaining.getLast());
            remaining.removeLast();
        }
        return drawn;
    }

    private long next() {
        if (!block.hasRemaining()) {
            mac.update(purpose);
            block = ByteBuffer.wrap(
                    mac.doFinal(ByteBuffer.allocate(4).putInt(counter++).array()));
        }
        return block.getInt() & 0xFFFF_FFFFL;
    }
}
