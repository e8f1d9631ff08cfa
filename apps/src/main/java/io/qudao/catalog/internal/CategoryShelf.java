package io.qudao.catalog.internal;

import io.qudao.catalog.CategoryId;
import io.qudao.kernel.Ids;
import io.qudao.tenancy.TenantScope;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds categories that rows of an import name, and makes those that are not there. */
@Component
final class CategoryShelf {
    private final JdbcClient jdbc;

    CategoryShelf(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Categories by code.
     *
     * @param names of new ones, by code; another import at the same time may make the same
     */
    Map<String, CategoryId> byCode(Map<String, String> names) {
        var found = find(names.keySet());
        if (found.size() == names.size()) {
            return found;
        }
        names.forEach((code, name) -> jdbc.sql("""
                        insert into apps.category (tenant_id, id, code, name) values (?, ?, ?, ?)
                        on conflict (tenant_id, code) do nothing
                        """)
                .params(TenantScope.tenant().value(), Ids.next(), code, name)
                .update());
        return find(names.keySet());
    }

    private Map<String, CategoryId> find(Set<String> codes) {
        var found = new HashMap<String, CategoryId>();
        jdbc.sql("select code, id from apps.category where tenant_id = ? and code = any(?)")
                .params(TenantScope.tenant().value(), codes.toArray(String[]::new))
                .query(row -> {
                    found.put(row.getString(1), new CategoryId(row.getObject(2, UUID.class)));
                });
        return found;
    }
}
