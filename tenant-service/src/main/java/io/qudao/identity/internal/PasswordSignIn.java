package io.qudao.identity.internal;

import io.qudao.control.store.ControlDatabase;
import io.qudao.identity.Attempts;
import io.qudao.identity.Membership;
import io.qudao.identity.Origin;
import io.qudao.identity.SignIn;
import io.qudao.identity.SignInResult;
import io.qudao.kernel.PasswordRules;
import io.qudao.kernel.PersonRules;
import io.qudao.kernel.TenantId;
import java.net.InetAddress;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class PasswordSignIn implements SignIn {

    private static final int LONGEST = 1024;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);

    private final ControlDatabase database;
    private final PasswordHashes hashes;
    private final Attempts attempts;
    private final Devices devices;
    private final Attempts.Slowing slowing;

    PasswordSignIn(
            ControlDatabase database,
            PasswordHashes hashes,
            Attempts attempts,
            Devices devices,
            IdentityProperties properties) {
        this.database = database;
        this.hashes = hashes;
        this.attempts = attempts;
        this.devices = devices;
        this.slowing = new Attempts.Slowing(
                properties.freeAttempts(), FIRST_WAIT, properties.longestWait(), properties.attemptWindow());
    }

    @Override
    public SignInResult attempt(TenantId tenant, String email, String password, Origin origin) {
        var person = PersonRules.normal(email);
        var device = devices.knownTo(tenant, person, origin.device());
        var from = device.orElseGet(() -> place(origin.address()));
        var subject = new Attempts.Subject(
                tenant, device.isPresent() ? "sign-in.device" : "sign-in.place", person + " " + from);
        var wait = attempts.slow(subject, slowing);
        if (wait.isPresent()) {
            return new SignInResult.TooMany(wait.get());
        }
        var known = PersonRules.checkEmail(person).isEmpty() ? known(tenant, person) : Optional.<Known>empty();
        var matches = hashes.matches(
                tenant + " " + from,
                password.length() > LONGEST || !PasswordRules.isText(password) ? "" : password,
                known.map(Known::passwordHash).orElse(null));
        if (matches.isEmpty()) {
            attempts.giveBack(subject);
            return new SignInResult.Busy();
        }
        if (!matches.get() || known.isEmpty()) {
            return new SignInResult.Refused();
        }
        attempts.forget(subject);
        return new SignInResult.SignedIn(known.get().member(), devices.remember(tenant, person, origin.device()));
    }

    /**
     * Returns the network prefix of a household or office for an IPv6 address, because its owner can use as many
     * addresses as they like.
     */
    private static String place(String address) {
        try {
            var bytes = InetAddress.ofLiteral(address).getAddress();
            return HexFormat.of().formatHex(bytes, 0, bytes.length > 4 ? 8 : 4);
        } catch (IllegalArgumentException notLiteral) {
            return address;
        }
    }

    private Optional<Known> known(TenantId tenant, String email) {
        return database.within(
                tenant,
                sql -> sql.sql(JdbcMemberships.MEMBERS + "and m.email = :email and m.active")
                        .param("tenant", tenant.value())
                        .param("email", email)
                        .query((row, number) ->
                                new Known(JdbcMemberships.membership(row, number), row.getString("password_hash")))
                        .optional());
    }

    private record Known(Membership member, @Nullable String passwordHash) {}
}
