package io.qudao.ui.builder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.qudao.kernel.Ids;
import io.qudao.kernel.Violation;
import io.qudao.metadata.Component;
import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.Label;
import io.qudao.metadata.Releases;
import io.qudao.partner.Partner;
import io.qudao.record.RecordTypes;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.TenantScope;
import io.qudao.ui.PageTest;
import io.qudao.ui.builder.Access.Grant;
import io.qudao.ui.builder.Access.Level;
import java.util.Locale;
import java.util.Map;
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
            releases().put(granted(trade.outlet.id().value()));
            releases().publish("Leads");
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
            releases().put(granted(Ids.next()));
            assertThat(releases().plan().violations())
                    .extracting(Violation::field, Violation::code)
                    .containsExactly(tuple("permission_set/dealer", "metadata.unknown_partner"));
        });
    }

    private Component granted(UUID partner) {
        var access = new Access(new DraftObjects(releases().components()));
        var dealer = access.holders().stream()
                .filter(holder -> holder.name().equals("dealer"))
                .findFirst()
                .orElseThrow();
        return access.granting(dealer, Map.of(LEAD, new Grant(Level.READ, Set.of(partner))));
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
