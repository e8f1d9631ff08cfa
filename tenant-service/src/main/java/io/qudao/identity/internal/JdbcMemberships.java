package io.qudao.identity.internal;

import io.qudao.control.store.ControlDatabase;
import io.qudao.identity.Admission;
import io.qudao.identity.Membership;
import io.qudao.identity.Memberships;
import io.qudao.identity.NewMember;
import io.qudao.identity.Role;
import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.Ids;
import io.qudao.kernel.PasswordRules;
import io.qudao.kernel.PersonRules;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.TenantId;
import io.qudao.kernel.Violation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcMemberships implements Memberships {

    static final String MEMBERS = """
            select m.tenant_id, m.person_id, m.email, m.name, m.locale, m.role, m.password_hash
            from membership m
            where m.tenant_id = :tenant\s""";

    private final ControlDatabase database;
    private final OpenGrants grants;
    private final PasswordHashes hashes;

    JdbcMemberships(ControlDatabase database, OpenGrants grants, PasswordHashes hashes) {
        this.database = database;
        this.grants = grants;
        this.hashes = hashes;
    }

    @Override
    public List<Violation> check(NewMember member) {
        var email = PersonRules.normal(member.email());
        var broken = new ArrayList<Violation>();
        PersonRules.checkEmail(email).ifPresent(broken::add);
        PersonRules.checkName(member.name()).ifPresent(broken::add);
        if (member.password() != null) {
            broken.addAll(PasswordRules.check(member.password(), email));
        }
        return broken;
    }

    @Override
    public Admission prepare(NewMember member) {
        ProblemException.failIfAny(CommonProblem.INVALID_INPUT, check(member));
        return new Admission(
                PersonRules.normal(member.email()),
                member.name().strip(),
                member.locale(),
                member.role(),
                member.password() == null ? null : hash(member.password()));
    }

    @Override
    public Membership admit(TenantId tenant, Admission member) {
        return database.within(tenant, sql -> {
            insert(sql, tenant, member);
            return sql.sql(MEMBERS + "and m.email = :email")
                    .param("tenant", tenant.value())
                    .param("email", member.email())
                    .query(JdbcMemberships::membership)
                    .single();
        });
    }

    @Override
    public boolean changePassword(TenantId tenant, UUID person, String password) {
        var member = find(tenant, person);
        if (member.isEmpty()) {
            return false;
        }
        ProblemException.failIfAny(
                CommonProblem.INVALID_INPUT,
                PasswordRules.check(password, member.get().email()));
        var hash = hash(password);
        return database.within(tenant, sql -> {
            grants.endSessionsOf(sql, tenant, person);
            return sql.sql("update membership set password_hash = :hash"
                                    + " where tenant_id = :tenant and person_id = :person")
                            .param("tenant", tenant.value())
                            .param("person", person)
                            .param("hash", hash)
                            .update()
                    > 0;
        });
    }

    @Override
    public boolean dismiss(TenantId tenant, UUID person) {
        return database.within(tenant, sql -> {
            grants.endSessionsOf(sql, tenant, person);
            return sql.sql("delete from membership where tenant_id = :tenant and person_id = :person")
                            .param("tenant", tenant.value())
                            .param("person", person)
                            .update()
                    > 0;
        });
    }

    @Override
    public boolean setActive(TenantId tenant, UUID person, boolean active) {
        return database.within(tenant, sql -> {
            int known = sql.sql("update membership set active = :active"
                            + " where tenant_id = :tenant and person_id = :person")
                    .param("tenant", tenant.value())
                    .param("person", person)
                    .param("active", active)
                    .update();
            if (!active) {
                grants.endSessionsOf(sql, tenant, person);
            }
            return known > 0;
        });
    }

    @Override
    public Optional<Membership> find(TenantId tenant, UUID person) {
        return database.within(tenant, sql -> member(sql, tenant, person));
    }

    @Override
    public Optional<Membership> founder(TenantId tenant) {
        return database.within(
                tenant,
                sql -> sql.sql(MEMBERS + "and m.role = 'admin' order by m.created_at, m.person_id limit 1")
                        .param("tenant", tenant.value())
                        .query(JdbcMemberships::membership)
                        .optional());
    }

    private String hash(String password) {
        return hashes.hash(password).orElseThrow(() -> new ProblemException(CommonProblem.UNAVAILABLE));
    }

    private static void insert(JdbcClient sql, TenantId tenant, Admission member) {
        sql.sql("""
                        insert into membership (tenant_id, person_id, email, name, locale, role, password_hash)
                        values (:tenant, :person, :email, :name, :locale, :role, :hash)
                        on conflict (tenant_id, email) do nothing
                        """)
                .param("tenant", tenant.value())
                .param("person", Ids.next())
                .param("email", member.email())
                .param("name", member.name())
                .param("locale", member.locale().toLanguageTag())
                .param("role", member.role().name().toLowerCase(Locale.ROOT))
                .param("hash", member.passwordHash())
                .update();
    }

    private static Optional<Membership> member(JdbcClient sql, TenantId tenant, UUID person) {
        return sql.sql(MEMBERS + "and m.person_id = :person and m.active")
                .param("tenant", tenant.value())
                .param("person", person)
                .query(JdbcMemberships::membership)
                .optional();
    }

    static Membership membership(ResultSet row, int number) throws SQLException {
        return new Membership(
                new TenantId(row.getInt("tenant_id")),
                row.getObject("person_id", UUID.class),
                row.getString("email"),
                row.getString("name"),
                Locale.forLanguageTag(row.getString("locale")),
                Role.valueOf(row.getString("role").toUpperCase(Locale.ROOT)));
    }
}
