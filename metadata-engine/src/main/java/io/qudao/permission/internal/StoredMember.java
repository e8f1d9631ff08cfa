package io.qudao.permission.internal;

import io.qudao.permission.Member;
import io.qudao.permission.MemberKind;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/** A member as its rows have it. */
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

    static Member read(ResultSet row, int number) throws SQLException {
        var locale = row.getString("locale");
        return new Member(
                row.getObject("member_id", UUID.class),
                row.getString("subject"),
                MemberKind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("email"),
                row.getBoolean("active"),
                locale == null ? null : Locale.forLanguageTag(locale),
                Arrays.asList((UUID[]) elements(row.getArray("partners"))),
                Set.copyOf(List.of((String[]) elements(row.getArray("permission_sets")))),
                row.getLong("version"));
    }

    private static Object[] elements(Array array) throws SQLException {
        return (Object[]) array.getArray();
    }
}
