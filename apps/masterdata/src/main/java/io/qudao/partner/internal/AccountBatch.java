package io.qudao.partner.internal;

import io.qudao.imports.ImportCells;
import io.qudao.imports.ImportRow;
import io.qudao.imports.NamedKeys;
import io.qudao.imports.NamedKeys.RowKey;
import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.Money;
import io.qudao.kernel.Value;
import io.qudao.kernel.Violation;
import io.qudao.kernel.Violations;
import io.qudao.partner.AccountStatus;
import io.qudao.partner.CreditLimitsImported.Limit;
import io.qudao.partner.Partner;
import io.qudao.partner.PartnerId;
import io.qudao.partner.Reach;
import io.qudao.partner.TradingAccount;
import io.qudao.partner.TradingAccounts.NewAccount;
import io.qudao.partner.TradingAccounts.Terms;
import io.qudao.partner.internal.AccountWrites.Opening;
import io.qudao.record.StandardRecords.Written;
import io.qudao.tenancy.Caller;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Processes one batch of imported trading accounts. */
final class AccountBatch {
    private static final Pattern BETWEEN_REGIONS = Pattern.compile("\\s*[;|，、]\\s*");

    private final AccountWrites writes;
    private final Function<ImportRow, Value.Fields> own;
    private final Reach reached;
    private final Map<String, Partner> partners;
    private final Map<PartnerId, Partner> partnersById;
    private final Caller caller;
    private final List<Opening> opened = new ArrayList<>();
    private final List<Written> changed = new ArrayList<>();
    private final Map<Trade, Money> wanted = new LinkedHashMap<>();
    private final List<Limit> limits = new ArrayList<>();
    private Map<Trade, TradingAccountEntity> accounts = Map.of();

    /**
     * @param own returns a row's values for own fields
     * @param partners partners visible to the caller, including the one the caller acts for
     */
    AccountBatch(
            AccountWrites writes,
            Function<ImportRow, Value.Fields> own,
            Reach reached,
            Collection<Partner> partners,
            Caller caller) {
        this.writes = writes;
        this.own = own;
        this.reached = reached;
        this.partners = partners.stream().collect(Collectors.toMap(Partner::code, Function.identity()));
        this.partnersById = partners.stream().collect(Collectors.toMap(Partner::id, Function.identity()));
        this.caller = caller;
    }

    private record Trade(PartnerId seller, PartnerId buyer, CurrencyCode currency) {
        static Trade of(TradingAccount account) {
            return new Trade(account.seller(), account.buyer(), account.currency());
        }

        RowKey key(long row) {
            return RowKey.of(row, seller, buyer, currency);
        }
    }

    List<Violation> apply(List<ImportRow> rows, NamedKeys keys) {
        var cells = new LinkedHashMap<ImportRow, ImportCells>();
        var trades = new LinkedHashMap<ImportRow, Trade>();
        for (ImportRow row : rows) {
            var read = new ImportCells(row);
            cells.put(row, read);
            trade(row, read).ifPresent(trade -> trades.put(row, trade));
        }
        accounts = writes
                .between(trades.values().stream()
                        .distinct()
                        .map(trade -> new NewAccount(trade.seller(), trade.buyer(), trade.currency(), Terms.NONE))
                        .toList())
                .stream()
                .collect(Collectors.toMap(account -> Trade.of(account.account()), Function.identity()));
        var repeated = keys.name(trades.entrySet().stream()
                .map(entry -> entry.getValue().key(entry.getKey().number()))
                .toList());
        trades.forEach((row, trade) -> write(row, trade, cells.get(row), repeated.get(row.number())));
        finish();
        return cells.values().stream()
                .flatMap(read -> read.violations().stream())
                .toList();
    }

    /** Returns the limits that rows contain. */
    List<Limit> limits() {
        return limits;
    }

