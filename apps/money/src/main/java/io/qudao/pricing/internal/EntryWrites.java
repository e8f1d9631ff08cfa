package io.qudao.pricing.internal;

import io.qudao.imports.NamedKeys.RowKey;
import io.qudao.pricing.PriceEntryId;
import io.qudao.pricing.PriceLists.EntryDraft;
import io.qudao.record.StandardRecords;
import io.qudao.sql.TenantSql;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Writes entries of one list or many in three statements, whatever their number. Only entries that differ are written
 * (P8). All entries of a transaction become visible together (P9), because every look-up is one statement.
 */
@Component
final class EntryWrites {
    private static final String GIVEN = """
            unnest(:lists, :skus, :units, :minimums, :froms, :untils, :prices)
                g (list, sku, unit, minimum, valid_from, valid_until, price)""";
    private static final String SAME_KEY = """
            e.tenant_id = :tenant and e.price_list_id = g.list and e.sku_id = g.sku and e.unit = g.unit
            and e.valid_from = g.valid_from and e.minimum = g.minimum and e.until_edition is null""";
    /** Forces one index look-up for each entry, whatever the planner assumes about a table that is being filled. */
    private static final String END = """
            with changed as materialized (
                select g.list, g.sku, e.id from %s cross join lateral (
                    select e.id, e.price, e.valid_until from apps.price_entry e where %s limit 1) e
                where e.price <> g.price or e.valid_until is distinct from g.valid_until),
            written as (
                update apps.price_entry p set until_edition = l.edition + 1
                from changed c join apps.price_list l on l.tenant_id = :tenant and l.id = c.list
                where p.tenant_id = :tenant and p.price_list_id = c.list and p.sku_id = c.sku and p.id = c.id
                returning p.price_list_id)
            select distinct price_list_id from written
            """.formatted(GIVEN, SAME_KEY);

    /** Keeps existing entries with the same price, found through the index of current entries. */
    private static final String ADD = """
            with written as (insert into apps.price_entry (tenant_id, price_list_id, sku_id, unit, minimum, valid_from, valid_until,
                                          price, since_edition)
            select :tenant, g.list, g.sku, g.unit, g.minimum, g.valid_from, g.valid_until, g.price, l.edition + 1
            from %s join apps.price_list l on l.tenant_id = :tenant and l.id = g.list
            on conflict (tenant_id, price_list_id, sku_id, unit, valid_from, minimum) where until_edition is null do nothing
            returning price_list_id) select distinct price_list_id from written
            """.formatted(GIVEN);

    private static final String NEXT_EDITION = """
            update apps.price_list l set edition = l.edition + 1, version = l.version + 1
            where l.tenant_id = :tenant and l.id = any(:lists)
            """;

    private final TenantSql sql;
    private final StandardRecords records;

    EntryWrites(TenantSql sql, StandardRecords records) {
        this.sql = sql;
        this.records = records;
    }

    /** An entry of a list. */
    record Given(UUID list, EntryDraft entry) {
        /** Returns the entry's natural key, for a row of an imported file. */
        RowKey key(long row) {
            return RowKey.of(row, list, entry.sku(), entry.unit(), entry.minimum(), entry.from());
        }
    }

    /** Adds and changes entries of lists that the caller has locked. */
    void put(List<Given> given) {
        var changed = new TreeSet<UUID>();
        changed.addAll(write(END, given));
        changed.addAll(write(ADD, given));
        nextEdition(changed);
    }

    /** Removes entries of a list that the caller has locked. */
    void remove(UUID list, List<PriceEntryId> entries) {
        int ended = sql.sql("""
                        update apps.price_entry e set until_edition = l.edition + 1
                        from apps.price_list l
                        where l.tenant_id = :tenant and l.id = :list and e.tenant_id = :tenant
                          and e.price_list_id = l.id and e.id = any(:ids) and e.until_edition is null
                        """)
                .set("list", list)
                .array("ids", "uuid", entries, PriceEntryId::value)
                .update();
        nextEdition(ended > 0 ? List.of(list) : List.of());
    }

    private void nextEdition(Collection<UUID> lists) {
        if (!lists.isEmpty()) {
            records.changedEach(
                    PricingConfiguration.PRICE_LIST,
                    () -> lists,
                    () -> sql.sql(NEXT_EDITION).array("lists", "uuid", lists).update());
        }
    }

    /** Returns the lists in which an entry was written. */
    private List<UUID> write(String statement, List<Given> given) {
        return sql.sql(statement)
                .array("lists", "uuid", given, Given::list)
                .array("skus", "uuid", given, row -> row.entry.sku().value())
                .array("units", "text", given, row -> row.entry.unit())
                .array("minimums", "int8", given, row -> row.entry.minimum())
                .array("froms", "timestamptz", given, row -> row.entry.from())
                .array("untils", "timestamptz", given, row -> row.entry.until())
                .array("prices", "numeric", given, row -> row.entry.price())
                .ids();
    }
}
