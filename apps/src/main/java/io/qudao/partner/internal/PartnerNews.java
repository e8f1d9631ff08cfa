package io.qudao.partner.internal;

import io.qudao.outbox.Outbox;
import java.util.Collection;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells what leaves the node of changed partners. */
@Component
final class PartnerNews {
    static final String TOPIC = "partner.changed";

    private final Outbox outbox;

    PartnerNews(Outbox outbox) {
        this.outbox = outbox;
    }

    void changed(Collection<UUID> partners) {
        outbox.append(TOPIC, partners.stream().map(UUID::toString).toList(), "{}");
    }
}
