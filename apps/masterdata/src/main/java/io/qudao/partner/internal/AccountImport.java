package io.qudao.partner.internal;

import io.qudao.imports.ImportCells;
import io.qudao.imports.ImportColumn;
import io.qudao.imports.ImportRow;
import io.qudao.imports.ImportTarget;
import io.qudao.imports.NamedKeys;
import io.qudao.imports.OwnColumns;
import io.qudao.kernel.Violation;
import io.qudao.partner.AccountStatus;
import io.qudao.partner.CreditLimitsImported;
import io.qudao.partner.PartnerId;
import io.qudao.tenancy.TenantScope;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Imports trading accounts, identified by seller, buyer and currency; credit limits are passed on in an event. */
@Component
class AccountImport implements ImportTarget {
    static final String SELLER = "seller_code";
    static final String BUYER = "buyer_code";
    static final String CURRENCY = "currency";
    static final String GROUP = "price_group";
    static final String REGIONS = "regions";
    static final String STATUS = "status";
    static final String LIMIT = "credit_limit";

    /** Permission to set credit limits, which importing accounts does not include. */
    static final String LIMIT_PERMISSION = "credit.edit";

    private static final int LONGEST = 400;

    private final AccountWrites writes;
    private final PartnerRows partners;
    private final JdbcReach reach;
    private final OwnColumns own;
    private final ApplicationEventPublisher events;

    AccountImport(
            AccountWrites writes,
            PartnerRows partners,
            JdbcReach reach,
            OwnColumns own,
            ApplicationEventPublisher events) {
        this.writes = writes;
        this.partners = partners;
        this.reach = reach;
        this.own = own;
        this.events = events;
    }

    @Override
    public String name() {
        return "accounts";
    }

    @Override
    public String permission() {
        return "partner.edit";
    }

    @Override
    public List<ImportColumn> columns() {
        var columns = List.of(
                ImportColumn.optional(SELLER, "seller", "销售方编码", "銷售方代碼"),
                ImportColumn.required(BUYER, "buyer", "采购方编码", "採購方代碼"),
                ImportColumn.optional(CURRENCY, "币种", "幣別"),
                ImportColumn.optional(GROUP, "价格组", "價格群組"),
                ImportColumn.optional(REGIONS, "region", "区域", "區域"),
                ImportColumn.optional(STATUS, "状态", "狀態"),
                ImportColumn.optional(LIMIT, "limit", "信用额度", "信用額度"));
        return own.beside(columns, AccountConfiguration.OBJECT);
    }

    @Override
    public List<Violation> validate(ImportRow row) {
        var cells = new ImportCells(row);
        cells.text(BUYER, PartnerCheck.CODE_LENGTH);
        cells.optionalText(SELLER, PartnerCheck.CODE_LENGTH);
        cells.optionalText(GROUP, PartnerCheck.CODE_LENGTH);
        cells.optionalText(REGIONS, LONGEST);
        cells.choice(STATUS, AccountStatus.class);
        cells.currency(CURRENCY);
        cells.decimal(LIMIT)
                .filter(limit -> limit.value().signum() < 0)
                .ifPresent(limit -> cells.add(LIMIT, "too_small", 0));
        return cells.violations();
    }

    @Override
    public List<Violation> apply(List<ImportRow> rows, NamedKeys keys) {
        var codes = new HashSet<>(rows.stream()
                .flatMap(row -> Stream.of(row.code(SELLER), row.code(BUYER)))
                .flatMap(Optional::stream)
                .collect(Collectors.toSet()));
        var visible = reach.visible();
        var known = new HashSet<>(partners.byCodes(visible, codes.toArray(String[]::new)));
        var caller = TenantScope.caller();
        var self = caller.partner();
        if (self != null) {
            known.addAll(partners.byIds(visible, List.of(new PartnerId(self))));
        }
        var batch = new AccountBatch(
                writes, row -> own.read(AccountConfiguration.OBJECT, row), reach.ofCaller(), known, caller);
        var bad = batch.apply(rows, keys);
        if (!batch.limits().isEmpty()) {
            events.publishEvent(new CreditLimitsImported(batch.limits()));
        }
        return bad;
    }
}
