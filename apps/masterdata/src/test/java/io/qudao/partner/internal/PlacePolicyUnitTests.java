package io.qudao.partner.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.kernel.Ids;
import io.qudao.kernel.Violation;
import io.qudao.partner.PartnerDraft;
import io.qudao.partner.PartnerId;
import io.qudao.partner.PartnerRole;
import io.qudao.partner.PartnerStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlacePolicyUnitTests {
    private final PartnerEntity head = entity(PartnerRole.HEAD_OFFICE, null);
    private final PartnerEntity vendor = entity(PartnerRole.VENDOR, null);
    private final PartnerEntity dealer = entity(PartnerRole.DEALER, head);

    @Test
    void placesADealerBelowTheHeadOffice() {
        assertThat(refusals(draft(PartnerRole.DEALER), null, head)).isEmpty();
        assertThat(refusals(draft(PartnerRole.OUTLET), dealer, head)).isEmpty();
    }

    @Test
    void refusesASecondHeadOffice() {
        assertThat(refusals(draft(PartnerRole.HEAD_OFFICE), null, null))
                .containsExactly(Violation.of("role", "head_office_exists"));
        assertThat(refusals(draft(PartnerRole.HEAD_OFFICE), head, null)).isEmpty();
    }

    @Test
    void keepsTheHeadOfficeActive() {
        assertThat(refusals(inactive(PartnerRole.HEAD_OFFICE), head, null))
                .containsExactly(Violation.of("status", "not_allowed", PartnerRole.HEAD_OFFICE));
    }

    @Test
    void refusesAnInactiveParentToThoseWhoCome() {
        var closed = entity(PartnerRole.DISTRIBUTOR, head);
        closed.take(inactive(PartnerRole.DISTRIBUTOR), head);
        var refused = Violation.of("parent", "inactive", closed.code());
        assertThat(refusals(draft(PartnerRole.OUTLET), null, closed)).containsExactly(refused);
        assertThat(refusals(draft(PartnerRole.DEALER), dealer, closed)).containsExactly(refused);
        assertThat(refusals(draft(PartnerRole.OUTLET), entity(PartnerRole.OUTLET, closed), closed))
                .isEmpty();
    }

    @Test
    void keepsAPartnerInTheTreeOrOutOfIt() {
        assertThat(refusals(draft(PartnerRole.VENDOR), dealer, null))
                .containsExactly(Violation.of("role", "fixed", "DEALER"));
        assertThat(refusals(draft(PartnerRole.DEALER), vendor, null))
                .as("says nothing of a parent that it cannot have")
                .containsExactly(Violation.of("role", "fixed", "VENDOR"));
    }

    @Test
    void asksForAParent() {
        assertThat(refusals(draft(PartnerRole.DEALER), null, null)).containsExactly(Violation.of("parent", "required"));
        var stranger = new PartnerId(Ids.next());
        assertThat(refusals(PartnerDraft.of("D", "D", PartnerRole.DEALER, stranger), null, null))
                .containsExactly(Violation.of("parent", "unknown", stranger));
    }

    @Test
    void refusesAVendorAsParent() {
        assertThat(refusals(draft(PartnerRole.OUTLET), null, vendor))
                .containsExactly(Violation.of("parent", "not_allowed", PartnerRole.VENDOR));
    }

    private static List<Violation> refusals(
            PartnerDraft draft, @Nullable PartnerEntity entity, @Nullable PartnerEntity parent) {
        return PlacePolicy.refusals(new PlacePolicy.Facts(draft, entity, parent));
    }

    private static PartnerEntity entity(PartnerRole role, @Nullable PartnerEntity parent) {
        var entity = new PartnerEntity(Ids.next(), parent);
        entity.take(draft(role), parent);
        return entity;
    }

    private static PartnerDraft draft(PartnerRole role) {
        return PartnerDraft.of("P", "P", role, null);
    }

    private static PartnerDraft inactive(PartnerRole role) {
        var draft = draft(role);
        return new PartnerDraft(
                draft.code(),
                draft.name(),
                role,
                draft.tier(),
                draft.parent(),
                PartnerStatus.INACTIVE,
                draft.address(),
                draft.custom());
    }
}
