package io.qudao.permission.internal;

import io.qudao.kernel.AccessTokens;
import io.qudao.kernel.TenantId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.Message;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.listener.ChannelTopic;
import org.springframework.data.redis.listener.PatternTopic;
import org.springframework.data.redis.listener.RedisMessageListenerContainer;
import org.springframework.stereotype.Component;

/**
 * Sends changes of members to the other nodes over Redis, if available, and receives revocations from the identity
 * provider.
 */
@Component
final class MemberSignals implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(MemberSignals.class);
    private static final int AGAIN_SECONDS = 2;
    private static final Pattern CHANNEL = Pattern.compile("qudao:(\\d+):members");
    private static final Pattern REVOKED = Pattern.compile("(\\d{1,9})((?: [0-9a-f-]{36})+)");

    private final StringRedisTemplate redis;
    private final RedisMessageListenerContainer container = new RedisMessageListenerContainer();
    private final List<Consumer<MemberChanged>> listeners = new CopyOnWriteArrayList<>();
    private final List<BiConsumer<TenantId, List<String>>> revocationListeners = new CopyOnWriteArrayList<>();
    private volatile @Nullable CountDownLatch stopped;

    MemberSignals(StringRedisTemplate redis, RedisConnectionFactory connections) {
        this.redis = redis;
        container.setConnectionFactory(connections);
        container.setRecoveryInterval(2_000);
        container.addMessageListener((message, pattern) -> hear(message), PatternTopic.of("qudao:*:members"));
        container.addMessageListener(
                (message, pattern) -> hearRevoked(message), ChannelTopic.of(AccessTokens.REVOKED_CHANNEL));
        container.afterPropertiesSet();
    }

    void onChange(Consumer<MemberChanged> listener) {
        listeners.add(listener);
    }

    void onRevoked(BiConsumer<TenantId, List<String>> listener) {
        revocationListeners.add(listener);
    }

    void tell(MemberChanged changed) {
        try {
            redis.convertAndSend("qudao:" + changed.tenant() + ":members", changed.subject());
        } catch (DataAccessException down) {
            LOG.warn("Redis is down: other nodes see the change of a member within a second", down);
        }
    }

    private void hear(Message message) {
        var channel = CHANNEL.matcher(new String(message.getChannel(), StandardCharsets.UTF_8));
        if (channel.matches()) {
            var tenant = new TenantId(Integer.parseInt(channel.group(1)));
            var changed = new MemberChanged(tenant, new String(message.getBody(), StandardCharsets.UTF_8));
            listeners.forEach(listener -> listener.accept(changed));
        }
    }

    private void hearRevoked(Message message) {
        var words = REVOKED.matcher(new String(message.getBody(), StandardCharsets.UTF_8));
        if (words.matches()) {
            var tenant = new TenantId(Integer.parseInt(words.group(1)));
            var ids = List.of(words.group(2).strip().split(" ", -1));
            revocationListeners.forEach(listener -> listener.accept(tenant, ids));
        }
    }

    /** Listens as soon as Redis is available; the node does not wait for it. */
    @Override
    public void start() {
        var end = new CountDownLatch(1);
        stopped = end;
        Thread.ofVirtual().name("member-signals").start(() -> listen(end));
    }

    private void listen(CountDownLatch end) {
        boolean listening = false;
        try {
            do {
                listening = tryToListen();
            } while (!listening && !end.await(AGAIN_SECONDS, TimeUnit.SECONDS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean tryToListen() {
        try {
            container.start();
            return true;
        } catch (RuntimeException down) {
            LOG.warn("Redis is down: changes of members on other nodes show within a second", down);
            container.stop();
            return false;
        }
    }

    @Override
    public void stop() {
        var end = stopped;
        stopped = null;
        if (end != null) {
            end.countDown();
            container.stop();
        }
    }

    @Override
    public boolean isRunning() {
        return stopped != null;
    }
}
