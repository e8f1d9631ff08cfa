package io.qudao.permission.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.Ids;
import io.qudao.kernel.TenantId;
import io.qudao.permission.HomePartner;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.ShardId;
import io.qudao.tenancy.Tenant;
import io.qudao.tenancy.TenantScope;
import io.qudao.testing.NoTransactions;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.transaction.support.TransactionTemplate;

class HeadOfficeRightsUnitTests {
    private static final UUID OFFICE = Ids.next();
    private static final UUID DEALER = Ids.next();

    private final Partners partners = new Partners();
    private final NoTransactions transactions = new NoTransactions();
    private final HeadOfficeRights rights = new HeadOfficeRights(
            new StaticListableBeanFactory(Map.of("home", partners)).getBeanProvider(HomePartner.class),
            new TransactionTemplate(transactions));

    @Test
    void asksOnceForAPartnerThatIsThere() {
        partners.of(1).add(DEALER);
        assertThat(rights.mayActFor(caller(1, OFFICE, "partner.act"), DEALER)).isTrue();
        assertThat(rights.mayActFor(caller(1, OFFICE, "partner.act"), DEALER)).isTrue();
        assertThat(transactions.begun()).isEqualTo(1);
    }

    @Test
    void seesANewPartnerAtOnce() {
        assertThat(rights.mayActFor(caller(1, OFFICE, "partner.act"), DEALER)).isFalse();
        partners.of(1).add(DEALER);
        assertThat(rights.mayActFor(caller(1, OFFICE, "partner.act"), DEALER)).isTrue();
    }

    @Test
    void remembersForNobodyElse() { // T1
        partners.of(1).add(DEALER);
        assertThat(rights.mayActFor(caller(1, OFFICE, "partner.act"), DEALER)).isTrue();
        assertThat(rights.mayActFor(caller(2, OFFICE, "partner.act"), DEALER)).isFalse();
        assertThat(rights.mayActFor(caller(1, DEALER, "partner.act"), DEALER)).isFalse();
        assertThat(rights.mayActFor(caller(1, null, "partner.act"), DEALER)).isFalse();
        assertThat(rights.mayActFor(caller(1, OFFICE, "partner.read"), DEALER)).isFalse();
    }

    @Test
    void tellsWhoActsForTheHeadOffice() {
        assertThat(rights.isActing(caller(1, OFFICE, "*"))).isTrue();
        assertThat(rights.isActing(caller(1, null, "*"))).isTrue();
        assertThat(rights.isActing(caller(1, DEALER, "*"))).isFalse();
        partners.of(1).add(DEALER);
        assertThat(rights.mayActFor(caller(1, OFFICE, "partner.act"), DEALER)).isTrue();
        assertThat(rights.isActing(caller(1, DEALER, "*"))).isFalse();
    }

    private static Caller caller(int tenant, @Nullable UUID partner, String permission) {
        var at = new Tenant(
                new TenantId(tenant), "t" + tenant, "T", new ShardId("s0"), Locale.ENGLISH, CurrencyCode.CNY);
        return new Caller(at, Ids.next(), "Member", partner, Set.of(permission), Locale.ENGLISH);
    }

    /** Partners by tenant; the head office is the same id everywhere. */
    private static final class Partners implements HomePartner {
        private final Map<Integer, Set<UUID>> there = Map.of(1, new HashSet<>(), 2, new HashSet<>());

        Set<UUID> of(int tenant) {
            return there.getOrDefault(tenant, Set.of());
        }

        @Override
        public UUID rootPartner(Tenant tenant) {
            return OFFICE;
        }

        @Override
        public Set<UUID> existing(Collection<UUID> wanted) {
            var found = new HashSet<>(wanted);
            found.retainAll(of(TenantScope.tenant().value()));
            return found;
        }
    }
}
