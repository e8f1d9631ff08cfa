package io.qudao;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.control.testing.ControlPlaneTest;
import io.qudao.control.testing.Rows;
import org.junit.jupiter.api.Test;

/** The migrated schema keeps the second and third wall. */
@ControlPlaneTest
class SchemaIntegrationTests {

    private static final String TENANT_TABLES = """
            select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
            where n.nspname = 'control' and c.relkind = 'r'\s""";

    @Test
    void forcesRowSecurityOnEveryTableOfTenants() { // R11
        assertThat(Rows.of(TENANT_TABLES + "and c.relforcerowsecurity and c.relrowsecurity", 0))
                .containsExactlyInAnyOrder(
                        "tenant_domain", "membership", "api_client", "sign_in_session", "authorization_grant");
        assertThat(Rows.of(TENANT_TABLES + "and not c.relforcerowsecurity", 0))
                .as("lists of the installation that name ids only, see their migrations")
                .containsExactlyInAnyOrder("provisioning_job", "revocation");
    }

    @Test
    void startsEveryKeyOfTenantsWithTheTenant() { // R11
        assertThat(Rows.of("""
                        select i.indexrelid::regclass::text from pg_index i
                        join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
                        join pg_attribute t on t.attrelid = c.oid and t.attname = 'tenant_id'
                        where n.nspname = 'control' and i.indisunique and i.indkey[0] <> t.attnum
                        """, 0))
                .as("a host belongs to one tenant of all, see its migration")
                .containsExactly("tenant_domain_host_once");
    }

    @Test
    void worksAsARoleThatOwnsNothingAndPassesNoPolicy() {
        assertThat(Rows.of(
                        "select rolname from pg_roles where rolname = current_user and (rolsuper or rolbypassrls)", 0))
                .isEmpty();
        assertThat(Rows.of(
                        "select tablename from pg_tables where schemaname = 'control' and tableowner = current_user",
                        0))
                .isEmpty();
    }
}
