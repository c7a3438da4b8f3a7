package org.shuxiang.campaign.participant;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Nicknames as they stand in the log: AES-256-GCM, bound to the participant. */
public final class NicknameCipher {

    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    /** @param base64Key 32 bytes */
    public NicknameCipher(String base64Key) {
        byte[] bytes = Base64.getDecoder().decode(base64Key);
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException("shuxiang.campaign.personal-data-key must be 32 bytes in base64");
        }
        this.key = new SecretKeySpec(bytes, "AES");
    }

    /** Base64 of nonce and ciphertext. */
    public String encrypt(String nickname, String participantId) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] hidden = crypt(Cipher.ENCRYPT_MODE, nonce, participantId, nickname.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder()
                .encodeToString(ByteBuffer.allocate(nonce.length + hidden.length)
                        .put(nonce)
                        .put(hidden)
                        .array());
    }

    /**
     * The nickname again.
     *
     * @throws IllegalArgumentException when it was encrypted with another key or for another participant
     */
    public String decrypt(String encrypted, String participantId) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(encrypted));
        if (bytes.remaining() < NONCE_BYTES) {
            throw new IllegalArgumentException("too short for a nickname");
        }
        byte[] nonce = new byte[NONCE_BYTES];
        bytes.get(nonce);
        byte[] hidden = new byte[bytes.remaining()];
        bytes.get(hidden);
        return new String(crypt(Cipher.DECRYPT_MODE, nonce, participantId, hidden), StandardCharsets.UTF_8);
    }

    private byte[] crypt(int mode, byte[] nonce, String participantId, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance(ALGORITHM);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(participantId.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "a nickname cannot be " + (mode == Cipher.ENCRYPT_MODE ? "en" : "de") + "crypted", e);
        }
    }
}
