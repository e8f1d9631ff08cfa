package io.qudao.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.vaadin.flow.component.UI;
import io.qudao.kernel.ProblemException;
import io.qudao.metadata.Component;
import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.Releases;
import io.qudao.partner.Partner;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.TenantScope;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.NestedExceptionUtils;

/** Pages as members see them who may do little or nothing: neither customers nor what anybody owes. */
class NoRightsOnPagesIntegrationTests extends PageTest {
    @BeforeEach
    void order() {
        trade.submit(2, "case");
        publish("nobody", "");
        publish("shipper", "\"order.ship\"");
    }

    @Test
    void showsNoCustomersAndNoCreditWithoutAnyRight() {
        for (Partner partner : List.of(trade.head, trade.distributor, trade.outlet)) {
            for (String address : List.of("", "me", "customers")) {
                var caller = member(partner, "nobody", Locale.ENGLISH);
                // A page may refuse as a whole; what counts is what is shown then.
                var refusal = catchThrowable(() -> open(caller, address));
                if (refusal != null) {
                    assertThat(NestedExceptionUtils.getMostSpecificCause(refusal))
                            .isInstanceOf(ProblemException.class);
                }
                assertShown(caller, address, "credit-card", false);
                assertShown(caller, address, "customer", false);
            }
        }
    }

    @Test
    void showsCustomersWithoutCreditToWhoFillsTheirOrders() {
        var shipper = member(trade.distributor, "shipper", Locale.ENGLISH);
        open(shipper, "customers");
        assertShown(shipper, "customers", "customer", true);
        TenantScope.run(
                shipper,
                () -> assertThat(words())
                        .isNotEmpty()
                        .noneMatch(word -> word.contains("288") || word.contains("Owes")));
    }

    @Test
    void showsCreditWithTheRightToReadIt() {
        var dealer = member(trade.outlet, "dealer", Locale.ENGLISH);
        open(dealer, "me");
        assertShown(dealer, "me", "credit-card", true);
    }

    private static void assertShown(Caller caller, String address, String name, boolean shown) {
        TenantScope.run(caller, () -> {
            assertThat(UI.getCurrent()).isNotNull();
            assertThat(named(name).isPresent()).as(address + " " + name).isEqualTo(shown);
        });
    }

    private void publish(String set, String permissions) {
        TenantScope.run(member(trade.head, "brand_admin", Locale.ENGLISH), () -> {
            var releases = context.getBean(Releases.class);
            var document = "{\"label\":{\"en\":\"%s\"},\"permissions\":[%s]}".formatted(set, permissions);
            releases.put(new Component(ComponentKind.PERMISSION_SET, set, document));
            releases.publish(set);
        });
    }
}
