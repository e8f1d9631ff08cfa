package io.qudao.partner.internal;

import io.qudao.kernel.Keyset;
import io.qudao.kernel.Slice;
import io.qudao.partner.Address;
import io.qudao.partner.Partner;
import io.qudao.partner.PartnerId;
import io.qudao.partner.PartnerRole;
import io.qudao.partner.PartnerStatus;
import io.qudao.partner.Partners.Filter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Partners by SQL, each statement under a {@link Sight}. */
@Component
final class PartnerRows {
    private static final String SELECT = """
            select p.id, p.code, p.name, p.role, p.tier, p.parent_id, p.status, p.province, p.city, p.district,
                   p.street, p.postal_code, p.contact, p.phone, p.version
            from apps.partner p where p.tenant_id = :tenant and\s""";

    private static final String BELOW = """
            p.path > (select top.path from apps.partner top where top.tenant_id = :tenant and top.id = :below)
            and p.path < (select left(top.path, -1) || '0' from apps.partner top
                          where top.tenant_id = :tenant and top.id = :below)""";

    private static final String TEXT = "position(lower(:text) in lower(p.code || ' ' || p.name)) > 0";

    private final JdbcClient jdbc;

    PartnerRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Partner> root(int tenant) {
        return jdbc.sql(SELECT + "p.role = 'HEAD_OFFICE'")
                .param("tenant", tenant)
                .query(PartnerRows::partner)
                .optional();
    }

    /** Those that are partners of the tenant, known to the caller or not. */
    Set<UUID> existing(int tenant, Collection<UUID> ids) {
        return Set.copyOf(jdbc.sql("select id from apps.partner where tenant_id = ? and id = any(cast(? as uuid[]))")
                .params(tenant, ids.stream().map(UUID::toString).toArray(String[]::new))
                .query(UUID.class)
                .list());
    }

    List<Partner> byIds(Sight sight, Iterable<PartnerId> ids) {
        return read(sight, "p.id = any(cast(:ids as uuid[]))", Map.of("ids", Sight.texts(ids)));
    }

    List<Partner> byCodes(Sight sight, String[] codes) {
        return read(sight, "p.code = any(:codes)", Map.of("codes", codes));
    }

    Slice<Partner> list(Sight sight, Filter filter, @Nullable String cursor, int limit) {
        var conditions = new ArrayList<String>();
        var parameters = new HashMap<String, Object>();
        conditions.add("p.code > :after");
        parameters.put("after", Keyset.after(cursor, 1).getFirst());
        addIf(filter.parent(), id -> id.value(), "parent", "p.parent_id = :parent", conditions, parameters);
        addIf(filter.below(), id -> id.value(), "below", BELOW, conditions, parameters);
        addIf(filter.role(), Enum::name, "role", "p.role = :role", conditions, parameters);
        addIf(filter.status(), Enum::name, "status", "p.status = :status", conditions, parameters);
        addIf(filter.text(), String::strip, "text", TEXT, conditions, parameters);
        parameters.put("limit", Keyset.limit(limit) + 1);
        var rows = read(sight, String.join(" and ", conditions) + " order by p.code limit :limit", parameters);
        return Keyset.slice(rows, limit, partner -> List.of(partner.code()));
    }

    private static <T> void addIf(
            @Nullable T wanted,
            java.util.function.Function<T, Object> value,
            String name,
            String condition,
            List<String> conditions,
            Map<String, Object> parameters) {
        if (wanted != null) {
            conditions.add(condition);
            parameters.put(name, value.apply(wanted));
        }
    }

    private List<Partner> read(Sight sight, String condition, Map<String, ?> parameters) {
        return jdbc.sql(SELECT + sight.condition() + " and " + condition)
                .params(sight.parameters())
                .params(parameters)
                .query(PartnerRows::partner)
                .list();
    }

    private static Partner partner(ResultSet row, int number) throws SQLException {
        UUID parent = row.getObject("parent_id", UUID.class);
        return new Partner(
                new PartnerId(row.getObject("id", UUID.class)),
                row.getString("code"),
                row.getString("name"),
                PartnerRole.valueOf(row.getString("role")),
                row.getInt("tier"),
                parent == null ? null : new PartnerId(parent),
                PartnerStatus.valueOf(row.getString("status")),
                new Address(
                        row.getString("province"),
                        row.getString("city"),
                        row.getString("district"),
                        row.getString("street"),
                        row.getString("postal_code"),
                        row.getString("contact"),
                        row.getString("phone")),
                row.getLong("version"));
    }
}
