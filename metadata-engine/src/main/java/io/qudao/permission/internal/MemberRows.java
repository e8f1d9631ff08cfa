package io.qudao.permission.internal;

import io.qudao.kernel.Ids;
import io.qudao.permission.Member;
import io.qudao.permission.MemberKind;
import io.qudao.record.StandardRecords;
import io.qudao.record.StandardRecords.Written;
import io.qudao.tenancy.TenantScope;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of members, in the running transaction. */
@Component
final class MemberRows {
    private final JdbcClient jdbc;
    private final StandardRecords records;

    MemberRows(JdbcClient jdbc, StandardRecords records) {
        this.jdbc = jdbc;
        this.records = records;
    }

    Optional<Member> bySubject(String subject) {
        return jdbc.sql(StoredMember.COLUMNS + " and m.subject = :subject")
                .param("tenant", tenant())
                .param("subject", subject)
                .query(StoredMember::read)
                .optional();
    }

    Optional<Member> byId(UUID id) {
        return jdbc.sql(StoredMember.COLUMNS + " and m.member_id = :id")
                .param("tenant", tenant())
                .param("id", id)
                .query(StoredMember::read)
                .optional();
    }

    /** @param partner only members who may act for it, or null for all */
    List<Member> page(@Nullable UUID after, @Nullable UUID partner, int limit) {
        return jdbc.sql(StoredMember.COLUMNS + """
                         and (cast(:after as uuid) is null or m.member_id > cast(:after as uuid))
                         and (cast(:partner as uuid) is null or exists (select from engine.member_partner o
                               where o.tenant_id = m.tenant_id and o.partner_id = :partner and o.member_id = m.member_id))
                         order by m.member_id limit :limit
                        """)
                .param("tenant", tenant())
                .param("after", after)
                .param("partner", partner)
                .param("limit", limit)
                .query(StoredMember::read)
                .list();
    }

    /** Adds a member, unless the subject is one: then false. */
    boolean add(Member member) {
        int rows = jdbc.sql("""
                        insert into engine.member (tenant_id, member_id, subject, kind, name, email, locale)
                        values (:tenant, :id, :subject, :kind, :name, :email, :locale)
                        on conflict (tenant_id, subject) do nothing
                        """)
                .param("tenant", tenant())
                .param("id", member.id())
                .param("subject", member.subject())
                .param("kind", member.kind().name())
                .param("name", member.name())
                .param("email", member.email())
                .param("locale", tag(member.locale()))
                .update();
        if (rows > 0) {
            setPartners(member.id(), member.partners());
            setPermissionSets(member.id(), member.permissionSets());
            records.created(MemberObject.NAME, Written.byItself(member.id()));
        }
        return rows > 0;
    }

    /** Writes what the member is now, if it is still at its version; partners and permission sets included. */
    boolean update(Member member) {
        int rows = records.changed(
                MemberObject.NAME,
                Written.of(member.id()),
                () -> jdbc.sql("""
                        update engine.member
                           set name = :name, active = :active, locale = :locale, version = version + 1, updated_at = now()
                         where tenant_id = :tenant and member_id = :id and version = :version
                        """)
                        .param("tenant", tenant())
                        .param("id", member.id())
                        .param("name", member.name())
                        .param("active", member.active())
                        .param("locale", tag(member.locale()))
                        .param("version", member.version())
                        .update());
        if (rows > 0) {
            setPartners(member.id(), member.partners());
            setPermissionSets(member.id(), member.permissionSets());
        }
        return rows > 0;
    }

    /** Whether an active person has one of these permission sets. */
    boolean hasActivePerson(Set<String> permissionSets) {
        return jdbc.sql("""
                        select exists (select from engine.member m
                          join engine.member_permission_set s on s.tenant_id = m.tenant_id and s.member_id = m.member_id
                         where m.tenant_id = ? and m.active and m.kind = 'PERSON' and s.permission_set = any(?))
                        """)
                .param(tenant())
                .param(permissionSets.toArray(String[]::new))
                .query(Boolean.class)
                .single();
    }

    void speak(UUID id, Locale locale) {
        records.changed(
                MemberObject.NAME,
                Written.of(id),
                () -> jdbc.sql("""
                        update engine.member set locale = ?, version = version + 1, updated_at = now()
                         where tenant_id = ? and member_id = ?
                        """).params(locale.toLanguageTag(), tenant(), id).update());
    }

    static Member fresh(MemberKind kind, String subject, String name, @Nullable String email, Rights rights) {
        return new Member(
                Ids.next(), subject, kind, name, email, true, null, rights.partners(), rights.permissionSets(), 1);
    }

    /** Whom a member acts for and what they may do. */
    record Rights(List<UUID> partners, Set<String> permissionSets) {}

    private void setPartners(UUID id, List<UUID> partners) {
        clear("engine.member_partner", id);
        for (int position = 0; position < partners.size(); position++) {
            jdbc.sql(
                            "insert into engine.member_partner (tenant_id, member_id, partner_id, position) values (?, ?, ?, ?)")
                    .params(tenant(), id, partners.get(position), position)
                    .update();
        }
    }

    private void setPermissionSets(UUID id, Set<String> names) {
        clear("engine.member_permission_set", id);
        for (String name : names) {
            jdbc.sql("insert into engine.member_permission_set (tenant_id, member_id, permission_set) values (?, ?, ?)")
                    .params(tenant(), id, name)
                    .update();
        }
    }

    private void clear(String table, UUID id) {
        jdbc.sql("delete from " + table + " where tenant_id = ? and member_id = ?")
                .params(tenant(), id)
                .update();
    }

    private static @Nullable String tag(@Nullable Locale locale) {
        return locale == null ? null : locale.toLanguageTag();
    }

    private static int tenant() {
        return TenantScope.tenant().value();
    }
}
