package io.qudao.record.internal.slot;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.metadata.Metadata;
import io.qudao.metadata.SlotStates;
import io.qudao.metadata.SlotStates.PendingSlot;
import io.qudao.record.internal.slot.SlotProgress.Progress;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.Tenant;
import io.qudao.tenancy.TenantScope;
import io.qudao.testing.ApiClient;
import io.qudao.testing.HttpTest;
import io.qudao.testing.LongRun;
import io.qudao.testing.Publishing;
import io.qudao.testing.TenantFixture;
import io.qudao.testing.TestPostgres;
import io.qudao.testing.TestStack;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A batch of a slot reads as many rows in a large object as in a small one, so the whole costs in proportion to its size. */
@HttpTest
class SlotScaleIntegrationTests {
    private static final int RECORDS = LongRun.Size.of(100_000, 12_000);

    /** Each record is read, changed, and looked at beside its values; a batch has 2,000. */
    private static final long MOST = 4 * 2_000 + 100;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private SlotRows rows;

    @Autowired
    private TransactionTemplate transaction;

    private Tenant tenant;
    private ApiClient admin;

    @BeforeEach
    void publish() {
        tenant = TenantFixture.create(context);
        admin = ApiClient.admin(context, tenant);
        var components = new ArrayList<>(List.of("object/visit", "{\"label\":{\"en\":\"Visit\"}}"));
        for (String field : List.of("note", "code")) {
            components.addAll(List.of("field/visit." + field, type("")));
        }
        Publishing.publish(admin, components.toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void readsARecordAFixedNumberOfTimesToFilterByItsField(boolean aside) throws SQLException {
        check("note", ",\"filterable\":true", aside);
    }

    @Test
    void readsARecordAFixedNumberOfTimesToKeepItsFieldUnique() throws SQLException {
        check("code", ",\"unique\":true", false);
    }

    private void check(String field, String more, boolean aside) throws SQLException {
        if (aside) {
            takeAllColumns(more);
        }
        Publishing.publish(admin, "field/visit." + field, type(more));
        var slot = pending(field);
        assertThat(slot.placement().isAside()).isEqualTo(aside);
        keepForOurselves(slot);
        add(slot);
        var filled = pass(slot, rows::fill);
        assertThat(filled.changed()).isEqualTo(RECORDS);
        assertThat(pass(slot, rows::fill).changed()).isZero();
        assertThat(pass(slot, rows::scrub).changed()).isEqualTo(RECORDS);
        assertThat(pass(slot, rows::scrub).changed()).isZero();
    }

    /** The job of the running program leaves the slot alone for an hour. */
    private void keepForOurselves(PendingSlot slot) {
        work(() -> jdbc().sql("""
                        insert into engine.rec_slot_progress (tenant_id, object, slot, since, due_at)
                        values (?, ?, ?, ?, now() + interval '1 hour')
                        """)
                .params(
                        tenant.id().value(),
                        slot.object(),
                        slot.column(),
                        slot.since().atOffset(ZoneOffset.UTC))
                .update());
    }

    private void takeAllColumns(String more) {
        var components = new ArrayList<String>();
        for (int taken = 0; taken < 5; taken++) {
            components.addAll(List.of("field/visit.taken" + taken, type(more)));
        }
        Publishing.publish(admin, components.toArray(String[]::new));
    }

    /** The database knows how many records there are, and may think of reading them all at once. */
    private void add(PendingSlot slot) throws SQLException {
        String table = slot.storage().table();
        work(() -> jdbc().sql("insert into " + table + """
                         (tenant_id, object_id, id, created_at, created_by, updated_at, updated_by, data)
                        select ?, ?, gen_random_uuid(), now(), gen_random_uuid(), now(), gen_random_uuid(),
                               jsonb_build_object(?::text, 'Value ' || number)
                        from generate_series(1, ?) number
                        """)
                .params(tenant.id().value(), slot.objectId(), slot.fieldId(), RECORDS)
                .update());
        try (var owner = DriverManager.getConnection(
                        TestStack.shardUrl("s0"), TestPostgres.OWNER, TestPostgres.PASSWORD);
                var statement = owner.createStatement()) {
            statement.execute("analyze " + table + ", engine.rec_aside, engine.rec_unique");
        }
    }

    private Progress pass(PendingSlot slot, BiFunction<PendingSlot, Progress, Progress> batch) {
        var progress = new Progress(null, 0, 0, Instant.EPOCH, false);
        while (!progress.isPassed()) {
            var before = progress;
            progress = work(() -> {
                long start = reads();
                var moved = batch.apply(slot, before);
                assertThat(reads() - start).as(moved.toString()).isLessThan(MOST);
                return moved;
            });
        }
        return progress;
    }

    /** Rows that this transaction, and those before it on its connection, have read. */
    private long reads() {
        return jdbc().sql("""
                        select sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::bigint
                        from pg_stat_xact_user_tables where relname like 'rec\\_%'
                        """).query(Long.class).single();
    }

    private PendingSlot pending(String field) {
        return TenantScope.call(Caller.platform(tenant), () -> {
            var key = context.getBean(Metadata.class)
                    .current()
                    .object("visit")
                    .orElseThrow()
                    .field(field)
                    .orElseThrow()
                    .placement();
            return context.getBean(SlotStates.class).pending().stream()
                    .filter(slot -> slot.placement().equals(key))
                    .findFirst()
                    .orElseThrow();
        });
    }

    private <T> T work(ScopedValue.CallableOp<T, RuntimeException> work) {
        return TenantScope.call(Caller.platform(tenant), () -> transaction.execute(status -> work.call()));
    }

    private JdbcClient jdbc() {
        return context.getBean(JdbcClient.class);
    }

    private static String type(String more) {
        return "{\"label\":{\"en\":\"F\"},\"type\":\"text\",\"length\":50" + more + "}";
    }
}
