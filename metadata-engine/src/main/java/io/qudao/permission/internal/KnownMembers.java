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
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Members who were here a moment ago. A change is told to all nodes and takes effect at once; where the word is lost (Redis
 * is down), an entry lives for a second at most.
 */
@Component
final class KnownMembers {
    private static final Duration LONGEST = Duration.ofMillis(900);

    private final MemberRows rows;
    private final TransactionTemplate transaction;
    private final MemberSignals signals;
    private final Cache<MemberChanged, Optional<Member>> cache =
            Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(LONGEST).build();

    KnownMembers(MemberRows rows, TransactionTemplate transaction, MemberSignals signals) {
        this.rows = rows;
        this.transaction = transaction;
        this.signals = signals;
        signals.onChange(this::forget);
    }

    Optional<Member> find(Tenant tenant, String subject) {
        return cache.get(key(tenant.id(), subject), missing -> load(tenant, subject));
    }

    @TransactionalEventListener
    void on(MemberChanged changed) {
        forget(changed);
        signals.tell(changed);
    }

    private void forget(MemberChanged changed) {
        cache.invalidate(changed);
    }

    private Optional<Member> load(Tenant tenant, String subject) {
        return TenantScope.call(Caller.platform(tenant), () -> transaction.execute(status -> rows.bySubject(subject)));
    }

    private static MemberChanged key(TenantId tenant, String subject) {
        return new MemberChanged(tenant, subject);
    }
}
