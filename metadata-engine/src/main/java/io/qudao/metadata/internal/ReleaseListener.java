package io.qudao.metadata.internal;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.redis.connection.MessageListener;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.listener.PatternTopic;
import org.springframework.data.redis.listener.RedisMessageListenerContainer;

/** Listens to other nodes whenever Redis is available; a node starts and works without it. */
final class ReleaseListener implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ReleaseListener.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final RedisMessageListenerContainer container = new RedisMessageListenerContainer();
    private volatile boolean running;
    private Thread starter = Thread.currentThread();

    ReleaseListener(RedisConnectionFactory connections, MessageListener listener) {
        container.setConnectionFactory(connections);
        container.setRecoveryInterval(PAUSE.toMillis());
        container.addMessageListener(listener, PatternTopic.of(ReleaseSignal.CHANNELS));
        container.afterPropertiesSet();
    }

    @Override
    public void start() {
        running = true;
        starter = Thread.ofVirtual().name("release-listener").start(this::listen);
    }

    @Override
    public void stop() {
        running = false;
        starter.interrupt();
        container.stop();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** The container restores a broken connection, but not one that was never established. */
    private void listen() {
        while (running && !container.isListening()) {
            try {
                container.start();
            } catch (RuntimeException down) {
                LOG.warn("Without Redis, the database is asked for releases of other nodes: {}", down.getMessage());
                container.stop();
                if (!pause()) {
                    return;
                }
            }
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (InterruptedException stopped) {
            return false;
        }
    }
}
