package io.qudao.partner.internal;

import io.qudao.kernel.TextForm;
import io.qudao.kernel.Violations;
import io.qudao.partner.Address;
import io.qudao.partner.PartnerDraft;
import org.jspecify.annotations.Nullable;

/** Checks and normalises a drafted partner. */
final class PartnerCheck {
    static final int CODE_LENGTH = 64;
    static final int NAME_LENGTH = 200;
    static final int TIERS = 99;

    /** Maximum number of levels of the tree: a path must fit into an index. */
    static final int LEVELS = 100;

    private static final int PART_LENGTH = 200;

    private PartnerCheck() {}

    /** Returns the draft with its texts stripped. */
    static PartnerDraft clean(PartnerDraft draft, Violations violations) {
        String code = violations.code("code", draft.code(), CODE_LENGTH);
        if (TextForm.isPlain(code) && !TextForm.isWord(code)) {
            violations.add("code", "malformed");
        }
        Integer tier = draft.tier();
        if (tier != null && (tier < 0 || tier > TIERS)) {
            violations.add("tier", "out_of_range", 0, TIERS);
        }
        if (draft.parent() != null && !draft.role().hasParent()) {
            violations.add("parent", "not_allowed", draft.role());
        }
        return new PartnerDraft(
                code,
                violations.text("name", draft.name(), NAME_LENGTH),
                draft.role(),
                tier,
                draft.parent(),
                draft.status(),
                address(draft.address(), violations),
                draft.custom());
    }

    /**
     * Checks whether the partner may have this position in the tree.
     *
     * @param entity its current state, null for a new one
     */
    static void place(
            PartnerDraft draft, @Nullable PartnerEntity entity, @Nullable PartnerEntity parent, Violations violations) {
        violations.addAll(PlacePolicy.refusals(new PlacePolicy.Facts(draft, entity, parent)));
        if (parent != null && entity == null) {
            depth(parent, 1, violations);
        }
    }

    /**
     * Checks that the tree does not become too deep.
     *
     * @param levels number of levels of the subtree to be placed below the parent
     */
    static void depth(PartnerEntity parent, int levels, Violations violations) {
        if (parent.level() + levels > LEVELS) {
            violations.add("parent", "too_deep", LEVELS);
        }
    }

    private static Address address(Address address, Violations violations) {
        return new Address(
                violations.optionalText("address.province", address.province(), PART_LENGTH),
                violations.optionalText("address.city", address.city(), PART_LENGTH),
                violations.optionalText("address.district", address.district(), PART_LENGTH),
                violations.optionalText("address.street", address.street(), PART_LENGTH),
                violations.optionalText("address.postalCode", address.postalCode(), PART_LENGTH),
                violations.optionalText("address.contact", address.contact(), PART_LENGTH),
                violations.optionalText("address.phone", address.phone(), PART_LENGTH));
    }
}
