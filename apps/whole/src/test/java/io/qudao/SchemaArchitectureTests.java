package io.qudao;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.testing.HttpTest;
import io.qudao.testing.TenantFixture;
import io.qudao.testing.TestPostgres;
import io.qudao.testing.TestStack;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** R11, on the schema as all modules' migrations leave it. */
@HttpTest
class SchemaArchitectureTests {
    /**
     * Tables that are not a tenant's: the directory by which a host is resolved before there is a tenant, the timers, and
     * what shipped with earlier versions of the platform.
     */
    private static final Set<String> NOT_OF_TENANTS =
            Set.of("engine.tenant", "engine.scheduled_task", "engine.shipped_layer");

    private static final String TABLES = """
            select n.nspname || '.' || c.relname as name, c.relrowsecurity and c.relforcerowsecurity as guarded
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname in ('engine', 'apps') and c.relkind in ('r', 'p') and c.relname not like 'migration\\_%'
            order by 1
            """;

    private static final String KEYS = """
            select n.nspname || '.' || c.relname || ' ' || i.indexrelid::regclass as name, a.attname as first
            from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
            join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
            where n.nspname in ('engine', 'apps') and i.indisunique and c.relname not like 'migration\\_%'
              and n.nspname || '.' || c.relname <> all (?)
            order by 1
            """;

    private static final String FOREIGN_KEYS = """
            select k.conname as name, f.relnamespace <> t.relnamespace as across,
                   (select attname from pg_attribute where attrelid = k.conrelid and attnum = k.conkey[1]) as first
            from pg_constraint k join pg_class f on f.oid = k.conrelid join pg_class t on t.oid = k.confrelid
            join pg_namespace n on n.oid = f.relnamespace
            where k.contype = 'f' and n.nspname in ('engine', 'apps')
            """;

    @Autowired
    private ApplicationContext context;

    @Test
    void guardsEveryTenantTable() throws SQLException { // R11, T1
        var open = new ArrayList<String>();
        int seen = 0;
        try (var owner = owner();
                var rows = owner.createStatement().executeQuery(TABLES)) {
            while (rows.next()) {
                seen++;
                if (!rows.getBoolean("guarded") && !NOT_OF_TENANTS.contains(rows.getString("name"))) {
                    open.add(rows.getString("name"));
                }
            }
        }
        assertThat(open).isEmpty();
        assertThat(seen).isGreaterThan(30); // R12
    }

    @Test
    void startsEveryKeyWithTheTenant() throws SQLException { // R11, T1
        var others = new ArrayList<String>();
        int seen = 0;
        try (var owner = owner();
                var query = owner.prepareStatement(KEYS)) {
            query.setArray(1, owner.createArrayOf("text", NOT_OF_TENANTS.toArray()));
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    seen++;
                    if (!"tenant_id".equals(rows.getString("first"))) {
                        others.add(rows.getString("name"));
                    }
                }
            }
        }
        assertThat(others).isEmpty();
        assertThat(seen).isGreaterThan(30); // R12
    }

    @Test
    void keepsForeignKeysInsideTheTenantAndTheLibrary() throws SQLException { // R11
        var wrong = new ArrayList<String>();
        int seen = 0;
        try (var owner = owner();
                var rows = owner.createStatement().executeQuery(FOREIGN_KEYS)) {
            while (rows.next()) {
                seen++;
                if (rows.getBoolean("across") || !"tenant_id".equals(rows.getString("first"))) {
                    wrong.add(rows.getString("name"));
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(seen).isPositive(); // R12
    }

    @Test
    void makesATenantOfRowsOnly() throws SQLException {
        TenantFixture.create(context);
        int before = relations();
        TenantFixture.create(context);
        assertThat(relations()).isEqualTo(before).isGreaterThan(30);
    }

    private static int relations() throws SQLException {
        try (var owner = owner();
                var rows = owner.createStatement().executeQuery("select count(*) from pg_class")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    @Test
    void worksAsARoleThatOwnsNothing() throws SQLException { // T1
        try (var owner = owner();
                var rows = owner.createStatement()
                        .executeQuery("select rolsuper or rolbypassrls as strong,"
                                + " exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                                + " where n.nspname in ('engine', 'apps') and c.relowner = r.oid) as owns"
                                + " from pg_roles r where rolname = '" + TestPostgres.APP + "'")) {
            assertThat(rows.next()).isTrue();
            assertThat(List.of(rows.getBoolean("strong"), rows.getBoolean("owns")))
                    .containsExactly(false, false);
        }
    }

    private static java.sql.Connection owner() throws SQLException {
        return DriverManager.getConnection(TestStack.shardUrl("s0"), TestPostgres.OWNER, TestPostgres.PASSWORD);
    }
}
