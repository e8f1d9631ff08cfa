package io.qudao.ordering.internal;

import io.qudao.catalog.Catalog;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Violation;
import io.qudao.ordering.OrderDraft;
import io.qudao.ordering.OrderingProblem;
import io.qudao.partner.AccountId;
import io.qudao.partner.Partners;
import io.qudao.partner.Reach;
import io.qudao.partner.TradingAccount;
import io.qudao.partner.TradingAccounts;
import io.qudao.tenancy.TenantScope;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Checks a draft before it is priced; all violations are reported together by the path of their field. */
@Component
class DraftCheck {
    private final Partners partners;
    private final TradingAccounts accounts;
    private final Catalog catalog;
    private final Clock clock;

    DraftCheck(Partners partners, TradingAccounts accounts, Catalog catalog, Clock clock) {
        this.partners = partners;
        this.accounts = accounts;
        this.catalog = catalog;
        this.clock = clock;
    }

    CheckedDraft check(OrderDraft draft) {
        requireParty(draft);
        var account = account(draft);
        var at = instant(draft);
        var skus = catalog.skus(draft.lines().stream().map(OrderDraft.Line::sku).toList());
        var violations = new ArrayList<>(DraftPolicy.refusals(draft));
        var lines = new ArrayList<CheckedDraft.Line>();
        for (int i = 0; i < draft.lines().size(); i++) {
            var wanted = draft.lines().get(i);
            var facts = new LinePolicy.Facts(i, wanted, skus.get(wanted.sku()));
            LinePolicy.firstRefusal(facts).ifPresentOrElse(violations::add, () -> lines.add(facts.checked()));
        }
        ProblemException.failIfAny(OrderingProblem.INVALID_ORDER, violations);
        return new CheckedDraft(draft, account, at, List.copyOf(lines));
    }

    /**
     * Requires that the caller acts for the buyer, for the seller on the buyer's behalf, or for a partner above one of
     * them.
     */
    private void requireParty(OrderDraft draft) {
        Reach reach = partners.reach();
        if (!reach.covers(draft.buyer()) && !reach.covers(draft.seller())) {
            requireKnown(draft);
            throw new ProblemException(OrderingProblem.NOT_A_PARTY);
        }
    }

    private TradingAccount account(OrderDraft draft) {
        var currency = Optional.ofNullable(draft.currency())
                .orElseGet(() -> TenantScope.caller().tenant().currency());
        return accounts.between(draft.seller(), draft.buyer(), currency)
                .filter(TradingAccount::isActive)
                .orElseThrow(() -> {
                    requireKnown(draft);
                    return new ProblemException(OrderingProblem.NOT_TRADING, currency);
                });
    }

    void requireTrading(AccountId id) {
        var account = accounts.find(id).orElseThrow(() -> new ProblemException(OrderingProblem.NOT_A_PARTY));
        if (!account.isActive()) {
            throw new ProblemException(OrderingProblem.NOT_TRADING, account.currency());
        }
    }

    /** Reports a party that is unknown to the caller. */
    private void requireKnown(OrderDraft draft) {
        var known = partners.byIds(List.of(draft.seller(), draft.buyer()));
        var violations = new ArrayList<Violation>();
        if (!known.containsKey(draft.seller())) {
            violations.add(Violation.of("seller", "unknown", draft.seller().value()));
        }
        if (!known.containsKey(draft.buyer())) {
            violations.add(Violation.of("buyer", "unknown", draft.buyer().value()));
        }
        ProblemException.failIfAny(OrderingProblem.INVALID_ORDER, violations);
    }

    private Instant instant(OrderDraft draft) {
        var now = clock.instant();
        if (draft.at() == null) {
            return now;
        }
        TenantScope.caller().require("order.history");
        if (draft.at().isAfter(now)) {
            throw new ProblemException(
                    OrderingProblem.INVALID_ORDER, List.of(Violation.of("at", "not_in_the_future", draft.at())));
        }
        return draft.at();
    }
}
