package io.qudao.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.qudao.imports.ImportJob;
import io.qudao.imports.ImportMode;
import io.qudao.imports.ImportRequest;
import io.qudao.imports.ImportState;
import io.qudao.imports.Imports;
import io.qudao.testing.EngineTestApplication;
import io.qudao.testing.TestStack;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;

/** What a row of a large file costs the database, counted in rows that it reads: as many at the end as at the beginning. */
@SpringBootTest(classes = EngineTestApplication.class)
@ContextConfiguration(initializers = TestStack.class)
class PartnerImportScaleIntegrationTests {
    private static final int ROWS = 6_000;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Imports imports;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private ChannelFixture channel;

    @BeforeEach
    void makeChannel() {
        channel = new ChannelFixture(context);
    }

    @Test
    void readsNoMoreForALaterRowThanForAnEarlierOne() { // P9
        var partners = reads("partner");
        var accounts = reads("trading_account");
        var job = run(
                "partners", IntStream.range(0, ROWS).mapToObj(i -> "S" + i + ",门店" + i + ",outlet"), "code,name,role");
        assertThat(job.stored()).isEqualTo(ROWS);
        assertThat(job.written()).isEqualTo(ROWS);
        assertThat(after("partner", partners) - partners.rows()).isLessThan(8L * ROWS);
        assertThat(after("trading_account", accounts) - accounts.rows()).isLessThan(ROWS);
        var opened = reads("trading_account");
        run(
                "accounts",
                IntStream.range(0, ROWS).mapToObj(i -> "HQ,S" + i + ",USD,A"),
                "seller_code,buyer_code,currency,price_group");
        assertThat(after("trading_account", opened) - opened.rows()).isLessThan(ROWS);
    }

    private ImportJob run(String target, java.util.stream.Stream<String> rows, String header) {
        var file = rows.collect(Collectors.joining("\n", header + "\n", "\n")).getBytes(StandardCharsets.UTF_8);
        var request = new ImportRequest(
                target, ImportMode.ALL_OR_NOTHING, target + ".csv", Optional.empty(), Optional.empty());
        var job = channel.asAdmin(() -> {
            var started = imports.start(request, new ByteArrayInputStream(file));
            return imports.await(started.id(), Duration.ofMinutes(3));
        });
        assertThat(job.state()).isEqualTo(ImportState.DONE);
        return job;
    }

    /** Rows read since, once the database has counted those that were written. */
    private long after(String table, Reads before) {
        await().atMost(Duration.ofSeconds(30)).until(() -> reads(table).written() >= before.written() + ROWS);
        return reads(table).rows();
    }

    private Reads reads(String table) {
        return channel.asAdmin(() -> transaction.execute(status -> jdbc.sql("""
                        select seq_tup_read + coalesce(idx_tup_fetch, 0), n_tup_ins from pg_stat_user_tables
                         where schemaname = 'apps' and relname = ?
                        """)
                .param(table)
                .query((row, number) -> new Reads(row.getLong(1), row.getLong(2)))
                .single()));
    }

    private record Reads(long rows, long written) {}
}
