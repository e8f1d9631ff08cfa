package io.qudao.identity.internal;

import io.qudao.control.store.ControlDatabase;
import io.qudao.identity.Attempts;
import io.qudao.identity.Membership;
import io.qudao.identity.SignIn;
import io.qudao.identity.SignInResult;
import io.qudao.kernel.PasswordRules;
import io.qudao.kernel.PersonRules;
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
        var person = new Attempts.Subject(tenant, "sign-in.person", PersonRules.normal(email));
        var place = new Attempts.Subject(null, "sign-in.address", address);
        var pause = Stream.of(attempts.count(place, perAddress), attempts.count(person, perPerson))
                .flatMap(Optional::stream)
                .max(Duration::compareTo);
        if (pause.isPresent()) {
            return new SignInResult.TooMany(pause.get());
        }
        var result = check(tenant, person.who(), password);
        switch (result) {
            case SignInResult.SignedIn _ -> {
                attempts.giveBack(place);
                attempts.forget(person);
            }
            case SignInResult.Busy _ -> {
                attempts.giveBack(place);
                attempts.giveBack(person);
            }
            case SignInResult.Refused _, SignInResult.TooMany _ -> {}
        }
        return result;
    }

    private SignInResult check(TenantId tenant, String email, String password) {
        var known = PersonRules.checkEmail(email).isEmpty() ? known(tenant, email) : Optional.<Known>empty();
        var matches = hashes.matches(
                password.length() > LONGEST || !PasswordRules.isText(password) ? "" : password,
                known.map(Known::passwordHash).orElse(null));
        if (matches.isEmpty()) {
            return new SignInResult.Busy();
        }
        if (!matches.get() || known.isEmpty()) {
            return new SignInResult.Refused();
        }
        return new SignInResult.SignedIn(known.get().member());
    }

    private Optional<Known> known(TenantId tenant, String email) {
        return database.within(
                tenant,
                sql -> sql.sql(JdbcMemberships.MEMBERS + "and m.email = :email")
                        .param("tenant", tenant.value())
                        .param("email", email)
                        .query((row, number) ->
                                new Known(JdbcMemberships.membership(row, number), row.getString("password_hash")))
                        .optional());
    }

    private record Known(Membership member, @Nullable String passwordHash) {}
}
