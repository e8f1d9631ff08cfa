package io.qudao.partner.internal;

import io.qudao.kernel.Violation;
import io.qudao.partner.PartnerDraft;
import io.qudao.partner.PartnerRole;
import io.qudao.partner.PartnerStatus;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The requirements for a partner's role and its position in the tree; all violations are reported together. */
enum PlacePolicy {
    THERE_IS_ONE_HEAD_OFFICE {
        @Override
        Optional<Violation> refusal(Facts facts) {
            boolean isSecond = facts.now() == null && facts.draft.role() == PartnerRole.HEAD_OFFICE;
            return wrongIf(isSecond, "role", "head_office_exists");
        }
    },
    HEAD_OFFICE_STAYS_ACTIVE {
        @Override
        Optional<Violation> refusal(Facts facts) {
            boolean ends = facts.now() == PartnerRole.HEAD_OFFICE && facts.draft.status() == PartnerStatus.INACTIVE;
            return wrongIf(ends, "status", "not_allowed", PartnerRole.HEAD_OFFICE);
        }
    },
    NEW_PARENT_IS_ACTIVE {
        @Override
        Optional<Violation> refusal(Facts facts) {
            var parent = facts.parent;
            if (parent == null) {
                return Optional.empty();
            }
            boolean comes = facts.entity == null || !parent.id().equals(facts.entity.parent());
            return wrongIf(comes && !parent.isActive(), "parent", "inactive", parent.code());
        }
    },
    ROLE_KEEPS_ITS_KIND {
        @Override
        Optional<Violation> refusal(Facts facts) {
            return wrongIf(facts.changesKind(), "role", "fixed", String.valueOf(facts.now()));
        }
    },
    PARENT_IS_KNOWN {
        // A caller who does not reach the head office must say below whom the partner is.
        @Override
        Optional<Violation> refusal(Facts facts) {
            boolean misses = facts.draft.role().hasParent() && facts.parent == null && !facts.changesKind();
            var named = facts.draft.parent();
            return named == null ? wrongIf(misses, "parent", "required") : wrongIf(misses, "parent", "unknown", named);
        }
    },
    PARENT_IS_NO_VENDOR {
        @Override
        Optional<Violation> refusal(Facts facts) {
            boolean isVendor = facts.parent != null && facts.parent.role() == PartnerRole.VENDOR;
            return wrongIf(isVendor, "parent", "not_allowed", PartnerRole.VENDOR);
        }
    };

    abstract Optional<Violation> refusal(Facts facts);

    static List<Violation> refusals(Facts facts) {
        return Stream.of(values())
                .flatMap(policy -> policy.refusal(facts).stream())
                .toList();
    }

    private static Optional<Violation> wrongIf(boolean wrong, String field, String code, Object... arguments) {
        return wrong ? Optional.of(Violation.of(field, code, arguments)) : Optional.empty();
    }

    /**
     * A drafted partner.
     *
     * @param entity its current state, null for a new one
     * @param parent the partner it will be below, null if there is none or the caller does not reach it
     */
    record Facts(
            PartnerDraft draft,
            @Nullable PartnerEntity entity,
            @Nullable PartnerEntity parent) {
        @Nullable
        PartnerRole now() {
            return entity == null ? null : entity.role();
        }

        /** Returns whether it would come into the tree, leave it, or become another one outside it. */
        boolean changesKind() {
            var now = now();
            return now != null
                    && now != draft.role()
                    && !(now.hasParent() && draft.role().hasParent());
        }
    }
}
