package io.qudao.tenancy.internal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.qudao.tenancy.ModuleSchema;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Migrates every shard to the schema of this build, module by module, as the owner role; several nodes may start at
 * once.
 */
final class SchemaMigration {
    private static final Logger LOG = LoggerFactory.getLogger(SchemaMigration.class);
    private static final int MOST_CONNECTIONS = 4;

    private final TenancyProperties properties;
    private final List<ModuleSchema> modules;

    SchemaMigration(TenancyProperties properties, List<ModuleSchema> modules) {
        this.properties = properties;
        this.modules = modules.stream()
                .sorted(Comparator.comparingInt(ModuleSchema::order).thenComparing(ModuleSchema::module))
                .toList();
    }

    void migrate() {
        properties.shards().forEach((id, shard) -> {
            try (var connections = owner(id, shard)) {
                int applied = modules.stream()
                        .mapToInt(module -> flyway(connections, shard, module).migrate().migrationsExecuted)
                        .sum();
                LOG.info("Shard {}: {} modules, {} migrations applied", id, modules.size(), applied);
            }
        });
    }

    private static Flyway flyway(DataSource connections, TenancyProperties.Shard shard, ModuleSchema module) {
        return Flyway.configure()
                .dataSource(connections)
                .placeholders(Map.of("appRole", shard.username()))
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .schemas(module.schema())
                .table("migration_" + module.module())
                .locations("classpath:db/migration/" + module.module())
                .load();
    }

    /** Kept for all modules, because a new connection costs more than checking whether a module is up to date. */
    private static HikariDataSource owner(String id, TenancyProperties.Shard shard) {
        var config = new HikariConfig();
        config.setPoolName("owner-" + id);
        config.setJdbcUrl(shard.url());
        config.setUsername(shard.ownerUsername());
        config.setPassword(shard.ownerPassword());
        config.setMinimumIdle(0);
        config.setMaximumPoolSize(MOST_CONNECTIONS);
        return new HikariDataSource(config);
    }
}
