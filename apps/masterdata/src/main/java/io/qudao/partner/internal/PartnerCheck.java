package io.qudao.partner.internal;

import io.qudao.kernel.TextForm;
import io.qudao.kernel.Violations;
import io.qudao.partner.Address;
import io.qudao.partner.PartnerDraft;
import io.qudao.partner.PartnerId;
import io.qudao.partner.PartnerRole;
import io.qudao.partner.PartnerStatus;
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
        var now = entity == null ? null : entity.role();
        if (now == null && draft.role() == PartnerRole.HEAD_OFFICE) {
            violations.add("role", "head_office_exists");
        }
        if (now == PartnerRole.HEAD_OFFICE && draft.status() == PartnerStatus.INACTIVE) {
            violations.add("status", "not_allowed", PartnerRole.HEAD_OFFICE);
        }
        boolean comes = parent != null && (entity == null || !parent.id().equals(entity.parent()));
        if (comes && !parent.isActive()) {
            violations.add("parent", "inactive", parent.code());
        }
        boolean fixed = now != null
                && now != draft.role()
                && !(now.hasParent() && draft.role().hasParent());
        if (fixed) {
            violations.add("role", "fixed", String.valueOf(now));
        } else if (draft.role().hasParent() && parent == null) {
            missing(draft.parent(), violations);
        }
        if (parent != null && parent.role() == PartnerRole.VENDOR) {
            violations.add("parent", "not_allowed", PartnerRole.VENDOR);
        }
        if (parent != null && entity == null) {
            depth(parent, 1, violations);
        }
    }

    /** A caller who does not reach the head office must say below whom the partner is. */
    private static void missing(@Nullable PartnerId named, Violations violations) {
        if (named == null) {
            violations.add("parent", "required");
        } else {
            violations.add("parent", "unknown", named);
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
