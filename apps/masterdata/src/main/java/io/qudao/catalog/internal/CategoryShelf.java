package io.qudao.catalog.internal;

import io.qudao.catalog.CategoryId;
import io.qudao.kernel.Ids;
import io.qudao.kernel.ProblemException;
import io.qudao.record.RecordProblem;
import io.qudao.record.StandardRecords;
import io.qudao.record.StandardRecords.Written;
import io.qudao.sql.TenantSql;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Finds the categories named by rows of an import and creates missing ones. */
@Component
final class CategoryShelf {
    private final TenantSql sql;
    private final StandardRecords records;

    CategoryShelf(TenantSql sql, StandardRecords records) {
        this.sql = sql;
        this.records = records;
    }

    /**
     * Creates the categories that do not exist and returns all of them by code.
     *
     * @param there existing categories, as found before
     * @param names names by code; sorted on insert, because another import may create the same ones at the same time
     */
    Map<String, CategoryId> make(Map<String, CategoryId> there, Map<String, String> names) {
        if (there.keySet().containsAll(names.keySet())) {
            return there;
        }
        var made = sql.sql("""
                        insert into apps.category (tenant_id, id, code, name)
                        select :tenant, id, code, name from unnest(:ids, :codes, :names) as new (id, code, name)
                        order by code
                        on conflict (tenant_id, code) do nothing
                        returning id
                        """)
                .array("ids", "uuid", names.keySet(), code -> Ids.next())
                .array("codes", "text", names.keySet())
                .array("names", "text", names.values())
                .ids();
        ProblemException.failIfAny(
                RecordProblem.INVALID,
                records.createdAll(
                        CatalogConfiguration.CATEGORY,
                        made.stream().map(Written::byItself).toList()));
        return find(names.keySet());
    }

    /** Returns existing categories by code. */
    Map<String, CategoryId> find(Set<String> codes) {
        var found = new HashMap<String, CategoryId>();
        sql.sql("select code, id from apps.category where tenant_id = :tenant and code = any(:codes)")
                .array("codes", "text", codes)
                .each(row -> found.put(row.text("code"), row.id("id", CategoryId::new)));
        return found;
    }
}
