package io.qudao.identity.internal;

import io.qudao.kernel.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The devices on which members have signed in. A device stores a number and a signature for each such member; nothing
 * is stored here. A device without a signature of a member is unknown to that member.
 */
@Component
class Devices {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{22}(\\.[A-Za-z0-9_-]{22}){1,8}");
    private static final int MEMBERS = 8;
    private static final int BYTES = 16;
    private static final String MAC = "HmacSHA256";

    private final SecretKeySpec key;

    Devices(IdentityProperties properties) {
        this.key = new SecretKeySpec(Hashes.sha256("device:" + properties.keySecret()), MAC);
    }

    /** Returns the number of the device if this member has signed in on it before. */
    Optional<String> knownTo(TenantId tenant, String email, @Nullable String kept) {
        var parts = parts(kept);
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        var device = parts.getFirst();
        var expected = signature(tenant, email, device).getBytes(StandardCharsets.US_ASCII);
        boolean known = parts.stream()
                .skip(1)
                .map(signature -> signature.getBytes(StandardCharsets.US_ASCII))
                .anyMatch(signature -> MessageDigest.isEqual(expected, signature));
        return known ? Optional.of(device) : Optional.empty();
    }

    /** Returns what the device is to store: this member first, then those who signed in on it most recently. */
    String remember(TenantId tenant, String email, @Nullable String kept) {
        var parts = parts(kept);
        var device = parts.isEmpty() ? Hashes.newSecret().substring(0, 22) : parts.getFirst();
        var own = signature(tenant, email, device);
        var others = parts.stream().skip(1).filter(signature -> !signature.equals(own));
        return String.join(
                ".",
                Stream.concat(Stream.of(device, own), others)
                        .limit(MEMBERS + 1L)
                        .toList());
    }

    private static List<String> parts(@Nullable String kept) {
        return kept != null && FORM.matcher(kept).matches() ? List.of(kept.split("\\.", -1)) : List.of();
    }

    private String signature(TenantId tenant, String email, String device) {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(key);
            var bits = mac.doFinal((tenant + " " + device + " " + email).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(bits, BYTES));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has " + MAC, impossible);
        }
    }
}
