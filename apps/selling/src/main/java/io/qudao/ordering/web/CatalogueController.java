package io.qudao.ordering.web;

import io.qudao.catalog.Catalog;
import io.qudao.catalog.CategoryId;
import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.Keyset;
import io.qudao.kernel.Permits;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Slice;
import io.qudao.kernel.Violation;
import io.qudao.kernel.Violations;
import io.qudao.ordering.Offer;
import io.qudao.ordering.Offers;
import io.qudao.ordering.OrderingProblem;
import io.qudao.partner.AccountId;
import io.qudao.partner.PartnerId;
import io.qudao.partner.TradingAccount;
import io.qudao.partner.TradingAccounts;
import io.qudao.pricing.PriceBreak;
import io.qudao.record.StandsFor;
import io.qudao.tenancy.TenantScope;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The goods the caller's partner may buy. */
@RestController
@RequestMapping("/api/v1/catalogue")
class CatalogueController {
    private final Offers offers;
    private final TradingAccounts accounts;

    CatalogueController(Offers offers, TradingAccounts accounts) {
        this.offers = offers;
        this.accounts = accounts;
    }

    @GetMapping
    @Permits("order.create")
    Slice<OfferBody> browse(
            @RequestParam(required = false) @Nullable UUID seller,
            @RequestParam(required = false) @Nullable String currency,
            @StandsFor("product.category") @RequestParam(required = false) @Nullable UUID category,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        var filter = new Catalog.Filter(category == null ? null : new CategoryId(category), text, null);
        return offers.browse(account(seller, currency(currency)), filter, cursor, Keyset.limit(limit))
                .map(OfferBody::of);
    }

    private static @Nullable CurrencyCode currency(@Nullable String code) {
        var violations = new Violations();
        var usual = TenantScope.caller().tenant().currency();
        var currency = violations.currency("currency", code, usual);
        violations.failIfAny(CommonProblem.INVALID_INPUT);
        return code == null ? null : currency;
    }

    /** Returns the account with the given seller and currency; without them, the only account there is. */
    private AccountId account(@Nullable UUID seller, @Nullable CurrencyCode currency) {
        var buyer = new PartnerId(TenantScope.caller().requirePartner());
        var found = accounts.ofBuyer(buyer).stream()
                .filter(TradingAccount::isActive)
                .filter(account -> seller == null || account.seller().value().equals(seller))
                .filter(account -> currency == null || account.currency().equals(currency))
                .toList();
        if (found.isEmpty()) {
            throw new ProblemException(
                    OrderingProblem.NOT_TRADING,
                    currency == null ? TenantScope.caller().tenant().currency() : currency);
        }
        if (found.size() > 1) {
            long sellers = found.stream().map(TradingAccount::seller).distinct().count();
            throw new ProblemException(
                    OrderingProblem.SEVERAL_ACCOUNTS,
                    List.of(Violation.of(sellers > 1 ? "seller" : "currency", "required")));
        }
        return found.getFirst().id();
    }

    record OfferBody(
            UUID sku,
            @StandsFor("sku.product") UUID product,
            @StandsFor("sku.code") String code,
            @StandsFor("sku.name") String name,
            List<Price> prices,
            long available) {
        static OfferBody of(Offer offer) {
            return new OfferBody(
                    offer.sku().id().value(),
                    offer.sku().product().value(),
                    offer.sku().code(),
                    offer.sku().name(),
                    offer.prices().stream().map(Price::of).toList(),
                    offer.available());
        }
    }

    /** @param base number of base units in one; null if it is not whole */
    record Price(
            String unit,
            long numerator,
            long denominator,
            @Nullable Long base,
            @Nullable MoneyBody price,
            List<Break> breaks) {
        static Price of(Offer.UnitPrice price) {
            var unit = price.unit();
            var base = unit.base(1);
            return new Price(
                    unit.code(),
                    unit.numerator(),
                    unit.denominator(),
                    base.isPresent() ? base.getAsLong() : null,
                    MoneyBody.of(price.price()),
                    price.breaks().stream().map(Break::of).toList());
        }
    }

    record Break(long from, @Nullable MoneyBody price) {
        static Break of(PriceBreak each) {
            return new Break(each.from(), MoneyBody.of(each.price()));
        }
    }
}
