package io.qudao.partner.internal;

import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.Ids;
import io.qudao.kernel.ProblemException;
import io.qudao.partner.AccountsOpened;
import io.qudao.partner.PartnerId;
import io.qudao.partner.PartnerProblem;
import io.qudao.partner.TradingAccount;
import io.qudao.partner.TradingAccounts.NewAccount;
import io.qudao.partner.TradingAccounts.Terms;
import io.qudao.record.RecordProblem;
import io.qudao.record.StandardRecords;
import io.qudao.record.StandardRecords.Written;
import io.qudao.sql.TenantSql;
import io.qudao.tenancy.TenantScope;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.hibernate.exception.ConstraintViolationException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Opens trading accounts and publishes this in the same transaction. */
@Component
final class AccountWrites {
    private final EntityManager entities;
    private final TenantSql sql;
    private final StandardRecords records;
    private final ApplicationEventPublisher events;

    AccountWrites(EntityManager entities, TenantSql sql, StandardRecords records, ApplicationEventPublisher events) {
        this.entities = entities;
        this.sql = sql;
        this.records = records;
        this.events = events;
    }

    /**
     * An account to open.
     *
     * @param own adds the values for own fields and who gave them
     */
    record Opening(NewAccount account, UnaryOperator<Written> own) {}

    /** Opens the accounts by which a parent sells to new children in the tenant's currency; there can be none yet. */
    void openBelowNew(UUID parent, Collection<UUID> children) {
        open(belowParent(parent, children, TenantScope.caller().tenant().currency()));
    }

    /** Opens the missing accounts by which a parent sells to its children in the tenant's currency. */
    void openBelow(UUID parent, Collection<UUID> children) {
        CurrencyCode currency = TenantScope.caller().tenant().currency();
        var there = new HashSet<>(entities.createQuery(
                        "select a.buyer from TradingAccountEntity a where a.seller = :seller and a.currency = :currency"
                                + " and a.buyer in :buyers",
                        UUID.class)
                .setParameter("seller", parent)
                .setParameter("currency", currency.value())
                .setParameter("buyers", children)
                .getResultList());
        open(belowParent(
                parent,
                children.stream().filter(child -> !there.contains(child)).toList(),
                currency));
    }

    private static List<Opening> belowParent(UUID parent, Collection<UUID> children, CurrencyCode currency) {
        return children.stream()
                .map(child -> new NewAccount(new PartnerId(parent), new PartnerId(child), currency, Terms.NONE))
                .map(account -> new Opening(account, record -> Written.byItself(record.id())))
                .toList();
    }

    List<TradingAccount> open(List<Opening> opened) {
        if (opened.isEmpty()) {
            return List.of();
        }
        var stored = opened.stream().map(opening -> persist(opening.account())).toList();
        flush();
        var accounts = stored.stream().map(TradingAccountEntity::account).toList();
        var written = new ArrayList<Written>();
        for (int at = 0; at < opened.size(); at++) {
            var record = Written.of(accounts.get(at).id().value());
            written.add(opened.get(at).own().apply(record));
        }
        ProblemException.failIfAny(RecordProblem.INVALID, records.createdAll(AccountConfiguration.OBJECT, written));
        events.publishEvent(new AccountsOpened(accounts));
        return accounts;
    }

    /** Writes an account that was changed but not yet flushed; returns its new version. */
    long change(TradingAccountEntity entity, Written changed) {
        long stored = records.changedTo(AccountConfiguration.OBJECT, changed, () -> {
            flush();
            return entity.version();
        });
        // Hibernate does not know the version that own fields have raised.
        entities.detach(entity);
        return stored;
    }

    /** Writes accounts that were changed but not yet flushed. */
    void change(List<Written> changed) {
        ProblemException.failIfAny(
                RecordProblem.INVALID, records.changedAll(AccountConfiguration.OBJECT, changed, this::flush));
    }

    /**
     * Returns the accounts of these trades for a change. Each is looked up by its complete key, because a query for all
     * of them might read all accounts of a seller to find a few.
     */
    List<TradingAccountEntity> between(List<NewAccount> trades) {
        var ids = sql.sql("""
                        select found.id
                        from unnest(:sellers, :buyers, :currencies)
                            as trade (seller, buyer, currency)
                        cross join lateral (
                            select a.id from apps.trading_account a
                            where a.tenant_id = :tenant and a.seller_id = trade.seller and a.buyer_id = trade.buyer
                              and a.currency = trade.currency
                            offset 0) found
                        """)
                .array("sellers", "uuid", trades, trade -> trade.seller().value())
                .array("buyers", "uuid", trades, trade -> trade.buyer().value())
                .array("currencies", "text", trades, trade -> trade.currency().value())
                .ids();
        return ids.isEmpty()
                ? List.of()
                : entities.createQuery(
                                "select a from TradingAccountEntity a where a.id in :ids", TradingAccountEntity.class)
                        .setParameter("ids", ids)
                        .getResultList();
    }

    private TradingAccountEntity persist(NewAccount account) {
        var entity = new TradingAccountEntity(Ids.next(), account);
        entities.persist(entity);
        return entity;
    }

    private void flush() {
        try {
            entities.flush();
        } catch (ConstraintViolationException there) {
            if ("trading_account_once".equals(there.getConstraintName())) {
                throw new ProblemException(PartnerProblem.ACCOUNT_EXISTS, List.of(), there);
            }
            throw there;
        }
    }
}
