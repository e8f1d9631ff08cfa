package io.qudao.permission.internal;

import io.qudao.kernel.Ids;
import io.qudao.permission.Member;
import io.qudao.permission.MemberKind;
import io.qudao.record.StandardRecords;
import io.qudao.record.StandardRecords.Written;
import io.qudao.sql.TenantSql;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The SQL of members, in the running transaction. */
@Component
final class MemberRows {
    private final TenantSql sql;
    private final StandardRecords records;

    MemberRows(TenantSql sql, StandardRecords records) {
        this.sql = sql;
        this.records = records;
    }

    Optional<Member> bySubject(String subject) {
        return sql.sql(StoredMember.COLUMNS + " and m.subject = :subject")
                .set("subject", subject)
                .optional(StoredMember::read);
    }

    Optional<Member> byId(UUID id) {
        return sql.sql(StoredMember.COLUMNS + " and m.member_id = :id")
                .set("id", id)
                .optional(StoredMember::read);
    }

    /** @param partner returns only members who may act for it, or null for all */
    List<Member> page(@Nullable UUID after, @Nullable UUID partner, int limit) {
        return sql.sql(StoredMember.COLUMNS + """
                         and (cast(:after as uuid) is null or m.member_id > cast(:after as uuid))
                         and (cast(:partner as uuid) is null or exists (select from engine.member_partner o
                               where o.tenant_id = m.tenant_id and o.partner_id = :partner and o.member_id = m.member_id))
                         order by m.member_id limit :limit
                        """)
                .set("after", after)
                .set("partner", partner)
                .set("limit", limit)
                .list(StoredMember::read);
    }

    /** Adds a member; returns false if the subject already is one. */
    boolean add(Member member) {
        int rows = sql.sql("""
                        insert into engine.member (tenant_id, member_id, subject, kind, name, email, locale)
                        values (:tenant, :id, :subject, :kind, :name, :email, :locale)
                        on conflict (tenant_id, subject) do nothing
                        """)
                .set("id", member.id())
                .set("subject", member.subject())
                .set("kind", member.kind().name())
                .set("name", member.name())
                .set("email", member.email())
                .set("locale", tag(member.locale()))
                .update();
        if (rows > 0) {
            setPartners(member.id(), member.partners());
            setPermissionSets(member.id(), member.permissionSets());
            records.created(MemberObject.NAME, Written.byItself(member.id()));
        }
        return rows > 0;
    }

    /** Updates a member including partners and permission sets; returns whether it was still at its version. */
    boolean update(Member member) {
        int rows = records.changed(
                MemberObject.NAME,
                Written.of(member.id()),
                () -> sql.sql("""
                        update engine.member
                           set name = :name, active = :active, locale = :locale, version = version + 1, updated_at = now()
                         where tenant_id = :tenant and member_id = :id and version = :version
                        """)
                        .set("id", member.id())
                        .set("name", member.name())
                        .set("active", member.active())
                        .set("locale", tag(member.locale()))
                        .set("version", member.version())
                        .update());
        if (rows > 0) {
            setPartners(member.id(), member.partners());
            setPermissionSets(member.id(), member.permissionSets());
        }
        return rows > 0;
    }

    /** Returns whether an active person has one of these permission sets. */
    boolean hasActivePerson(Set<String> permissionSets) {
        return sql.sql("""
                        select from engine.member m
                          join engine.member_permission_set s on s.tenant_id = m.tenant_id and s.member_id = m.member_id
                         where m.tenant_id = :tenant and m.active and m.kind = 'PERSON' and s.permission_set = any(:names)
                         limit 1
                        """).array("names", "text", permissionSets).any();
    }

    void speak(UUID id, Locale locale) {
        records.changed(
                MemberObject.NAME,
                Written.of(id),
                () -> sql.sql("""
                        update engine.member set locale = :locale, version = version + 1, updated_at = now()
                         where tenant_id = :tenant and member_id = :id
                        """)
                        .set("locale", locale.toLanguageTag())
                        .set("id", id)
                        .update());
    }

    static Member fresh(MemberKind kind, String subject, String name, @Nullable String email, Rights rights) {
        return new Member(
                Ids.next(), subject, kind, name, email, true, null, rights.partners(), rights.permissionSets(), 1);
    }

    /** The partners a member acts for and their permission sets. */
    record Rights(List<UUID> partners, Set<String> permissionSets) {}

    private void setPartners(UUID id, List<UUID> partners) {
        clear("engine.member_partner", id);
        sql.sql("""
                        insert into engine.member_partner (tenant_id, member_id, partner_id, position)
                        select :tenant, :id, p.partner, p.place - 1 from unnest(:partners) with ordinality p (partner, place)
                        """).set("id", id).array("partners", "uuid", partners).update();
    }

    private void setPermissionSets(UUID id, Set<String> names) {
        clear("engine.member_permission_set", id);
        sql.sql("""
                        insert into engine.member_permission_set (tenant_id, member_id, permission_set)
                        select :tenant, :id, n.name from unnest(:names) n (name)
                        """).set("id", id).array("names", "text", names).update();
    }

    private void clear(String table, UUID id) {
        sql.sql("delete from " + table + " where tenant_id = :tenant and member_id = :id")
                .set("id", id)
                .update();
    }

    private static @Nullable String tag(@Nullable Locale locale) {
        return locale == null ? null : locale.toLanguageTag();
    }
}
