package io.qudao.partner;

import io.qudao.kernel.AnyMember;
import io.qudao.kernel.ByModules;
import io.qudao.kernel.Permits;
import io.qudao.kernel.Slice;
import io.qudao.sql.SqlCondition;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The partner tree of the tenant. A caller can see the partner acted for, the partners it trades with in either
 * direction and, with the permission {@code partner.subtree}, all partners below it. All others are reported as not
 * found. The platform can see all.
 */
public interface Partners {
    /** Returns the head office, which everyone can see. */
    @AnyMember
    Partner root();

    /** Returns a partner that the caller sees; empty if there is none. */
    @AnyMember
    Optional<Partner> find(PartnerId id);

    /** Finds partners by id. */
    @AnyMember
    Map<PartnerId, Partner> byIds(Collection<PartnerId> ids);

    /** Finds partners by code. */
    @ByModules
    Map<String, Partner> byCodes(Collection<String> codes);

    /**
     * Lists the partners visible to the caller in order of code.
     *
     * @throws io.qudao.kernel.ProblemException {@link io.qudao.kernel.CommonProblem#INVALID_INPUT} for a wrong cursor
     *     or limit
     */
    @Permits({"partner.read", "partner.edit"})
    Slice<Partner> list(Filter filter, @Nullable String cursor, int limit);

    /**
     * Returns the condition that a column contains a visible partner whose code or name contains the text; its
     * parameters are {@code text} and those of what is visible.
     */
    @ByModules
    SqlCondition named(String column, String text);

    /** Returns the partners whose business the caller may see. */
    @ByModules
    Reach reach();

    /**
     * Adds a partner and, if it has a parent, opens its account with that parent in the tenant's currency. The parent
     * must be in the caller's reach.
     *
     * @throws io.qudao.kernel.ProblemException {@link io.qudao.kernel.CommonProblem#FORBIDDEN} if no partner is in the
     *     caller's reach, {@link PartnerProblem#PARTNER_INVALID} or {@link io.qudao.record.RecordProblem#INVALID} with
     *     all violations, or {@link PartnerProblem#PARTNER_CODE_TAKEN}
     */
    @Permits("partner.edit")
    Partner create(PartnerDraft draft);

    /**
     * Changes a partner in the caller's reach; a new parent moves the whole subtree. The tiers below then change by as
     * much as that of the partner, and stay between 0 and 99.
     *
     * @param version version as read; if the partner has a later one, the change is refused
     * @throws io.qudao.kernel.ProblemException {@link io.qudao.kernel.CommonProblem#NOT_FOUND}, {@link
     *     io.qudao.kernel.CommonProblem#FORBIDDEN}, {@link io.qudao.kernel.CommonProblem#STALE}, {@link
     *     PartnerProblem#PARTNER_INVALID} or {@link io.qudao.record.RecordProblem#INVALID} with all violations, or
     *     {@link PartnerProblem#PARTNER_CODE_TAKEN}
     */
    @Permits("partner.edit")
    Partner update(PartnerId id, long version, PartnerDraft draft);

    /**
     * Selects the partners to list.
     *
     * @param parent only direct children of this partner
     * @param below only partners anywhere below this partner
     * @param text part of a code or name
     */
    record Filter(
            @Nullable PartnerId parent,
            @Nullable PartnerId below,
            @Nullable PartnerRole role,
            @Nullable PartnerStatus status,
            @Nullable String text) {
        public static final Filter ALL = new Filter(null, null, null, null, null);

        public static Filter childrenOf(PartnerId parent) {
            return new Filter(parent, null, null, null, null);
        }

        public static Filter below(PartnerId partner) {
            return new Filter(null, partner, null, null, null);
        }
    }
}
