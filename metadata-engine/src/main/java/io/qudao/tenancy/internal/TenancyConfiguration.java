package io.qudao.tenancy.internal;

import io.qudao.tenancy.HomeOffice;
import io.qudao.tenancy.ModuleSchema;
import jakarta.persistence.EntityManagerFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Configures one data source for Hibernate and plain SQL, so that both work in the same transaction. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TenancyProperties.class)
@EntityScan("io.qudao")
class TenancyConfiguration {
    @Bean
    static ShardPools shardPools(TenancyProperties properties) {
        return new ShardPools(properties);
    }

    @Bean
    SchemaMigration schemaMigration(TenancyProperties properties, List<ModuleSchema> modules) {
        var migration = new SchemaMigration(properties, modules);
        migration.migrate();
        return migration;
    }

    @Bean
    @DependsOn("schemaMigration")
    DataSource dataSource(ShardPools pools) {
        return new ShardedDataSource(pools);
    }

    @Bean
    HibernateTenancy hibernateTenancy(DataSource dataSource) {
        return new HibernateTenancy(dataSource);
    }

    @Bean
    JpaTransactionManager transactionManager(EntityManagerFactory factory, DataSource dataSource) {
        var manager = new JpaTransactionManager(factory);
        manager.setDataSource(dataSource);
        return manager;
    }

    @Bean
    TransactionTemplate transactionTemplate(JpaTransactionManager manager) {
        return new RepeatingTransactions(manager);
    }

    @Bean
    JdbcClient jdbcClient(DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }

    /** A clock with the precision that PostgreSQL stores, so that an instant is the same when it is read again. */
    @Bean
    // Its instants have the precision of columns, so none lies between two that can be stored.
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.of(1, ChronoUnit.MICROS));
    }

    @Bean
    static ModuleSchema tenancySchema() {
        return new ModuleSchema("engine", "tenancy", 0);
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static AccessAdvisor accessAdvisor(ObjectProvider<HomeOffice> office) {
        return new AccessAdvisor(office);
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static RepeatAdvisor repeatAdvisor() {
        return new RepeatAdvisor();
    }
}
