package io.qudao.ordering.internal;

import io.qudao.catalog.Sku;
import io.qudao.catalog.Unit;
import io.qudao.kernel.Violation;
import io.qudao.ordering.OrderDraft;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The requirements for a line of a draft before it is priced; each policy relies on those before it. */
enum LinePolicy {
    GOODS_ARE_KNOWN {
        @Override
        Optional<Violation> refusal(Facts facts) {
            return facts.sku == null
                    ? facts.wrong("sku", "unknown", facts.wanted.sku().value())
                    : Optional.empty();
        }
    },
    GOODS_ARE_ON_THE_SHELF {
        @Override
        Optional<Violation> refusal(Facts facts) {
            return facts.known().isOnShelf()
                    ? Optional.empty()
                    : facts.wrong("sku", "off_shelf", facts.wanted.sku().value());
        }
    },
    QUANTITY_IS_IN_RANGE {
        @Override
        Optional<Violation> refusal(Facts facts) {
            long quantity = facts.wanted.quantity().value();
            return quantity > 0 && quantity <= MOST_UNITS
                    ? Optional.empty()
                    : facts.wrong("quantity", "range", 1, MOST_UNITS);
        }
    },
    UNIT_IS_THE_GOODS_OWN {
        @Override
        Optional<Violation> refusal(Facts facts) {
            return facts.unit().isPresent()
                    ? Optional.empty()
                    : facts.wrong(
                            "unit",
                            "unknown_unit",
                            facts.wanted.quantity().unit(),
                            facts.known().code());
        }
    },
    BASE_UNITS_ARE_WHOLE { // U1
        @Override
        Optional<Violation> refusal(Facts facts) {
            return facts.base().isPresent()
                    ? Optional.empty()
                    : facts.wrong(
                            "quantity",
                            "not_whole",
                            facts.wanted.quantity().value(),
                            facts.known().baseUnit());
        }
    },
    BASE_UNITS_ARE_IN_RANGE {
        @Override
        Optional<Violation> refusal(Facts facts) {
            return facts.base().orElseThrow() <= MOST_BASE_UNITS
                    ? Optional.empty()
                    : facts.wrong(
                            "quantity",
                            "too_many_units",
                            MOST_BASE_UNITS,
                            facts.known().baseUnit());
        }
    };

    private static final long MOST_UNITS = 1_000_000_000L;
    private static final long MOST_BASE_UNITS = 1_000_000_000_000L;

    abstract Optional<Violation> refusal(Facts facts);

    /** Returns the first violation of a line. */
    static Optional<Violation> firstRefusal(Facts facts) {
        return Stream.of(values())
                .flatMap(policy -> policy.refusal(facts).stream())
                .findFirst();
    }

    /**
     * A wanted line with its SKU.
     *
     * @param index position in the draft, from 0
     * @param sku null if it does not exist
     */
    record Facts(
            int index, OrderDraft.Line wanted, @Nullable Sku sku) {
        CheckedDraft.Line checked() {
            return new CheckedDraft.Line(index + 1, known(), wanted.quantity(), base().orElseThrow());
        }

        private Sku known() {
            if (sku == null) {
                throw new IllegalStateException("Unknown goods must have been refused before");
            }
            return sku;
        }

        private Optional<Unit> unit() {
            return known().unit(wanted.quantity().unit());
        }

        private OptionalLong base() {
            return unit().orElseThrow().base(wanted.quantity().value());
        }

        private Optional<Violation> wrong(String field, String code, Object... arguments) {
            return Optional.of(Violation.of("lines[" + index + "]." + field, code, arguments));
        }
    }
}
