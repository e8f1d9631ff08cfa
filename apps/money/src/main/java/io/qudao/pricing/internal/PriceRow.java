package io.qudao.pricing.internal;

import io.qudao.imports.ImportCells;
import io.qudao.imports.ImportRow;
import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.Money;
import io.qudao.kernel.Value;
import io.qudao.kernel.Violation;
import io.qudao.kernel.Violations;
import io.qudao.pricing.PriceList;
import io.qudao.pricing.PriceLists.Draft;
import io.qudao.pricing.PriceLists.EntryDraft;
import io.qudao.pricing.PriceScope;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns a row of an imported file into an entry of a price list. */
final class PriceRow {
    private static final int USUAL_PRIORITY = 100;

    private final ImportRow row;
    private final ImportCells cells;
    private final ImportedNames names;

    PriceRow(ImportRow row, ImportedNames names) {
        this.row = row;
        this.cells = new ImportCells(row);
        this.names = names;
    }

    /** Returns the list it belongs to, if its seller is in reach. */
    Optional<PriceBatches.ListKey> list() {
        var seller = names.seller(text(PriceImport.SELLER));
        if (seller.isEmpty()) {
            refuse(PriceImport.SELLER, "unknown", text(PriceImport.SELLER).orElse(""));
        }
        return seller.map(known -> new PriceBatches.ListKey(known, listCode()));
    }

    private String listCode() {
        return row.codeName(PriceImport.LIST).orElse("");
    }

    void refuse(String column, String code, Object... arguments) {
        cells.add(column, code, arguments);
    }

    void refuseRepeated(long earlier) {
        cells.repeats(PriceImport.SKU, earlier);
    }

    ImportRow imported() {
        return row;
    }

    long number() {
        return row.number();
    }

    List<Violation> violations() {
        return cells.violations();
    }

    /** Returns the list that this row creates, if nothing is wrong with it. */
    Optional<Draft> head() {
        var violations = new Violations();
        var head = PriceListCheck.clean(
                draft(names.caller().tenant().currency()),
                id -> Optional.ofNullable(names.partnersById().get(id)),
                violations);
        cells.addAll(violations.list(), PriceRow::column);
        return violations.isEmpty() ? Optional.of(head) : Optional.empty();
    }

    private Draft draft(CurrencyCode usual) {
        var scope = cells.choice(PriceImport.SCOPE, PriceScope.class).orElse(PriceScope.BASE);
        return new Draft(
                listCode(),
                text(PriceImport.NAME).orElseGet(this::listCode),
                scope,
                scopeKey(scope),
                cells.whole(PriceImport.PRIORITY, 0, PriceListCheck.LAST_PRIORITY)
                        .map(Math::toIntExact)
                        .orElse(USUAL_PRIORITY),
                cells.currency(PriceImport.CURRENCY).orElse(usual),
                true);
    }

    /** Requires that the row's values for the list match the existing list. */
    void compare(PriceList list) {
        var head = draft(list.currency());
        refuseIf(text(PriceImport.SCOPE).isPresent() && head.scope() != list.scope(), PriceImport.SCOPE, list.scope());
        refuseIf(
                text(PriceImport.SCOPE_KEY).isPresent()
                        && !java.util.Objects.equals(scopeKey(list.scope()), list.scopeKey()),
                PriceImport.SCOPE_KEY,
                list.code());
        refuseIf(
                text(PriceImport.PRIORITY).isPresent() && head.priority() != list.priority(),
                PriceImport.PRIORITY,
                list.priority());
        refuseIf(!head.currency().equals(list.currency()), PriceImport.CURRENCY, list.currency());
    }

    private void refuseIf(boolean differs, String column, Object now) {
        if (differs) {
            refuse(column, "differs", now);
        }
    }

    /** Returns the scope key; for a contract this is the buyer's id, while files contain the buyer's code. */
    private @Nullable String scopeKey(PriceScope scope) {
        String key = text(PriceImport.SCOPE_KEY).orElse(null);
        var buyer = key == null ? null : names.partners().get(key);
        if (scope == PriceScope.CONTRACT && buyer != null) {
            return buyer.id().toString();
        }
        return key == null ? null : PriceListCheck.canonical(scope, key);
    }

    /** Returns its entry of the list, if nothing is wrong with the row. */
    Optional<EntryWrites.Given> entry(PriceList list) {
        var sku = text(PriceImport.SKU).map(names.skus()::get);
        if (sku.isEmpty()) {
            refuse(PriceImport.SKU, "unknown", text(PriceImport.SKU).orElse(""));
            return Optional.empty();
        }
        var draft = new EntryDraft(
                sku.get().id(),
                text(PriceImport.UNIT).orElse(sku.get().baseUnit()),
                cells.whole(PriceImport.MINIMUM, 1, Long.MAX_VALUE).orElse(1L),
                cells.instant(PriceImport.FROM).orElse(Instant.EPOCH),
                cells.until(PriceImport.UNTIL).orElse(null),
                new Money(
                        cells.decimal(PriceImport.PRICE)
                                .map(Value.Decimal::value)
                                .orElse(BigDecimal.ZERO),
                        list.currency()));
        var violations = new Violations();
        PriceListCheck.check("", draft, list.currency(), sku.get(), violations);
        cells.addAll(violations.list(), PriceRow::column);
        return cells.isGood() ? Optional.of(new EntryWrites.Given(list.id().value(), draft)) : Optional.empty();
    }

    private static String column(String field) {
        return switch (field) {
            case "sku" -> PriceImport.SKU;
            case "minimum" -> PriceImport.MINIMUM;
            case "until" -> PriceImport.UNTIL;
            case "code" -> PriceImport.LIST;
            case "name" -> PriceImport.NAME;
            case "scopeKey" -> PriceImport.SCOPE_KEY;
            default -> field;
        };
    }

    private Optional<String> text(String column) {
        return row.value(column);
    }
}
