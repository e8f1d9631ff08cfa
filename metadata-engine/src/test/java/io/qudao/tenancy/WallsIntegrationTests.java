package io.qudao.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qudao.testing.HttpTest;
import io.qudao.testing.TenantFixture;
import io.qudao.testing.TestPostgres;
import io.qudao.testing.TestStack;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The walls between tenants, on a table of this test's own. */
@HttpTest
class WallsIntegrationTests {
    @Autowired
    private ApplicationContext context;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private static boolean created;

    @BeforeAll
    static void forgetTable() {
        created = false;
    }

    @Test
    void showsEachTenantItsRowsOnly() throws SQLException { // T1
        makeTable();
        var one = TenantFixture.create(context);
        var other = TenantFixture.create(context);
        insert(one);
        assertThat(count(one)).isEqualTo(1);
        assertThat(count(other)).isZero();
    }

    @Test
    void refusesToWriteForAnotherTenant() throws SQLException { // T1
        makeTable();
        var one = TenantFixture.create(context);
        var other = TenantFixture.create(context);
        assertThatThrownBy(() -> TenantScope.run(
                        Caller.platform(one),
                        () -> transaction.executeWithoutResult(
                                status -> jdbc.sql("insert into engine.wall (tenant_id) values (?)")
                                        .param(other.id().value())
                                        .update())))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void showsNothingWithoutTenant() throws SQLException { // T1
        makeTable();
        insert(TenantFixture.create(context));
        try (var raw = DriverManager.getConnection(TestStack.shardUrl("s0"), TestPostgres.APP, TestPostgres.PASSWORD);
                var rows = raw.createStatement().executeQuery("select count(*) from engine.wall")) {
            rows.next();
            assertThat(rows.getInt(1)).isZero();
        }
    }

    @Test
    void refusesDataOutsideOfScopeAndTransaction() {
        var one = TenantFixture.create(context);
        assertThatThrownBy(() -> transaction.executeWithoutResult(
                        status -> jdbc.sql("select 1").query(Integer.class).single()))
                .hasStackTraceContaining("No tenant is bound");
        assertThatThrownBy(() -> TenantScope.run(
                        Caller.platform(one),
                        () -> jdbc.sql("select 1").query(Integer.class).single()))
                .hasStackTraceContaining("inside a transaction");
    }

    @Test
    void keepsTenantsOnTheirShards() throws SQLException {
        makeTable();
        var here = TenantFixture.create(context, "s0");
        var there = TenantFixture.create(context, "s1");
        assertThat(database(here)).isNotEqualTo(database(there));
        assertThat(context.getBean(Tenants.class).bySlug(there.slug())).contains(there);
    }

    @Test
    void findsTenantMadeAfterItWasAskedFor() {
        var tenants = context.getBean(Tenants.class);
        assertThat(tenants.bySlug("nobody-yet")).isEmpty();
        var created = TenantFixture.create(context);
        assertThat(tenants.bySlug(created.slug())).contains(created);
        assertThat(tenants.byId(created.id())).contains(created);
    }

    private String database(Tenant tenant) {
        return TenantScope.call(
                Caller.platform(tenant),
                () -> transaction.execute(status -> jdbc.sql("select current_database()")
                        .query(String.class)
                        .single()));
    }

    private void insert(Tenant tenant) {
        TenantScope.run(
                Caller.platform(tenant),
                () -> transaction.executeWithoutResult(
                        status -> jdbc.sql("insert into engine.wall (tenant_id) values (?)")
                                .param(tenant.id().value())
                                .update()));
    }

    private int count(Tenant tenant) {
        return TenantScope.call(
                Caller.platform(tenant),
                () -> transaction.execute(status -> jdbc.sql("select count(*) from engine.wall")
                        .query(Integer.class)
                        .single()));
    }

    private static void makeTable() throws SQLException {
        if (created) {
            return;
        }
        try (var owner = DriverManager.getConnection(
                        TestStack.shardUrl("s0"), TestPostgres.OWNER, TestPostgres.PASSWORD);
                var statement = owner.createStatement()) {
            statement.execute("create table if not exists engine.wall (tenant_id int not null)");
            statement.execute(
                    "select engine.guard_tenant('engine.wall') where not exists (select from pg_policies where tablename = 'wall')");
        }
        created = true;
    }
}
