package io.qudao.metadata.internal;

import io.qudao.kernel.TenantId;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.MessageListener;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** Notifies the other nodes of a new revision at once over Redis. Nothing depends on the arrival of the message. */
@Component
final class ReleaseSignal {
    static final String CHANNELS = "qudao:*:release";

    private static final Logger LOG = LoggerFactory.getLogger(ReleaseSignal.class);
    private static final Pattern CHANNEL = Pattern.compile("qudao:(\\d{1,9}):release");
    private static final Pattern REVISION = Pattern.compile("\\d{1,18}");

    private final StringRedisTemplate redis;

    ReleaseSignal(StringRedisTemplate redis) {
        this.redis = redis;
    }

    /** Returns immediately, so that a publish does not wait for Redis. */
    void send(TenantId tenant, long revision) {
        Thread.startVirtualThread(() -> {
            try {
                redis.convertAndSend("qudao:" + tenant + ":release", Long.toString(revision));
            } catch (DataAccessException down) {
                LOG.debug("The signal for revision {} of tenant {} was not sent", revision, tenant, down);
            }
        });
    }

    /** Returns the listener that handles a signal. */
    static MessageListener listener(Revisions revisions) {
        return (message, pattern) -> {
            var channel = CHANNEL.matcher(text(message.getChannel()));
            var revision = REVISION.matcher(text(message.getBody()));
            if (channel.matches() && revision.matches()) {
                revisions.expire(new TenantId(Integer.parseInt(channel.group(1))), Long.parseLong(revision.group()));
            }
        };
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
