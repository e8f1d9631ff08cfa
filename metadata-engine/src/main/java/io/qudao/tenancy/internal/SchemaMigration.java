package io.qudao.tenancy.internal;

import io.qudao.tenancy.ModuleSchema;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings every shard to the schema of this build, module by module, as the owner; several nodes may start at once. */
final class SchemaMigration {
    private static final Logger LOG = LoggerFactory.getLogger(SchemaMigration.class);

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
            int applied = modules.stream()
                    .mapToInt(module -> flyway(shard, module).migrate().migrationsExecuted)
                    .sum();
            LOG.info("Shard {}: {} modules, {} migrations applied", id, modules.size(), applied);
        });
    }

    private static Flyway flyway(TenancyProperties.Shard shard, ModuleSchema module) {
        return configuration(shard)
                .schemas(module.schema())
                .table("migration_" + module.module())
                .locations("classpath:db/migration/" + module.module())
                .load();
    }

    private static FluentConfiguration configuration(TenancyProperties.Shard shard) {
        return Flyway.configure()
                .dataSource(shard.url(), shard.ownerUsername(), shard.ownerPassword())
                .placeholders(Map.of("appRole", shard.username()))
                .baselineOnMigrate(true)
                .baselineVersion("0");
    }
}
