package io.qudao.ordering.internal;

import io.qudao.catalog.Catalog;
import io.qudao.catalog.Sku;
import io.qudao.catalog.SkuId;
import io.qudao.catalog.SkuStatus;
import io.qudao.inventory.Stock;
import io.qudao.inventory.Warehouses;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Slice;
import io.qudao.ordering.Offer;
import io.qudao.ordering.Offers;
import io.qudao.ordering.OrderingProblem;
import io.qudao.partner.AccountId;
import io.qudao.partner.Partners;
import io.qudao.partner.TradingAccount;
import io.qudao.partner.TradingAccounts;
import io.qudao.pricing.PriceBreak;
import io.qudao.pricing.PriceQuestion;
import io.qudao.pricing.Pricing;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Prices offers with the same function that prices orders (P6), one statement per page of goods. */
@Component
@Transactional
class PricedOffers implements Offers {
    private final TradingAccounts accounts;
    private final Partners partners;
    private final Catalog catalog;
    private final Pricing pricing;
    private final Availability availability;
    private final Clock clock;

    PricedOffers(
            TradingAccounts accounts,
            Partners partners,
            Catalog catalog,
            Pricing pricing,
            Availability availability,
            Clock clock) {
        this.accounts = accounts;
        this.partners = partners;
        this.catalog = catalog;
        this.pricing = pricing;
        this.availability = availability;
        this.clock = clock;
    }

    @Override
    public Slice<Offer> browse(AccountId id, Catalog.Filter filter, @Nullable String cursor, int limit) {
        var account = account(id);
        var onShelf = new Catalog.Filter(filter.category(), filter.text(), SkuStatus.ON_SHELF);
        var page = catalog.browse(onShelf, cursor, limit);
        return new Slice<>(offers(account, page.items()), page.next());
    }

    @Override
    public List<Offer> of(AccountId id, Collection<SkuId> skus) {
        var found = catalog.skus(skus);
        var wanted = skus.stream()
                .distinct()
                .filter(found::containsKey)
                .map(found::get)
                .filter(Sku::isOnShelf)
                .toList();
        return offers(account(id), wanted);
    }

    private TradingAccount account(AccountId id) {
        var reach = partners.reach();
        var account = accounts.find(id)
                .filter(known -> reach.covers(known.buyer()) || reach.covers(known.seller()))
                .orElseThrow(() -> new ProblemException(OrderingProblem.NOT_A_PARTY));
        if (!account.isActive()) {
            throw new ProblemException(OrderingProblem.NOT_TRADING, account.currency());
        }
        return account;
    }

    private List<Offer> offers(TradingAccount account, List<Sku> skus) {
        if (skus.isEmpty()) {
            return List.of();
        }
        var lines = new ArrayList<PriceQuestion.Line>();
        for (Sku sku : skus) {
            sku.units().forEach(unit -> lines.add(new PriceQuestion.Line(lines.size(), sku.id(), unit.code(), 1)));
        }
        var breaks = pricing.breaks(new PriceQuestion(account, clock.instant(), lines));
        return assemble(skus, breaks, availability.of(account, skus));
    }

    private static List<Offer> assemble(
            List<Sku> skus, Map<Integer, List<PriceBreak>> breaks, Map<SkuId, Long> available) {
        var offers = new ArrayList<Offer>();
        int number = 0;
        for (Sku sku : skus) {
            var units = new ArrayList<Offer.UnitPrice>();
            for (var unit : sku.units()) {
                units.add(new Offer.UnitPrice(unit, breaks.getOrDefault(number, List.of())));
                number++;
            }
            offers.add(new Offer(sku, units, available.getOrDefault(sku.id(), 0L)));
        }
        return offers;
    }

    /** Determines what the seller's serving warehouse can promise. */
    @Component
    record Availability(Stock stock, Warehouses warehouses) {
        Map<SkuId, Long> of(TradingAccount account, List<Sku> skus) {
            var warehouse = warehouses.serving(account.seller());
            return stock.available(warehouse.id(), skus.stream().map(Sku::id).toList());
        }
    }
}
