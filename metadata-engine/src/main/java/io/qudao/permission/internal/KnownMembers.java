package io.qudao.permission.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.qudao.kernel.TenantId;
import io.qudao.permission.Member;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.Tenant;
import io.qudao.tenancy.TenantScope;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Members used recently. A change is sent to all nodes and takes effect at once; if that message is lost (Redis is
 * down), an entry lives for a second at most.
 */
@Component
final class KnownMembers {
    private static final int MOST = 100_000;
    private static final Duration LONGEST = Duration.ofMillis(900);

    private final MemberRows rows;
    private final TransactionTemplate transaction;
    private final MemberSignals signals;
    private final Cache<MemberChanged, Optional<Member>> cache =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(LONGEST).build();
    /** A member's subject never changes. */
    private final Cache<MemberKey, String> subjects =
            Caffeine.newBuilder().maximumSize(MOST).build();

    KnownMembers(MemberRows rows, TransactionTemplate transaction, MemberSignals signals) {
        this.rows = rows;
        this.transaction = transaction;
        this.signals = signals;
        signals.onChange(this::forget);
    }

    Optional<Member> find(Tenant tenant, String subject) {
        var key = new MemberChanged(tenant.id(), subject);
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            // A thread that holds a connection must not wait for one that waits for a connection.
            return Optional.ofNullable(cache.getIfPresent(key)).orElseGet(() -> {
                var member = load(tenant, () -> rows.bySubject(subject));
                cache.put(key, member);
                return member;
            });
        }
        return cache.get(key, missing -> load(tenant, () -> rows.bySubject(subject)));
    }

    Optional<Member> find(Tenant tenant, UUID id) {
        var key = new MemberKey(tenant.id(), id);
        var subject = subjects.getIfPresent(key);
        if (subject != null) {
            return find(tenant, subject);
        }
        var member = load(tenant, () -> rows.byId(id));
        member.ifPresent(found -> subjects.put(key, found.subject()));
        return member;
    }

    @TransactionalEventListener
    void on(MemberChanged changed) {
        forget(changed);
        signals.tell(changed);
    }

    private void forget(MemberChanged changed) {
        cache.invalidate(changed);
    }

    private Optional<Member> load(Tenant tenant, Supplier<Optional<Member>> read) {
        return TenantScope.call(Caller.platform(tenant), () -> transaction.execute(status -> read.get()));
    }

    private record MemberKey(TenantId tenant, UUID member) {}
}
