package io.qudao.ui.builder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.qudao.kernel.Ids;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Violation;
import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.Label;
import io.qudao.metadata.PermissionSet.Access;
import io.qudao.metadata.PermissionSet.Level;
import io.qudao.metadata.Releases;
import io.qudao.metadata.Releases.Publication;
import io.qudao.partner.Partner;
import io.qudao.record.RecordTypes;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.TenantScope;
import io.qudao.ui.PageTest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is published for single partners is visible to those who act for them, and to nobody else in the same role. */
class SinglePartnersIntegrationTests extends PageTest {
    private static final String LEAD = "lead";

    @Test
    void showsAnObjectToTheChosenPartnersOnly() {
        var admin = member(trade.head, "brand_admin", Locale.ENGLISH);
        TenantScope.run(admin, () -> {
            var lead = Documents.object();
            Documents.put(lead, "label", Label.of("Lead", "线索"));
            releases().put(Documents.component(new ComponentKey(ComponentKind.OBJECT, LEAD), lead));
            releases()
                    .publish(new Publication(
                            "Leads", false, null, granted(trade.outlet.id().value())));
        });
        assertThat(sees(trade.outlet)).isTrue();
        assertThat(sees(trade.otherOutlet)).isFalse();
    }

    @Test
    void refusesAPartnerThatThereIsNot() {
        var admin = member(trade.head, "brand_admin", Locale.ENGLISH);
        TenantScope.run(admin, () -> {
            var lead = Documents.object();
            Documents.put(lead, "label", Label.of("Lead", "线索"));
            releases().put(Documents.component(new ComponentKey(ComponentKind.OBJECT, LEAD), lead));
            assertThatThrownBy(() -> releases().publish(new Publication("Leads", false, null, granted(Ids.next()))))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refused -> assertThat(refused.violations())
                                    .extracting(Violation::field, Violation::code)
                                    .containsExactly(tuple("permission_set/dealer", "metadata.unknown_partner")));
        });
    }

    private static List<Access> granted(UUID partner) {
        return List.of(new Access("dealer", LEAD, Level.READ, Set.of(partner)));
    }

    private boolean sees(Partner partner) {
        Caller dealer = member(partner, "dealer", Locale.ENGLISH);
        return TenantScope.call(
                dealer, () -> context.getBean(RecordTypes.class).visible(LEAD).isPresent());
    }

    private Releases releases() {
        return context.getBean(Releases.class);
    }
}
