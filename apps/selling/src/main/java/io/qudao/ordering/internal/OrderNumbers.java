package io.qudao.ordering.internal;

import io.qudao.sql.TenantSql;
import io.qudao.tenancy.TenantScope;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Allocates readable numbers such as {@code SO00000042}. A node reserves them in blocks in a separate transaction, so
 * that orders do not wait for each other. Numbers of a stopped node are lost; gaps are allowed for orders.
 */
@Component
class OrderNumbers {
    private static final int BLOCK = 100;
    private static final String SERIES = "order";

    private final TenantSql sql;
    private final TransactionTemplate own;
    private final ConcurrentMap<Integer, Block> blocks = new ConcurrentHashMap<>();

    OrderNumbers(TenantSql sql, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    String next() {
        int tenant = TenantScope.tenant().value();
        Block now = blocks.compute(tenant, (key, block) -> following(block));
        return "SO%08d".formatted(now.current());
    }

    private Block following(@Nullable Block block) {
        if (block != null && block.current() + 1 < block.end()) {
            return new Block(block.current() + 1, block.end());
        }
        Long first = own.execute(status -> reserve());
        if (first == null) {
            throw new IllegalStateException("The series of order numbers returned none");
        }
        return new Block(first, first + BLOCK);
    }

    private long reserve() {
        return sql.sql("""
                        insert into apps.number_series as s (tenant_id, series, next) values (:tenant, :series, 1 + :block)
                        on conflict (tenant_id, series) do update set next = s.next + :block
                        returning next - :block
                        """).set("series", SERIES).set("block", BLOCK).number();
    }

    private record Block(long current, long end) {}
}
