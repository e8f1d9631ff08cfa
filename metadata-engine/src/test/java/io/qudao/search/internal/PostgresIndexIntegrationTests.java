package io.qudao.search.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.kernel.Ids;
import io.qudao.search.SearchDocument;
import io.qudao.search.SearchIndex;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.Tenant;
import io.qudao.tenancy.TenantScope;
import io.qudao.testing.HttpTest;
import io.qudao.testing.TenantFixture;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@HttpTest
class PostgresIndexIntegrationTests extends SearchIndexContract {
    @Autowired
    private ApplicationContext context;

    @Autowired
    private PostgresIndex index;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Override
    SearchIndex index() {
        return index;
    }

    @Override
    Tenant newTenant() {
        return TenantFixture.create(context);
    }

    @Override
    <T> T in(Tenant owner, Supplier<T> work) {
        return TenantScope.call(Caller.platform(owner), () -> transaction.execute(status -> work.get()));
    }

    /** What is not leakproof never becomes an index condition under row security. */
    @Test
    void looksFragmentsUpInTheIndexUnderRowSecurity() {
        var tenant = newTenant();
        var plan = in(tenant, () -> {
            index.put(IntStream.range(0, 3_000)
                    .mapToObj(i ->
                            new SearchDocument("product", Ids.next(), "Item " + i, List.of("K" + i), List.of(), "{}"))
                    .toList());
            jdbc.sql("select set_config('enable_seqscan', 'off', true)")
                    .query(String.class)
                    .single();
            return jdbc.sql("""
                            explain select record_id from engine.search_posting
                             where tenant_id = ? and fragment >= ? collate "C" and fragment < ? collate "C"
                            """)
                    .params(tenant.id().value(), "k12", "k12z")
                    .query(String.class)
                    .list();
        });
        assertThat(String.join("\n", plan)).containsPattern("Index Cond: .*fragment >= 'k12'.*fragment < 'k12z'");
    }
}
