package io.qudao.catalog.internal;

import io.qudao.catalog.CategoryId;
import io.qudao.kernel.Ids;
import io.qudao.tenancy.TenantScope;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
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
     * @param names of new ones, by code; another import at the same time may make the same, in the same order
     */
    Map<String, CategoryId> byCode(Map<String, String> names) {
        var found = find(names.keySet());
        if (found.size() == names.size()) {
            return found;
        }
        jdbc.sql("""
                        insert into apps.category (tenant_id, id, code, name)
                        select ?, cast(id as uuid), code, name
                        from unnest(cast(? as text[]), cast(? as text[]), cast(? as text[])) as new (id, code, name)
                        order by code
                        on conflict (tenant_id, code) do nothing
                        """)
                .params(
                        TenantScope.tenant().value(),
                        Stream.generate(() -> Ids.next().toString())
                                .limit(names.size())
                                .toArray(String[]::new),
                        names.keySet().toArray(String[]::new),
                        names.values().toArray(String[]::new))
                .update();
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
