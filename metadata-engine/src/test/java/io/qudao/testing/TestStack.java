package io.qudao.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/** Points an application at real services with two shards made for this run: {@code @ContextConfiguration(initializers = TestStack.class)}. */
public final class TestStack implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    public static final String INTERNAL_SECRET = "internal-secret-for-tests";
    private static final Map<String, String> PROPERTIES = properties();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(PROPERTIES).applyTo(context);
    }

    /** The JDBC address of a shard of this run, {@code s0} or {@code s1}. */
    public static String shardUrl(String shard) {
        return PROPERTIES.get("qudao.tenancy.shards." + shard + ".url");
    }

    private static Map<String, String> properties() {
        var properties = new LinkedHashMap<String, String>();
        defaults().forEach((key, value) -> properties.put(key.toString(), value.toString()));
        for (String shard : new String[] {"s0", "s1"}) {
            String prefix = "qudao.tenancy.shards." + shard;
            properties.put(prefix + ".url", TestPostgres.instance().newDatabase());
            properties.put(prefix + ".username", TestPostgres.APP);
            properties.put(prefix + ".password", TestPostgres.PASSWORD);
            properties.put(prefix + ".owner-username", TestPostgres.OWNER);
            properties.put(prefix + ".owner-password", TestPostgres.PASSWORD);
        }
        properties.put("qudao.tenancy.pool-wait", "5m"); // a thousand at once on a busy machine
        properties.put("spring.data.redis.url", TestRedis.url());
        properties.put("qudao.record.settle", "1h"); // slots move when a test moves them
        properties.put("qudao.record.retire", "1h");
        properties.put("qudao.internal.secret", INTERNAL_SECRET);
        properties.put("qudao.identity.url", TestIdentity.url());
        properties.put("qudao.outbox.backoff", "20ms");
        properties.put("qudao.imports.poll", "200ms");
        return properties;
    }

    private static Properties defaults() {
        try {
            return PropertiesLoaderUtils.loadAllProperties("engine-defaults.properties");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
