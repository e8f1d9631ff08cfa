package io.qudao.pricing.internal;

import io.qudao.catalog.Sku;
import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.Violation;
import io.qudao.pricing.PriceLists.EntryDraft;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The requirements for an entry of a price list; all violations are reported together. */
enum EntryPolicy {
    GOODS_ARE_KNOWN {
        @Override
        Optional<Violation> refusal(Facts facts) {
            return facts.wrongUnless(facts.sku != null, "sku", "unknown", facts.entry.sku());
        }
    },
    UNIT_IS_THE_GOODS_OWN {
        @Override
        Optional<Violation> refusal(Facts facts) {
            var sku = facts.sku;
            return sku == null
                    ? Optional.empty()
                    : facts.wrongUnless(
                            sku.unit(facts.entry.unit()).isPresent(),
                            "unit",
                            "unknown_unit",
                            facts.entry.unit(),
                            sku.code());
        }
    },
    MINIMUM_IS_AT_LEAST_ONE {
        @Override
        Optional<Violation> refusal(Facts facts) {
            return facts.wrongUnless(facts.entry.minimum() >= 1, "minimum", "too_small", 1);
        }
    },
    ENDS_AFTER_ITS_START {
        @Override
        Optional<Violation> refusal(Facts facts) {
            var until = facts.entry.until();
            return facts.wrongUnless(until == null || until.isAfter(facts.entry.from()), "until", "not_after", "from");
        }
    },
    CURRENCY_IS_THE_LISTS {
        @Override
        Optional<Violation> refusal(Facts facts) {
            return facts.wrongUnless(
                    facts.entry.price().currency().equals(facts.currency), "price", "wrong_currency", facts.currency);
        }
    },
    PRICE_IS_IN_RANGE {
        @Override
        Optional<Violation> refusal(Facts facts) {
            var price = facts.entry.price();
            boolean fits = price.signum() >= 0 && price.amount().compareTo(LIMIT) < 0;
            return facts.wrongUnless(fits, "price", "out_of_range", 0, LIMIT.toPlainString());
        }
    },
    PRICE_HAS_FEW_DIGITS {
        @Override
        Optional<Violation> refusal(Facts facts) {
            boolean fits = facts.entry.price().amount().scale() <= DIGITS_AFTER_POINT;
            return facts.wrongUnless(fits, "price", "too_many_digits", DIGITS_AFTER_POINT);
        }
    };

    private static final int DIGITS_AFTER_POINT = 6;
    private static final BigDecimal LIMIT = BigDecimal.TEN.pow(12);

    abstract Optional<Violation> refusal(Facts facts);

    static List<Violation> refusals(Facts facts) {
        return Stream.of(values())
                .flatMap(policy -> policy.refusal(facts).stream())
                .toList();
    }

    /**
     * A drafted entry.
     *
     * @param path prefix of its field names
     * @param currency currency of its list
     * @param sku the SKU it names, or null if there is none
     */
    record Facts(
            String path,
            EntryDraft entry,
            CurrencyCode currency,
            @Nullable Sku sku) {
        private Optional<Violation> wrongUnless(boolean right, String field, String code, Object... arguments) {
            return right ? Optional.empty() : Optional.of(Violation.of(path + field, code, arguments));
        }
    }
}
