package io.qudao.ui.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.Ids;
import io.qudao.kernel.TenantId;
import io.qudao.ordering.OrderStatus;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.ShardId;
import io.qudao.tenancy.Tenant;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OrderPartUnitTests {
    @Test
    void beginsWithWhatSomebodyIsHereFor() {
        assertThat(OrderPart.of(caller("order.read", "order.approve", "order.ship")))
                .isEqualTo(OrderPart.REVIEW);
        assertThat(OrderPart.of(caller("order.read", "order.ship"))).isEqualTo(OrderPart.SHIP);
        assertThat(OrderPart.of(caller("order.read", "credit.edit"))).isEqualTo(OrderPart.HELD);
        assertThat(OrderPart.of(caller("order.read"))).isEqualTo(OrderPart.ALL);
    }

    @Test
    void hasAPlaceForOrdersThatMove() {
        assertThat(OrderPart.of(OrderStatus.PARTLY_SHIPPED.name())).contains(OrderPart.SHIP);
        assertThat(OrderPart.named("way")).contains(OrderPart.WAY);
        assertThat(OrderPart.named("nowhere")).isEmpty();
    }

    private static Caller caller(String... rights) {
        var tenant = new Tenant(new TenantId(1), "t", "T", new ShardId("s0"), Locale.ENGLISH, CurrencyCode.CNY);
        return new Caller(tenant, Ids.next(), "Li", Ids.next(), Set.of(rights), Locale.ENGLISH);
    }
}