    private Optional<Trade> trade(ImportRow row, ImportCells cells) {
        var own = caller.partner();
        var seller = row.code(AccountImport.SELLER)
                .map(partners::get)
                .map(Partner::id)
                .or(() -> own == null || row.code(AccountImport.SELLER).isPresent()
                        ? Optional.empty()
                        : Optional.of(new PartnerId(own)));
        var buyer = row.code(AccountImport.BUYER).map(partners::get).map(Partner::id);
        if (seller.filter(reached::covers).isEmpty()) {
            cells.add(
                    AccountImport.SELLER,
                    "unknown",
                    row.code(AccountImport.SELLER).orElse(""));
        }
        if (buyer.isEmpty()) {
            cells.add(
                    AccountImport.BUYER,
                    "unknown",
                    row.code(AccountImport.BUYER).orElse(""));
        }
        if (buyer.isPresent() && buyer.equals(seller)) {
            cells.add(AccountImport.BUYER, "same_as", AccountImport.SELLER);
        }
        var currency =
                cells.currency(AccountImport.CURRENCY).orElse(caller.tenant().currency());
        return cells.isGood()
                ? Optional.of(new Trade(seller.orElseThrow(), buyer.orElseThrow(), currency))
                : Optional.empty();
    }

    /** @param earlier the earlier row with the same trade, or null if there is none */
    private void write(ImportRow row, Trade trade, ImportCells cells, @Nullable Long earlier) {
        if (earlier != null) {
            cells.repeats(AccountImport.BUYER, earlier);
            return;
        }
        var account = accounts.get(trade);
        var violations = new Violations();
        var terms = AccountCheck.clean(terms(row, cells, account == null ? null : account.account()), violations);
        var limit = cells.decimal(AccountImport.LIMIT)
                .map(amount -> violations.money(AccountImport.LIMIT, new Money(amount.value(), trade.currency())));
        if (limit.isPresent() && !caller.may(AccountImport.LIMIT_PERMISSION)) {
            cells.add(AccountImport.LIMIT, "permission_missing", AccountImport.LIMIT_PERMISSION);
        }
        cells.addAll(violations.list(), AccountBatch::column);
        if (account == null) {
            requireActive(trade, cells);
        }
        if (!cells.isGood()) {
            return;
        }
        if (account == null) {
            var wanted = new NewAccount(trade.seller(), trade.buyer(), trade.currency(), terms);
            opened.add(new Opening(
                    wanted, record -> record.with(own.apply(row), "").inRow(row.number())));
        } else {
            account.take(terms);
            changed.add(Written.of(account.account().id().value())
                    .with(own.apply(row), "")
                    .inRow(row.number()));
        }
        limit.ifPresent(money -> wanted.put(trade, money));
    }

    private void requireActive(Trade trade, ImportCells cells) {
        var violations = new Violations();
        AccountCheck.active(AccountImport.SELLER, partnersById.get(trade.seller()), violations);
        AccountCheck.active(AccountImport.BUYER, partnersById.get(trade.buyer()), violations);
        cells.addAll(violations.list(), column -> column);
    }

    private static String column(String field) {
        return field.startsWith("regions")
                ? AccountImport.REGIONS
                : field.equals("priceGroup") ? AccountImport.GROUP : field;
    }

    private static Terms terms(ImportRow row, ImportCells cells, @Nullable TradingAccount now) {
        return new Terms(
                row.value(AccountImport.GROUP).orElse(now == null ? null : now.priceGroup()),
                row.value(AccountImport.REGIONS)
                        .map(regions -> List.of(BETWEEN_REGIONS.split(regions)))
                        .orElse(now == null ? List.of() : now.regions()),
                cells.choice(AccountImport.STATUS, AccountStatus.class)
                        .orElse(now == null ? AccountStatus.ACTIVE : now.status()));
    }

    private void finish() {
        var all = new HashMap<Trade, TradingAccount>();
        accounts.forEach((trade, account) -> all.put(trade, account.account()));
        writes.change(changed);
        writes.open(opened).forEach(account -> all.put(Trade.of(account), account));
        wanted.forEach((trade, limit) -> limits.add(new Limit(all.get(trade).id(), limit)));
    }
}
