package io.qudao.expression.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.expression.Column;
import io.qudao.expression.ColumnResolver;
import io.qudao.expression.SqlFragment;
import io.qudao.expression.SqlKind;
import io.qudao.testing.TestPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Under row security only leakproof operators reach an index: what is written for slots must be such. */
class SlotsIntegrationTests {
    private static final ColumnResolver COLUMNS = path -> switch (path.toString()) {
        case "code" -> new Column.Folded("data->>'1'", "t1", Texts::lower);
        case "rate" -> new Column.Scaled("n1", 2);
        case "net" -> new Column.Amount(new Column.Scaled("n1", 2), "data->>'2'");
        case "due" -> Column.of("d1", SqlKind.UTC_MIDNIGHT);
        case "at" -> Column.of("d1", SqlKind.TIMESTAMPTZ);
        case "owner" -> Column.of("r1", SqlKind.UUID);
        default -> throw new IllegalArgumentException(path.toString());
    };

    private static Connection connection;

    @BeforeAll
    static void makeSlots() throws SQLException {
        String database = TestPostgres.instance().newDatabase();
        try (var owner = DriverManager.getConnection(database, TestPostgres.OWNER, TestPostgres.PASSWORD);
                var statement = owner.createStatement()) {
            statement.execute("""
                create schema s;
                create table s.rec (tenant_id int, n1 bigint, d1 timestamptz, r1 uuid, t1 text collate "C", data jsonb);
                create index on s.rec (tenant_id, n1) where n1 is not null;
                create index on s.rec (tenant_id, d1) where d1 is not null;
                create index on s.rec (tenant_id, r1) where r1 is not null;
                create index on s.rec (tenant_id, t1) where t1 is not null;
                alter table s.rec enable row level security;
                alter table s.rec force row level security;
                create policy tenant_guard on s.rec
                    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::int);
                """);
            statement.execute("grant usage on schema s to " + TestPostgres.APP);
            statement.execute("grant select on s.rec to " + TestPostgres.APP);
        }
        connection = DriverManager.getConnection(database, TestPostgres.APP, TestPostgres.PASSWORD);
        try (var statement = connection.createStatement()) {
            statement.execute("set enable_seqscan = off");
        }
    }

    @AfterAll
    static void disconnect() throws SQLException {
        connection.close();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '|',
            value = {
                "rate == 12.50                                        | n1 =",
                "rate > 12.505                                        | n1 >",
                "rate in [1, 2.5]                                     | n1 =",
                "net <= 100                                           | n1 <=",
                "due < today()                                        | d1 <",
                "at >= timestamp('2026-01-31T12:00:00Z')              | d1 >=",
                "owner == '01920000-0000-7000-8000-000000000001'      | r1 =",
                "owner in ['01920000-0000-7000-8000-000000000001']    | r1 =",
                "code == 'Ab'                                         | t1 =",
                "code in ['Ab', 'Cd']                                 | t1 =",
                "startsWith(code, 'Ab')                               | t1 >=",
                "rate > 1 && code == 'x' && contains(code, 'x')       | t1 =",
            })
    void findRowsByTheirIndex(String source, String condition) throws SQLException {
        SqlFragment where = ExpressionsFixture.filter(source, COLUMNS);
        StringBuilder plan = new StringBuilder();
        try (var explain = connection.prepareStatement(
                "explain (costs off) select * from s.rec where tenant_id = 1 and " + where.sql())) {
            for (int index = 0; index < where.parameters().size(); index++) {
                explain.setObject(index + 1, where.parameters().get(index));
            }
            try (var rows = explain.executeQuery()) {
                while (rows.next()) {
                    plan.append(rows.getString(1)).append('\n');
                }
            }
        }

        assertThat(plan.toString().lines().filter(line -> line.contains("Index Cond")))
                .as(plan.toString())
                .anyMatch(line -> line.contains(condition));
    }
}
