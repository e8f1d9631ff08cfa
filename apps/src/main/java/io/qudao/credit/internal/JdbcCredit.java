package io.qudao.credit.internal;

import io.qudao.credit.Bucket;
import io.qudao.credit.Credit;
import io.qudao.credit.CreditDecision;
import io.qudao.credit.CreditDifference;
import io.qudao.credit.CreditProblem;
import io.qudao.credit.CreditStanding;
import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.Ids;
import io.qudao.kernel.Money;
import io.qudao.kernel.ProblemException;
import io.qudao.partner.AccountId;
import io.qudao.partner.Partners;
import io.qudao.partner.TradingAccount;
import io.qudao.partner.TradingAccounts;
import io.qudao.tenancy.TenantScope;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class JdbcCredit implements Credit {
    private final JdbcClient jdbc;
    private final TradingAccounts accounts;
    private final Partners partners;
    private final Clock clock;

    JdbcCredit(JdbcClient jdbc, TradingAccounts accounts, Partners partners, Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.partners = partners;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public CreditStanding standing(AccountId account) {
        var known = known(account);
        return jdbc.sql(
                        "select exposure, credit_limit, currency from apps.credit_account where tenant_id = ? and account_id = ?")
                .params(TenantScope.tenant().value(), account.value())
                .query((row, number) ->
                        new CreditStanding(account, money(row, "exposure"), nullableMoney(row, "credit_limit")))
                .optional()
                .orElseGet(() -> new CreditStanding(account, Money.zero(known.currency()), null));
    }

    @Override
    public void limit(AccountId account, @Nullable Money limit) {
        var known = known(account);
        if (!partners.reach().covers(known.seller())) {
            throw new ProblemException(CreditProblem.ACCOUNT_UNKNOWN);
        }
        if (limit != null && (limit.signum() < 0 || !limit.currency().equals(known.currency()))) {
            throw new ProblemException(CreditProblem.LIMIT_NEGATIVE);
        }
        limits(List.of(new Limit(account, limit)));
    }

    @Override
    public CreditDecision take(AccountId account, UUID order, Money total) {
        return tryTake(account, order, total)
                .or(() -> refusal(account, total))
                .or(() -> tryTake(account, order, total))
                .orElseThrow();
    }

    private Optional<CreditDecision> tryTake(AccountId account, UUID order, Money total) {
        return entry(CreditWrites.TAKE, account, order, total)
                .param("bucket", Bucket.SUBMITTED.name())
                .query((row, number) -> (CreditDecision)
                        new CreditDecision.Within(money(row, "exposure"), nullableMoney(row, "credit_limit")))
                .optional();
    }

    /** Why the limit does not allow it; empty where it does by now, with the counter there and locked. */
    private Optional<CreditDecision> refusal(AccountId account, Money total) {
        open(account, total.currency());
        return jdbc.sql(CreditWrites.LOCK)
                .param("tenant", TenantScope.tenant().value())
                .param("account", account.value())
                .query((row, number) -> exceeded(row, total))
                .single();
    }

    @Override
    public void move(AccountId account, UUID order, Bucket from, Bucket to, Money amount) {
        if (amount.signum() != 0) {
            entry(CreditWrites.MOVE, account, order, amount)
                    .param("from", from.name())
                    .param("to", to.name())
                    .param("second", Ids.next())
                    .update();
        }
    }

    @Override
    public void release(AccountId account, UUID order, Bucket from, Money amount) {
        if (amount.signum() != 0) {
            entry(CreditWrites.RELEASE, account, order, amount)
                    .param("bucket", from.name())
                    .update();
        }
    }

    @Override
    public void limits(List<Limit> limits) {
        var byAccount = new LinkedHashMap<AccountId, Limit>();
        limits.forEach(limit -> byAccount.put(limit.account(), limit));
        var all = List.copyOf(byAccount.values());
        jdbc.sql("""
                        insert into apps.credit_account (tenant_id, account_id, currency, credit_limit)
                        select :tenant, l.account, l.currency, l.amount
                        from unnest(cast(:accounts as uuid[]), cast(:currencies as text[]), cast(:amounts as numeric[]))
                            as l (account, currency, amount)
                        on conflict (tenant_id, account_id) do update set credit_limit = excluded.credit_limit
                        """)
                .param("tenant", TenantScope.tenant().value())
                .param("accounts", texts(all, limit -> limit.account().toString()))
                .param("currencies", texts(all, limit -> currency(limit).value()))
                .param("amounts", texts(all, JdbcCredit::amount))
                .update();
    }

    private CurrencyCode currency(Limit limit) {
        var money = limit.limit();
        return money == null ? known(limit.account()).currency() : money.currency();
    }

    private static @Nullable String amount(Limit limit) {
        var money = limit.limit();
        return money == null ? null : money.amount().toPlainString();
    }

    private static @Nullable String[] texts(List<Limit> limits, Function<Limit, @Nullable String> part) {
        return limits.stream().map(part).toArray(String[]::new);
    }

    @Override
    @Transactional(readOnly = true)
    public List<CreditDifference> differences() {
        var all = jdbc.sql("""
                        select a.account_id, a.currency, a.exposure, coalesce(e.amount, 0) as entries
                        from apps.credit_account a
                        left join (select account_id, sum(amount) as amount from apps.credit_entry
                                   where tenant_id = :tenant group by account_id) e using (account_id)
                        where a.tenant_id = :tenant and a.exposure <> coalesce(e.amount, 0)
                        order by a.account_id
                        """)
                .param("tenant", TenantScope.tenant().value())
                .query((row, number) -> new CreditDifference(
                        new AccountId(row.getObject("account_id", UUID.class)),
                        money(row, "exposure"),
                        money(row, "entries")))
                .list();
        var known = accounts.byIds(all.stream().map(CreditDifference::account).toList());
        return all.stream()
                .filter(difference -> known.containsKey(difference.account()))
                .toList();
    }

    private TradingAccount known(AccountId account) {
        return accounts.find(account).orElseThrow(() -> new ProblemException(CreditProblem.ACCOUNT_UNKNOWN));
    }

    private void open(AccountId account, CurrencyCode currency) {
        jdbc.sql(
                        "insert into apps.credit_account (tenant_id, account_id, currency) values (?, ?, ?) on conflict do nothing")
                .params(TenantScope.tenant().value(), account.value(), currency.value())
                .update();
    }

    private StatementSpec entry(String sql, AccountId account, UUID document, Money amount) {
        var caller = TenantScope.caller();
        return jdbc.sql(sql)
                .param("tenant", caller.tenant().id().value())
                .param("account", account.value())
                .param("document", document)
                .param("amount", amount.amount())
                .param("entry", Ids.next())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("actor", caller.member());
    }

    private static Optional<CreditDecision> exceeded(ResultSet row, Money total) throws SQLException {
        var exposure = money(row, "exposure");
        var limit = nullableMoney(row, "credit_limit");
        if (limit == null) {
            return Optional.empty();
        }
        var over = exposure.plus(total).minus(limit);
        return over.signum() > 0 ? Optional.of(new CreditDecision.Exceeded(exposure, limit, over)) : Optional.empty();
    }

    private static Money money(ResultSet row, String column) throws SQLException {
        return money(row, row.getBigDecimal(column));
    }

    private static @Nullable Money nullableMoney(ResultSet row, String column) throws SQLException {
        BigDecimal amount = row.getBigDecimal(column);
        return amount == null ? null : money(row, amount);
    }

    private static Money money(ResultSet row, BigDecimal amount) throws SQLException {
        return new Money(amount.stripTrailingZeros(), new CurrencyCode(row.getString("currency")));
    }
}
