package io.qudao.identity.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Lets the authorization server compare the secrets of programs. */
@Component
class ClientSecrets implements PasswordEncoder {

    @Override
    public @Nullable String encode(@Nullable CharSequence secret) {
        return secret == null ? null : Hashes.sha256Text(secret.toString());
    }

    @Override
    public boolean matches(@Nullable CharSequence secret, @Nullable String kept) {
        return secret != null
                && kept != null
                && MessageDigest.isEqual(
                        Hashes.sha256Text(secret.toString()).getBytes(StandardCharsets.US_ASCII),
                        kept.getBytes(StandardCharsets.US_ASCII));
    }
}
