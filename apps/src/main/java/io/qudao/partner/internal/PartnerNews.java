package io.qudao.partner.internal;

import io.qudao.outbox.Outbox;
import java.util.Collection;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells what leaves the node of changed partners. */
@Component
final class PartnerNews {
    static final String TOPIC = "partner.changed";

    private final ObjectProvider<Outbox> outbox;

    PartnerNews(ObjectProvider<Outbox> outbox) {
        this.outbox = outbox;
    }

    void changed(Collection<UUID> partners) {
        partners.forEach(id -> outbox.ifAvailable(box -> box.append(TOPIC, id.toString(), "{}")));
    }
}
