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
import io.qudao.sql.SqlRow;
import io.qudao.sql.SqlStatement;
import io.qudao.sql.TenantSql;
import io.qudao.tenancy.TenantScope;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class JdbcCredit implements Credit {
    private final TenantSql sql;
    private final TradingAccounts accounts;
    private final Partners partners;
    private final Clock clock;

    JdbcCredit(TenantSql sql, TradingAccounts accounts, Partners partners, Clock clock) {
        this.sql = sql;
        this.accounts = accounts;
        this.partners = partners;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public CreditStanding standing(AccountId account) {
        var known = known(account);
        return sql.sql("""
                        select exposure, credit_limit, currency from apps.credit_account
                        where tenant_id = :tenant and account_id = :account
                        """)
                .set("account", account.value())
                .optional(row -> new CreditStanding(account, exposure(row), limit(row)))
                .orElseGet(() -> new CreditStanding(account, Money.zero(known.currency()), null));
    }

    @Override
    @Transactional(readOnly = true)
    public CreditStanding standingForQuote(AccountId account) {
        return standing(account);
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
                .set("bucket", Bucket.SUBMITTED)
                .optional(row -> new CreditDecision.Within(exposure(row), limit(row)));
    }

    /** Returns why the limit does not allow the amount. Empty if it now does, with the counter created and locked. */
    private Optional<CreditDecision> refusal(AccountId account, Money total) {
        open(account, total.currency());
        return sql.sql(CreditWrites.LOCK).set("account", account.value()).single(row -> exceeded(row, total));
    }

    @Override
    public void move(AccountId account, UUID order, Bucket from, Bucket to, Money amount) {
        if (amount.signum() != 0) {
            entry(CreditWrites.MOVE, account, order, amount)
                    .set("from", from)
                    .set("to", to)
                    .set("second", Ids.next())
                    .update();
        }
    }

    @Override
    public void release(AccountId account, UUID order, Bucket from, Money amount) {
        if (amount.signum() != 0) {
            entry(CreditWrites.RELEASE, account, order, amount)
                    .set("bucket", from)
                    .update();
        }
    }

    @Override
    public void limits(List<Limit> limits) {
        var byAccount = new LinkedHashMap<AccountId, Limit>();
        limits.forEach(limit -> byAccount.put(limit.account(), limit));
        var all = List.copyOf(byAccount.values());
        sql.sql("""
                        insert into apps.credit_account (tenant_id, account_id, currency, credit_limit)
                        select :tenant, l.account, l.currency, l.amount
                        from unnest(:accounts, :currencies, :amounts) as l (account, currency, amount)
                        on conflict (tenant_id, account_id) do update set credit_limit = excluded.credit_limit
                        """)
                .array("accounts", "uuid", all, limit -> limit.account().value())
                .array("currencies", "text", all, limit -> currency(limit).value())
                .array("amounts", "numeric", all, Limit::limit)
                .update();
    }

    private CurrencyCode currency(Limit limit) {
        var money = limit.limit();
        return money == null ? known(limit.account()).currency() : money.currency();
    }

    @Override
    @Transactional(readOnly = true)
    public List<CreditDifference> differences() {
        var all = sql.sql("""
                        select a.account_id, a.currency, a.exposure, coalesce(e.amount, 0) as entries
                        from apps.credit_account a
                        left join (select account_id, sum(amount) as amount from apps.credit_entry
                                   where tenant_id = :tenant group by account_id) e using (account_id)
                        where a.tenant_id = :tenant and a.exposure <> coalesce(e.amount, 0)
                        order by a.account_id
                        """)
                .list(row -> new CreditDifference(
                        row.id("account_id", AccountId::new),
                        exposure(row),
                        row.money("entries", row.currency("currency"))));
        var known = accounts.byIds(all.stream().map(CreditDifference::account).toList());
        return all.stream()
                .filter(difference -> known.containsKey(difference.account()))
                .toList();
    }

    private TradingAccount known(AccountId account) {
        return accounts.find(account).orElseThrow(() -> new ProblemException(CreditProblem.ACCOUNT_UNKNOWN));
    }

    private void open(AccountId account, CurrencyCode currency) {
        sql.sql("""
                        insert into apps.credit_account (tenant_id, account_id, currency)
                        values (:tenant, :account, :currency) on conflict do nothing
                        """).set("account", account.value()).set("currency", currency).update();
    }

    private SqlStatement entry(String statement, AccountId account, UUID document, Money amount) {
        return sql.sql(statement)
                .set("account", account.value())
                .set("document", document)
                .set("amount", amount)
                .set("entry", Ids.next())
                .set("at", clock.instant())
                .set("actor", TenantScope.caller().member());
    }

    private static Optional<CreditDecision> exceeded(SqlRow row, Money total) throws SQLException {
        var exposure = exposure(row);
        var limit = limit(row);
        if (limit == null) {
            return Optional.empty();
        }
        var over = exposure.plus(total).minus(limit);
        return over.signum() > 0 ? Optional.of(new CreditDecision.Exceeded(exposure, limit, over)) : Optional.empty();
    }

    private static Money exposure(SqlRow row) throws SQLException {
        return row.money("exposure", row.currency("currency"));
    }

    private static @Nullable Money limit(SqlRow row) throws SQLException {
        return row.optionalMoney("credit_limit", row.currency("currency"));
    }
}
