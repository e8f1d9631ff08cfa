package io.qudao.ordering.internal;

import io.qudao.catalog.Catalog;
import io.qudao.catalog.Sku;
import io.qudao.catalog.SkuId;
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
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a draft must fulfil before it is priced; every violation is named at once, by the path of its field. */
@Component
class DraftCheck {
    private static final int MOST_LINES = 2_000;
    private static final int LONGEST_NUMBER = 100;
    private static final long MOST_UNITS = 1_000_000_000L;
    private static final long MOST_BASE_UNITS = 1_000_000_000_000L;

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
        var violations = new ArrayList<Violation>();
        String external = draft.externalNumber();
        if (external != null && (external.isBlank() || external.length() > LONGEST_NUMBER)) {
            violations.add(Violation.of("externalNumber", "length", 1, LONGEST_NUMBER));
        }
        if (draft.lines().isEmpty() || draft.lines().size() > MOST_LINES) {
            violations.add(Violation.of("lines", "size", 1, MOST_LINES));
        }
        var lines = new ArrayList<CheckedDraft.Line>();
        for (int i = 0; i < draft.lines().size(); i++) {
            line(i, draft.lines().get(i), skus, violations).ifPresent(lines::add);
        }
        ProblemException.failIfAny(OrderingProblem.INVALID_ORDER, violations);
        return new CheckedDraft(draft, account, at, List.copyOf(lines));
    }

    /** The caller acts for the buyer, or for the seller on the buyer's behalf, or for one above them. */
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

    /** Names the party that is nobody the caller knows. */
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

    private static Optional<CheckedDraft.Line> line(
            int index, OrderDraft.Line wanted, Map<SkuId, Sku> skus, List<Violation> violations) {
        String path = "lines[" + index + "].";
        var sku = skus.get(wanted.sku());
        if (sku == null || !sku.isOnShelf()) {
            violations.add(Violation.of(
                    path + "sku",
                    sku == null ? "unknown" : "off_shelf",
                    wanted.sku().value()));
            return Optional.empty();
        }
        var quantity = wanted.quantity();
        if (quantity.value() <= 0 || quantity.value() > MOST_UNITS) {
            violations.add(Violation.of(path + "quantity", "range", 1, MOST_UNITS));
            return Optional.empty();
        }
        var unit = sku.unit(quantity.unit());
        if (unit.isEmpty()) {
            violations.add(Violation.of(path + "unit", "unknown_unit", quantity.unit(), sku.code()));
            return Optional.empty();
        }
        var base = unit.get().base(quantity.value());
        if (base.isEmpty()) {
            violations.add(Violation.of(path + "quantity", "not_whole", quantity.value(), sku.baseUnit()));
            return Optional.empty();
        }
        if (base.getAsLong() > MOST_BASE_UNITS) {
            violations.add(Violation.of(path + "quantity", "too_many_units", MOST_BASE_UNITS, sku.baseUnit()));
            return Optional.empty();
        }
        return Optional.of(new CheckedDraft.Line(index + 1, sku, quantity, base.getAsLong()));
    }
}
