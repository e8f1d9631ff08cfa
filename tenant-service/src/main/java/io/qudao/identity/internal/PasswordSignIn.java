package io.qudao.identity.internal;

import io.qudao.control.store.ControlDatabase;
import io.qudao.identity.Attempts;
import io.qudao.identity.Membership;
import io.qudao.identity.SignIn;
import io.qudao.identity.SignInResult;
import io.qudao.kernel.TenantId;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class PasswordSignIn implements SignIn {

    private static final int LONGEST = 1024;

    private final ControlDatabase database;
    private final PasswordHashes hashes;
    private final Attempts attempts;
    private final Attempts.Limit perPerson;
    private final Attempts.Limit perAddress;

    PasswordSignIn(ControlDatabase database, PasswordHashes hashes, Attempts attempts, IdentityProperties properties) {
        this.database = database;
        this.hashes = hashes;
        this.attempts = attempts;
        this.perPerson = new Attempts.Limit(properties.personAttempts(), properties.attemptWindow());
        this.perAddress = new Attempts.Limit(properties.addressAttempts(), properties.attemptWindow());
    }

    @Override
    public SignInResult attempt(TenantId tenant, String email, String password, String address) {
        var person = new Attempts.Subject(tenant, "sign-in.person", MemberRules.normal(email));
        var wait = Stream.of(
                        attempts.count(new Attempts.Subject(null, "sign-in.address", address), perAddress),
                        attempts.count(person, perPerson))
                .flatMap(Optional::stream)
                .max(Duration::compareTo);
        if (wait.isPresent()) {
            return new SignInResult.TooMany(wait.get());
        }
        var known = known(tenant, person.who());
        var matches = hashes.matches(
                password.length() > LONGEST ? "" : password,
                known.map(Known::passwordHash).orElse(null));
        if (matches.isEmpty()) {
            return new SignInResult.Busy();
        }
        if (!matches.get() || known.isEmpty()) {
            return new SignInResult.Refused();
        }
        attempts.forget(person);
        return new SignInResult.SignedIn(known.get().member());
    }

    private Optional<Known> known(TenantId tenant, String email) {
        return database.within(
                tenant,
                sql -> sql.sql(JdbcMemberships.MEMBERS + "and p.email = :email")
                        .param("tenant", tenant.value())
                        .param("email", email)
                        .query((row, number) ->
                                new Known(JdbcMemberships.membership(row, number), row.getString("password_hash")))
                        .optional());
    }

    private record Known(Membership member, @Nullable String passwordHash) {}
}
