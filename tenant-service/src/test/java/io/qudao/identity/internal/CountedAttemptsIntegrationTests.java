package io.qudao.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.control.testing.Calls;
import io.qudao.control.testing.ControlPlaneTest;
import io.qudao.control.testing.SetClock;
import io.qudao.identity.Attempts;
import io.qudao.kernel.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/** The same answers with Redis and without it. */
@ControlPlaneTest
class CountedAttemptsIntegrationTests {

    private static final Attempts.Limit LIMIT = new Attempts.Limit(3, Duration.ofMinutes(15));
    private static final Attempts.Slowing SLOWING =
            new Attempts.Slowing(3, Duration.ofSeconds(1), Duration.ofSeconds(4), Duration.ofMinutes(15));

    @Autowired
    private RedisCounter redis;

    @Autowired
    private JdbcCounter database;

    @Autowired
    private SetClock clock;

    private LettuceConnectionFactory nowhere;

    @BeforeEach
    void reachNothing() {
        nowhere = new LettuceConnectionFactory(
                new RedisStandaloneConfiguration("127.0.0.1", 1),
                LettuceClientConfiguration.builder()
                        .commandTimeout(Duration.ofMillis(200))
                        .build());
        nowhere.afterPropertiesSet();
        nowhere.start();
    }

    @AfterEach
    void reset() {
        clock.reset();
        nowhere.destroy();
    }

    private Attempts attempts(boolean withRedis) {
        var counter = withRedis ? redis : new RedisCounter(new StringRedisTemplate(nowhere), clock);
        return new CountedAttempts(counter, database, clock);
    }

    private static Attempts.Subject subject() {
        return new Attempts.Subject(new TenantId(7), "test", Calls.fresh("somebody"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void letsThroughUpToTheLimitThenSaysHowLongToWait(boolean withRedis) {
        var attempts = attempts(withRedis);
        var subject = subject();
        for (int i = 0; i < 3; i++) {
            assertThat(attempts.count(subject, LIMIT)).isEmpty();
        }
        assertThat(attempts.count(subject, LIMIT).orElseThrow())
                .isBetween(Duration.ofMinutes(14), Duration.ofMinutes(15));
        assertThat(attempts.count(subject(), LIMIT)).isEmpty();
        attempts.forget(subject);
        assertThat(attempts.count(subject, LIMIT)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void makesEachWaitTwiceAsLongUpToTheLongest(boolean withRedis) {
        var attempts = attempts(withRedis);
        var subject = subject();
        for (int i = 0; i < 3; i++) {
            assertThat(attempts.slow(subject, SLOWING)).isEmpty();
        }
        for (int seconds : new int[] {1, 2, 4, 4}) {
            assertThat(attempts.slow(subject, SLOWING).orElseThrow())
                    .isBetween(Duration.ofMillis(1), Duration.ofSeconds(seconds));
            clock.advance(Duration.ofSeconds(seconds));
            assertThat(attempts.slow(subject, SLOWING)).isEmpty();
        }
        attempts.forget(subject);
        assertThat(attempts.slow(subject, SLOWING)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void givesBackOneAtATimeAndNeverMoreThanWereCounted(boolean withRedis) {
        var attempts = attempts(withRedis);
        var subject = subject();
        attempts.giveBack(subject);
        for (int i = 0; i < 3; i++) {
            assertThat(attempts.slow(subject, SLOWING)).isEmpty();
        }
        attempts.giveBack(subject);
        assertThat(attempts.slow(subject, SLOWING)).isEmpty();
        assertThat(attempts.slow(subject, SLOWING)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void letsNoneOfManyAtOncePassBeyondTheFree(boolean withRedis) throws InterruptedException {
        var attempts = attempts(withRedis);
        var subject = subject();
        var minutes = new Attempts.Slowing(3, Duration.ofMinutes(5), Duration.ofMinutes(5), Duration.ofMinutes(15));
        Callable<Optional<Duration>> attempt = () -> attempts.slow(subject, minutes);
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Optional<Duration>>> many =
                    Stream.generate(() -> attempt).limit(40).toList();
            assertThat(threads.invokeAll(many).stream()
                            .filter(done -> done.resultNow().isEmpty()))
                    .hasSize(3);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void countsEachOfManyAtOnce(boolean withRedis) throws InterruptedException {
        var attempts = attempts(withRedis);
        var subject = subject();
        Callable<Optional<Duration>> attempt = () -> attempts.count(subject, LIMIT);
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Optional<Duration>>> many =
                    Stream.generate(() -> attempt).limit(40).toList();
            assertThat(threads.invokeAll(many).stream()
                            .filter(done -> done.resultNow().isEmpty()))
                    .hasSize(3);
        }
    }

    @Test
    void opensANewWindowAfterTheOld() {
        var attempts = attempts(false);
        var subject = subject();
        for (int i = 0; i < 4; i++) {
            attempts.count(subject, LIMIT);
        }
        clock.advance(Duration.ofMinutes(16));
        assertThat(attempts.count(subject, LIMIT)).isEmpty();
    }
}
