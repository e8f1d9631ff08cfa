package io.qudao.metadata.internal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.redis.connection.MessageListener;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.listener.PatternTopic;
import org.springframework.data.redis.listener.RedisMessageListenerContainer;

/** Listens to other nodes for as long as Redis is there; a node starts and works without. */
final class ReleaseListener implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ReleaseListener.class);

    private final RedisMessageListenerContainer container = new RedisMessageListenerContainer();
    private volatile boolean running;

    ReleaseListener(RedisConnectionFactory connections, MessageListener listener) {
        container.setConnectionFactory(connections);
        container.addMessageListener(listener, new PatternTopic(ReleaseSignal.CHANNELS));
        container.afterPropertiesSet();
    }

    @Override
    public void start() {
        running = true;
        Thread.startVirtualThread(() -> {
            try {
                container.start();
            } catch (RuntimeException down) {
                LOG.warn("Redis does not answer: releases of other nodes are found by asking the database", down);
            }
        });
    }

    @Override
    public void stop() {
        running = false;
        try {
            container.destroy();
        } catch (Exception failed) {
            LOG.debug("The listener did not stop cleanly", failed);
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
