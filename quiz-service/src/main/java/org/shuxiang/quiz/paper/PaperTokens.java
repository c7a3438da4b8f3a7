package org.shuxiang.quiz.paper;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jwt.EncryptedJWT;
import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shuxiang.contracts.quiz.AnswerSheetEvent.AskedQuestion;
import org.shuxiang.contracts.quiz.AttemptLimits;

/**
 * Paper tickets and receipts as tokens (JWE, dir, A256GCM) with a key that only this service has. Encrypted, because
 * the order of the options would tell the answer of a poem's line; and nobody can make or change one.
 */
public final class PaperTokens {

    private static final JWEHeader PAPER = header("paper");
    private static final JWEHeader RECEIPT = header("receipt");
    private static final int ORDER_RADIX = 36;

    private final byte[] secret;

    /** @param secret 32 bytes */
    public PaperTokens(byte[] secret) {
        if (secret.length != 32) {
            throw new IllegalArgumentException("shuxiang.quiz.paper-secret needs 32 bytes");
        }
        this.secret = secret.clone();
    }

    /** The token that a paper is handed in with. */
    public String seal(PaperTicket ticket) {
        var claims = new JWTClaimsSet.Builder()
                .claim("act", ticket.attempt().activityId())
                .subject(ticket.attempt().participantId())
                .claim("no", ticket.attempt().number())
                .claim("cam", ticket.campaignId())
                .claim("bank", ticket.bankId())
                .claim("ver", ticket.bankVersion())
                .claim("from", ticket.issuedAt().toEpochMilli())
                .claim("to", ticket.expiresAt().toEpochMilli())
                .claim("grace", ticket.graceSeconds())
                .claim("day", ticket.limits().perDay())
                .claim("all", ticket.limits().inAll())
                .claim("paper", ticket.paper().stream().map(PaperTokens::text).toList());
        return encrypt(PAPER, claims.build());
    }

    /** Empty when the token is not one that this service made. */
    public Optional<PaperTicket> open(String token) {
        return decrypt(PAPER, token).flatMap(claims -> {
            try {
                return Optional.of(new PaperTicket(
                        new AttemptId(claims.getStringClaim("act"), claims.getSubject(), claims.getIntegerClaim("no")),
                        claims.getStringClaim("cam"),
                        claims.getStringClaim("bank"),
                        claims.getIntegerClaim("ver"),
                        Instant.ofEpochMilli(claims.getLongClaim("from")),
                        Instant.ofEpochMilli(claims.getLongClaim("to")),
                        claims.getIntegerClaim("grace"),
                        new AttemptLimits(claims.getIntegerClaim("day"), claims.getIntegerClaim("all")),
                        claims.getStringListClaim("paper").stream()
                                .map(PaperTokens::asked)
                                .toList()));
            } catch (ParseException e) {
                return Optional.empty();
            }
        });
    }

    /**
     * A receipt for a sheet that could not be put into the log: whoever brings it back with the same sheet is treated as
     * if that sheet had come in then.
     *
     * @param digest of the sheet
     */
    public String receipt(AttemptId attempt, String digest, Instant receivedAt) {
        return encrypt(
                RECEIPT,
                new JWTClaimsSet.Builder()
                        .subject(attempt.text())
                        .claim("sheet", digest)
                        .claim("at", receivedAt.toEpochMilli())
                        .build());
    }

    /** When that very sheet was received first; empty when the receipt is not for it. */
    public Optional<Instant> receivedAt(String receipt, AttemptId attempt, String digest) {
        return decrypt(RECEIPT, receipt)
                .filter(claims -> attempt.text().equals(claims.getSubject()))
                .filter(claims -> digest.equals(claims.getClaim("sheet")))
                .map(claims -> claims.getClaim("at"))
                .map(at -> Instant.ofEpochMilli((Long) at));
    }

    private String encrypt(JWEHeader header, JWTClaimsSet claims) {
        var token = new EncryptedJWT(header, claims);
        try {
            token.encrypt(new DirectEncrypter(secret));
        } catch (JOSEException e) {
            throw new IllegalStateException("encrypting a token failed", e);
        }
        return token.serialize();
    }

    private Optional<JWTClaimsSet> decrypt(JWEHeader kind, String token) {
        try {
            EncryptedJWT jwt = EncryptedJWT.parse(token);
            JWEHeader header = jwt.getHeader();
            boolean ours = kind.getType().equals(header.getType())
                    && kind.getAlgorithm().equals(header.getAlgorithm())
                    && kind.getEncryptionMethod().equals(header.getEncryptionMethod());
            if (!ours) {
                return Optional.empty();
            }
            jwt.decrypt(new DirectDecrypter(secret));
            @Nullable JWTClaimsSet claims = jwt.getJWTClaimsSet();
            return Optional.ofNullable(claims);
        } catch (ParseException | JOSEException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    private static JWEHeader header(String type) {
        return new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A256GCM)
                .type(new JOSEObjectType(type))
                .build();
    }

    /** Question id, colon, one digit an option. */
    private static String text(AskedQuestion asked) {
        var text = new StringBuilder(asked.questionId()).append(':');
        asked.order().forEach(index -> text.append(Character.forDigit(index, ORDER_RADIX)));
        return text.toString();
    }

    private static AskedQuestion asked(String text) {
        int colon = text.lastIndexOf(':');
        List<Integer> order = new ArrayList<>();
        for (int i = colon + 1; i < text.length(); i++) {
            order.add(Character.digit(text.charAt(i), ORDER_RADIX));
        }
        return new AskedQuestion(text.substring(0, colon), order);
    }
}
