package io.qudao.partner.internal;

import io.qudao.kernel.Keyset;
import io.qudao.kernel.Slice;
import io.qudao.kernel.TextForm;
import io.qudao.partner.Address;
import io.qudao.partner.Partner;
import io.qudao.partner.PartnerId;
import io.qudao.partner.PartnerRole;
import io.qudao.partner.PartnerStatus;
import io.qudao.partner.Partners.Filter;
import io.qudao.record.HiddenFields;
import io.qudao.sql.SqlCondition;
import io.qudao.sql.SqlRow;
import io.qudao.sql.SqlText;
import io.qudao.sql.TenantSql;
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
import org.springframework.stereotype.Component;

/** Partners by SQL, each statement under a {@link PartnerVisibility}. */
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

    private final TenantSql sql;
    private final HiddenFields hidden;

    PartnerRows(TenantSql sql, HiddenFields hidden) {
        this.sql = sql;
        this.hidden = hidden;
    }

    Optional<Partner> root(int tenant) {
        return sql.sql(SELECT + "p.role = 'HEAD_OFFICE'").set("tenant", tenant).optional(PartnerRows::partner);
    }

    /** Returns those of the ids that are partners of the tenant, whether or not the caller can see them. */
    Set<UUID> existing(int tenant, Collection<UUID> ids) {
        return Set.copyOf(sql.sql("select id from apps.partner where tenant_id = :tenant and id = any(:ids)")
                .set("tenant", tenant)
                .array("ids", "uuid", ids)
                .ids());
    }

    List<Partner> byIds(PartnerVisibility visible, Iterable<PartnerId> ids) {
        return read(visible, "p.id = any(cast(:ids as uuid[]))", Map.of("ids", PartnerVisibility.texts(ids)));
    }

    List<Partner> byCodes(PartnerVisibility visible, String[] codes) {
        return read(visible, "p.code = any(:codes)", Map.of("codes", codes));
    }

    Slice<Partner> list(PartnerVisibility visible, Filter filter, @Nullable String cursor, int limit) {
        var conditions = new ArrayList<String>();
        var parameters = new HashMap<String, Object>();
        boolean byCode = !hidden.hides("partner.code");
        String after = Keyset.after(cursor, 1).getFirst();
        conditions.add(byCode ? "p.code > :after" : "p.id > :after");
        parameters.put("after", byCode ? after : Keyset.id(after));
        addIf(filter.parent(), id -> id.value(), "parent", "p.parent_id = :parent", conditions, parameters);
        addIf(filter.below(), id -> id.value(), "below", BELOW, conditions, parameters);
        addIf(filter.role(), Enum::name, "role", "p.role = :role", conditions, parameters);
        addIf(filter.status(), Enum::name, "status", "p.status = :status", conditions, parameters);
        addIf(filter.text(), PartnerRows::typed, "text", text(), conditions, parameters);
        parameters.put("limit", Keyset.limit(limit) + 1);
        var rows = read(
                visible,
                String.join(" and ", conditions) + (byCode ? " order by p.code" : " order by p.id") + " limit :limit",
                parameters);
        return Keyset.slice(
                rows,
                limit,
                partner -> List.of(byCode ? partner.code() : partner.id().toString()));
    }

    /** Returns the condition that a column contains a partner in sight whose code or name contains the text. */
    SqlCondition named(PartnerVisibility visible, String column, String text) {
        var parameters = new HashMap<>(visible.parameters());
        parameters.put("text", typed(text));
        return new SqlCondition(
                column + " in (select p.id from apps.partner p where p.tenant_id = :tenant and " + visible.condition()
                        + " and " + text() + ")",
                parameters);
    }

    private String text() {
        return "(" + SqlText.occursIn(hidden.shown(PartnerConfiguration.OBJECT, "p", "code", "name")) + " or "
                + SqlText.occursIn("normalize(:text, nfkc)", hidden.shown(PartnerConfiguration.OBJECT, "p", "code"))
                + ")";
    }

    private static String typed(String text) {
        return TextForm.strip(TextForm.of(text));
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

    private List<Partner> read(PartnerVisibility visible, String condition, Map<String, ?> parameters) {
        return sql.sql(SELECT + visible.condition() + " and " + condition)
                .setAll(visible.parameters())
                .setAll(parameters)
                .list(PartnerRows::partner);
    }

    private static Partner partner(SqlRow row) throws SQLException {
        return new Partner(
                row.id("id", PartnerId::new),
                row.text("code"),
                row.text("name"),
                row.choice("role", PartnerRole.class),
                row.count("tier"),
                row.optionalId("parent_id", PartnerId::new),
                row.choice("status", PartnerStatus.class),
                new Address(
                        row.text("province"),
                        row.text("city"),
                        row.text("district"),
                        row.text("street"),
                        row.text("postal_code"),
                        row.text("contact"),
                        row.text("phone")),
                row.number("version"));
    }
}
