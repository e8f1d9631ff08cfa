package io.qudao.permission.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.qudao.kernel.TenantId;
import io.qudao.permission.HomePartner;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.HomeOffice;
import io.qudao.tenancy.TenantScope;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A member of the head office may have the right to act for every partner of the tenant. A positive check of a partner
 * is cached briefly, as members are; a negative one is not.
 */
@Component
final class HeadOfficeRights implements HomeOffice {
    private static final String ACT_FOR_ANY = "partner.act";
    private static final Duration LONGEST = Duration.ofMillis(900);

    private final ObjectProvider<HomePartner> home;
    private final TransactionTemplate transaction;
    private final Cache<Acting, Boolean> known =
            Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(LONGEST).build();

    HeadOfficeRights(ObjectProvider<HomePartner> home, TransactionTemplate transaction) {
        this.home = home;
        this.transaction = transaction;
    }

    boolean mayActFor(Caller caller, UUID wanted) {
        var partners = home.getIfAvailable();
        if (partners == null || !caller.may(ACT_FOR_ANY)) {
            return false;
        }
        var acting = new Acting(caller.tenant().id(), caller.partner(), wanted);
        if (known.getIfPresent(acting) != null) {
            return true;
        }
        boolean may = asked(partners, caller, wanted);
        if (may) {
            known.put(acting, true);
        }
        return may;
    }

    @Override
    public boolean isActing(Caller caller) {
        var partners = home.getIfAvailable();
        var partner = caller.partner();
        if (partner == null || partners == null) {
            return true;
        }
        var acting = new Acting(caller.tenant().id(), partner, partner);
        if (known.getIfPresent(acting) != null) {
            return true;
        }
        boolean office = TenantScope.call(
                Caller.platform(caller.tenant()),
                () -> Boolean.TRUE.equals(transaction.execute(
                        status -> partners.rootPartner(caller.tenant()).equals(partner))));
        if (office) {
            known.put(acting, true);
        }
        return office;
    }

    private boolean asked(HomePartner partners, Caller caller, UUID wanted) {
        return TenantScope.call(
                Caller.platform(caller.tenant()),
                () -> Boolean.TRUE.equals(transaction.execute(
                        status -> partners.rootPartner(caller.tenant()).equals(caller.partner())
                                && partners.existing(List.of(wanted)).contains(wanted))));
    }

    private record Acting(TenantId tenant, @Nullable UUID partner, UUID wanted) {}
}
