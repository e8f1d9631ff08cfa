package io.qudao.control.internal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.qudao.control.PublicAddress;
import io.qudao.control.store.ControlDatabase;
import io.qudao.control.web.ProblemWriter;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.client.RestClient;

@Configuration(proxyBeanMethods = false)
class ControlConfiguration {

    private static final String SCHEMA = "control";
    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration ANSWER = Duration.ofSeconds(10);

    @Bean
    Clock clock() {
        return Clock.system(ZoneOffset.UTC);
    }

    @Bean
    PublicAddress publicAddress(PublicProperties properties) {
        return PublicAddress.parse(properties.base());
    }

    /**
     * The connection pool of the application role; the owner role has migrated the schema before the first connection
     * is handed out.
     */
    @Bean
    DataSource dataSource(ControlProperties properties) {
        migrate(properties);
        var pool = new HikariConfig();
        pool.setPoolName("control");
        pool.setJdbcUrl(properties.url());
        pool.setUsername(properties.username());
        pool.setPassword(properties.password());
        pool.setSchema(SCHEMA);
        pool.setMaximumPoolSize(properties.poolSize());
        pool.setConnectionTimeout(5_000);
        return new HikariDataSource(pool);
    }

    @Bean
    ControlDatabase controlDatabase(JdbcClient sql, PlatformTransactionManager transactions) {
        return new ControlDatabase(sql, new TransactionTemplate(transactions));
    }

    /** Calls platform nodes, identifying itself as a program of this installation. */
    @Bean
    RestClient platformCalls(PlatformProperties properties, InternalProperties internal) {
        var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .build();
        var requests = new JdkClientHttpRequestFactory(client);
        requests.setReadTimeout(ANSWER);
        return RestClient.builder()
                .requestFactory(requests)
                .baseUrl(properties.url())
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + internal.secret())
                .build();
    }

    @Bean
    FilterRegistrationBean<InternalCallFilter> internalCallFilter(
            InternalProperties properties, ProblemWriter problems) {
        var registration = new FilterRegistrationBean<>(new InternalCallFilter(properties, problems));
        registration.addUrlPatterns("/internal/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 20);
        return registration;
    }

    private static void migrate(ControlProperties properties) {
        Flyway.configure()
                .dataSource(properties.url(), properties.ownerUsername(), properties.ownerPassword())
                .schemas(SCHEMA)
                .locations(
                        "classpath:db/migration/registry",
                        "classpath:db/migration/identity",
                        "classpath:db/migration/provisioning")
                .placeholders(Map.of("worker", properties.username()))
                .load()
                .migrate();
    }
}
