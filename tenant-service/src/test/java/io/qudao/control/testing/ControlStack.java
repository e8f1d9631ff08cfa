package io.qudao.control.testing;

import io.qudao.testing.TestPostgres;
import io.qudao.testing.TestRedis;
import java.util.Map;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Points the program at real services and at the standing platform of the tests. */
public final class ControlStack implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    public static final String INTERNAL_SECRET = "internal-secret-for-tests";
    public static final String UI_SECRET = "ui-client-secret-for-tests";
    public static final String DATABASE = TestPostgres.instance().newDatabase();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(Map.ofEntries(
                        Map.entry("server.port", "0"),
                        Map.entry("qudao.control.url", DATABASE),
                        Map.entry("qudao.control.username", TestPostgres.APP),
                        Map.entry("qudao.control.password", TestPostgres.PASSWORD),
                        Map.entry("qudao.control.owner-username", TestPostgres.OWNER),
                        Map.entry("qudao.control.owner-password", TestPostgres.PASSWORD),
                        Map.entry("qudao.control.pool-size", "8"),
                        Map.entry("spring.data.redis.url", TestRedis.url()),
                        Map.entry("qudao.internal.secret", INTERNAL_SECRET),
                        Map.entry("qudao.identity.ui-client-secret", UI_SECRET),
                        Map.entry("qudao.identity.key-secret", "key-secret-for-tests"),
                        Map.entry("qudao.identity.free-attempts", "3"),
                        Map.entry("qudao.onboarding.attempts", "5"),
                        Map.entry("qudao.platform.url", StandingPlatform.INSTANCE.url()),
                        Map.entry("qudao.platform.retry-every", "50ms")))
                .applyTo(context);
    }
}
