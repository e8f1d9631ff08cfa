package io.qudao.pricing.internal;

import io.qudao.kernel.CurrencyCode;
import io.qudao.partner.TradingAccount;
import io.qudao.pricing.PriceBreak;
import io.qudao.pricing.PriceEntryId;
import io.qudao.pricing.PriceListId;
import io.qudao.pricing.PriceMode;
import io.qudao.pricing.PriceQuestion;
import io.qudao.pricing.PriceScope;
import io.qudao.pricing.Prices;
import io.qudao.pricing.Pricing;
import io.qudao.sql.SqlRow;
import io.qudao.sql.TenantSql;
import io.qudao.tenancy.TenantScope;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One statement reads the candidates of all lines; {@link PriceSelection} chooses. */
@Component
@Transactional
class JdbcPricing implements Pricing {
    /**
     * First reads the few lists assigned to the buyer by their keys; then, for each list and line, one range of the
     * entries' index. The offset forces this plan, so the cost depends on nothing else in the tables (P8). Each
     * candidate row includes the tenant's mode; without candidates there is one row with the mode alone.
     */
    static final String CANDIDATES = """
            with assigned as materialized (
                select p.id, p.code, p.scope, p.priority
                from unnest(cast(:scopes as text[]), cast(:keys as text[])) k (scope, key)
                cross join lateral (
                    select id, code, scope, priority from apps.price_list
                    where tenant_id = :tenant and seller_id = :seller and currency = :currency
                      and scope = k.scope and scope_key = k.key and active
                    offset 0) p)
            select choice.mode, found.*
            from (select (select mode from apps.price_choice where tenant_id = :tenant)) choice (mode)
            left join (
                select line.number, a.id as list_id, a.code, a.scope, a.priority,
                       e.id, e.since_edition, e.minimum, e.valid_from, e.valid_until, e.price
                from unnest(cast(:numbers as int[]), cast(:skus as uuid[]), cast(:units as text[])) line (number, sku, unit)
                cross join assigned a
                cross join lateral (
                    select id, since_edition, minimum, valid_from, valid_until, price from apps.price_entry
                    where tenant_id = :tenant and price_list_id = a.id and sku_id = line.sku and unit = line.unit
                      and valid_from <= :at and (valid_until is null or valid_until > :at) and until_edition is null
                    offset 0) e) found on true
            """;

    private final TenantSql sql;

    JdbcPricing(TenantSql sql) {
        this.sql = sql;
    }

    @Override
    public Prices price(PriceQuestion question) {
        var byLine = new HashMap<Integer, List<Candidate>>();
        var mode = read(question, byLine);
        var lines = question.lines().stream()
                .map(line ->
                        PriceSelection.choose(line, question.at(), mode, byLine.getOrDefault(line.number(), List.of())))
                .toList();
        return new Prices(mode, lines);
    }

    @Override
    public Map<Integer, List<PriceBreak>> breaks(PriceQuestion question) {
        var byLine = new HashMap<Integer, List<Candidate>>();
        var mode = read(question, byLine);
        var breaks = new HashMap<Integer, List<PriceBreak>>();
        for (var line : question.lines()) {
            var found = PriceSelection.breaks(line, question.at(), mode, byLine.getOrDefault(line.number(), List.of()));
            if (!found.isEmpty()) {
                breaks.put(line.number(), found);
            }
        }
        return breaks;
    }

    @Override
    public PriceMode mode() {
        return sql.sql("select mode from apps.price_choice where tenant_id = :tenant")
                .optional(row -> row.choice("mode", PriceMode.class))
                .orElse(PriceMode.FIRST_MATCH);
    }

    @Override
    public void choose(PriceMode mode) {
        sql.sql("""
                        insert into apps.price_choice (tenant_id, mode) values (:tenant, :mode)
                        on conflict (tenant_id) do update set mode = excluded.mode
                        """).set("mode", mode).update();
    }

    /** Returns the tenant's mode and adds the candidates of each line to the map. */
    private PriceMode read(PriceQuestion question, Map<Integer, List<Candidate>> byLine) {
        var mode = new AtomicReference<>(PriceMode.FIRST_MATCH);
        var currency = question.account().currency();
        sql.sql(CANDIDATES).setAll(parameters(question)).each(row -> {
            var chosen = row.optionalChoice("mode", PriceMode.class);
            mode.set(chosen == null ? PriceMode.FIRST_MATCH : chosen);
            if (row.optionalUuid("id") != null) {
                byLine.computeIfAbsent(row.count("number"), number -> new ArrayList<>())
                        .add(candidate(row, currency));
            }
        });
        return mode.get();
    }

    static Map<String, Object> parameters(PriceQuestion question) {
        var lines = question.lines();
        var assigned = assignments(question.account());
        var parameters = new HashMap<String, Object>();
        parameters.put("tenant", TenantScope.tenant().value());
        parameters.put("seller", question.account().seller().value());
        parameters.put("currency", question.account().currency().value());
        parameters.put("at", OffsetDateTime.ofInstant(question.at(), ZoneOffset.UTC));
        parameters.put("scopes", texts(assigned, assignment -> assignment.scope.name()));
        parameters.put("keys", texts(assigned, Assignment::key));
        parameters.put("numbers", lines.stream().map(PriceQuestion.Line::number).toArray(Integer[]::new));
        parameters.put("skus", texts(lines, line -> line.sku().toString()));
        parameters.put("units", texts(lines, PriceQuestion.Line::unit));
        return parameters;
    }

    private record Assignment(PriceScope scope, String key) {}

    /** Returns the lists that apply to this account: its contract, its group, its regions, and the base lists. */
    private static List<Assignment> assignments(TradingAccount account) {
        var assigned = new ArrayList<Assignment>();
        assigned.add(new Assignment(PriceScope.CONTRACT, account.buyer().toString()));
        String group = account.priceGroup();
        if (group != null) {
            assigned.add(new Assignment(PriceScope.GROUP, group));
        }
        account.regions().forEach(region -> assigned.add(new Assignment(PriceScope.REGION, region)));
        assigned.add(new Assignment(PriceScope.BASE, ""));
        return assigned;
    }

    private static <T> String[] texts(List<T> items, java.util.function.Function<T, String> text) {
        return items.stream().map(text).toArray(String[]::new);
    }

    private static Candidate candidate(SqlRow row, CurrencyCode currency) throws SQLException {
        return new Candidate(
                row.id("list_id", PriceListId::new),
                row.text("code"),
                row.choice("scope", PriceScope.class),
                row.count("priority"),
                row.id("id", PriceEntryId::new),
                row.number("since_edition"),
                row.number("minimum"),
                row.instant("valid_from"),
                row.optionalInstant("valid_until"),
                row.price("price", currency));
    }
}
