package io.qudao.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.icon.VaadinIcon;
import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.TenantId;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.ShardId;
import io.qudao.tenancy.Tenant;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NavigationUnitTests {
    @ParameterizedTest
    @CsvSource({
        "'', PORTAL",
        "orders, PORTAL",
        "work, WORKSPACE",
        "work/orders, WORKSPACE",
        "working, PORTAL",
        "build/x, BUILDER"
    })
    void knowsTheFaceOfAnAddress(String address, Face face) {
        assertThat(Face.of(address)).isEqualTo(face);
    }

    @ParameterizedTest
    @CsvSource({
        "work/objects/visit, PORTAL, objects/visit",
        "objects/visit, PORTAL, objects/visit",
        "objects/visit, WORKSPACE, work/objects/visit",
        "work, PORTAL, ''",
        "working, WORKSPACE, work/working"
    })
    void knowsTheAddressOfThePageInTheOtherFace(String address, Face face, String other) {
        assertThat(face.address(address)).isEqualTo(other);
    }

    @ParameterizedTest
    @CsvSource({"work/orders, true", "work/orders/1, true", "work/orders-old, false", "work, false"})
    void holdsItsPageAndThoseBelow(String address, boolean holds) {
        assertThat(entry().holds(address)).isEqualTo(holds);
    }

    @Test
    void showsAnEntryForAnyOfItsPermissions() {
        var entry = entry("order.approve", "order.ship");
        assertThat(entry.isFor(caller("order.ship"))).isTrue();
        assertThat(entry.isFor(caller("order.read"))).isFalse();
        assertThat(entry().isFor(caller())).isTrue();
    }

    private static NavigationEntry entry(String... permissions) {
        return NavigationEntry.of(Face.WORKSPACE, 1, "key", VaadinIcon.HOME, "work/orders", permissions);
    }

    private static Caller caller(String... permissions) {
        var tenant = new Tenant(
                new TenantId(1), "acme", "Acme", new ShardId("s0"), Locale.SIMPLIFIED_CHINESE, CurrencyCode.CNY);
        return new Caller(tenant, new UUID(1, 1), "Li", null, Set.of(permissions), Locale.ENGLISH);
    }
}
