package io.qudao.permission.internal;

import io.qudao.permission.Member;
import io.qudao.permission.MemberKind;
import io.qudao.sql.SqlRow;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;

/** A member as stored in its rows. */
final class StoredMember {
    static final String COLUMNS = """
            select m.member_id, m.subject, m.kind, m.name, m.email, m.active, m.locale, m.version,
                   array(select p.partner_id from engine.member_partner p
                          where p.tenant_id = m.tenant_id and p.member_id = m.member_id order by p.position) partners,
                   array(select s.permission_set from engine.member_permission_set s
                          where s.tenant_id = m.tenant_id and s.member_id = m.member_id) permission_sets
              from engine.member m
             where m.tenant_id = :tenant
            """;

    private StoredMember() {}

    static Member read(SqlRow row) throws SQLException {
        var locale = row.optionalText("locale");
        return new Member(
                row.uuid("member_id"),
                row.text("subject"),
                row.choice("kind", MemberKind.class),
                row.text("name"),
                row.optionalText("email"),
                row.truth("active"),
                locale == null ? null : Locale.forLanguageTag(locale),
                row.uuids("partners"),
                Set.copyOf(row.texts("permission_sets")),
                row.number("version"));
    }
}
