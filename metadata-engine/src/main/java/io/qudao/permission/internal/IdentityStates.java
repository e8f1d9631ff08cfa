package io.qudao.permission.internal;

import io.qudao.outbox.Outbox;
import io.qudao.outbox.OutboxConsumer;
import io.qudao.outbox.OutboxMessage;
import io.qudao.tenancy.TenantScope;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells the identity provider, after commit and until it succeeds, whether a member is active; inactive members get no
 * sign-in and no token. The state of that moment is sent, so messages may be repeated.
 */
@Component
final class IdentityStates implements OutboxConsumer {
    private static final String TOPIC = "member.state";
    /** With growing delays, this is more than a day. */
    private static final int ATTEMPTS = 200;

    private final Outbox outbox;
    private final MemberRows rows;
    private final IdentityClient identity;

    IdentityStates(Outbox outbox, MemberRows rows, IdentityClient identity) {
        this.outbox = outbox;
        this.rows = rows;
        this.identity = identity;
    }

    @EventListener
    void on(MemberStateChanged changed) {
        outbox.append(TOPIC, changed.member().toString(), "{}");
    }

    @Override
    public String name() {
        return "identity-states";
    }

    @Override
    public Set<String> topics() {
        return Set.of(TOPIC);
    }

    @Override
    public int attempts() {
        return ATTEMPTS;
    }

    @Override
    public void consume(List<OutboxMessage> messages) {
        messages.stream()
                .map(OutboxMessage::key)
                .distinct()
                .flatMap(id -> rows.byId(UUID.fromString(id)).stream())
                .forEach(member -> identity.state(TenantScope.tenant(), member.subject(), member.active()));
    }
}
