package io.qudao.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.qudao.partner.ChannelFixture;
import io.qudao.permission.Members;
import io.qudao.tenancy.Caller;
import io.qudao.testing.HttpTest;
import io.qudao.testing.LongRun;
import io.qudao.testing.TenantFixture;
import io.qudao.testing.TestPostgres;
import io.qudao.testing.TestStack;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a row of a large file costs the database, counted in rows that it reads: as many at the end as at the beginning, also
 * for a tenant that its statistics know as an empty one.
 */
@LongRun
@HttpTest
class ImportScaleIntegrationTests {
    private static final int FEW = 2_000;
    private static final int MANY = 8_000;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Imports imports;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private ChannelFixture channel;
    private Caller importer;

    /** An import acts with the rights that its member has at each step, so there must be one. */
    @BeforeEach
    void makeChannel() throws SQLException {
        channel = new ChannelFixture(context);
        importer = context.getBean(Members.class)
                .callerOf(
                        channel.tenant(),
                        TenantFixture.adminOf(channel.tenant()).toString(),
                        null);
        try (var owner = DriverManager.getConnection(
                        TestStack.shardUrl("s0"), TestPostgres.OWNER, TestPostgres.PASSWORD);
                var statement = owner.createStatement()) {
            statement.execute("analyze");
        }
    }

    @Test
    void readsNoMoreForALaterRowThanForAnEarlierOne() { // P9
        check("partners", "code,name,role", "S%1$d-%2$d,门店%2$d,outlet");
        check("accounts", "seller_code,buyer_code,currency,price_group", "HQ,S%1$d-%2$d,USD,A");
        check("products", "code,name,category,base_unit,case_size", "K%1$d-%2$d,货品%2$d,饮料,each,12");
        check(
                "price-lists",
                "list_code,scope,priority,sku_code,unit,price,from",
                "BASE,BASE,1,K%1$d-%2$d,each,1.50,2020-01-01T00:00:00Z");
        check("stock", "sku_code,quantity,unit", "K%1$d-%2$d,5,each");
    }

    private void check(String target, String header, String row) {
        long few = reads(target, header, row, FEW);
        long many = reads(target, header, row, MANY);
        assertThat(many).as(target).isLessThan(few * 2 * MANY / FEW);
    }

    /** Rows that an import reads of the standard business, once the database has counted those that it wrote. */
    private long reads(String target, String header, String row, int rows) {
        var before = reads();
        run(target, header, row, rows);
        await().atMost(Duration.ofSeconds(30)).until(() -> reads().written() >= before.written() + rows);
        return reads().rows() - before.rows();
    }

    private void run(String target, String header, String row, int rows) {
        var file = IntStream.range(0, rows)
                .mapToObj(number -> row.formatted(rows, number))
                .collect(Collectors.joining("\n", header + "\n", "\n"));
        var request = new ImportRequest(
                target, ImportMode.ALL_OR_NOTHING, target + ".csv", Optional.empty(), Optional.empty());
        var job = channel.as(importer, () -> {
            var started = imports.start(request, new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
            return imports.await(started.id(), Duration.ofMinutes(3));
        });
        assertThat(job.state()).as(target).isEqualTo(ImportState.DONE);
        assertThat(job.stored()).isEqualTo(rows);
        assertThat(job.written()).isEqualTo(rows);
    }

    private Reads reads() {
        return channel.asAdmin(() -> transaction.execute(status -> jdbc.sql("""
                        select sum(seq_tup_read + coalesce(idx_tup_fetch, 0)) as rows, sum(n_tup_ins) as written
                          from pg_stat_user_tables where schemaname = 'apps'
                        """)
                .query((row, number) -> new Reads(row.getLong("rows"), row.getLong("written")))
                .single()));
    }

    private record Reads(long rows, long written) {}
}
