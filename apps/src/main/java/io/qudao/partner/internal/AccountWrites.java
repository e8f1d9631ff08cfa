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
import io.qudao.tenancy.TenantScope;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Opens trading accounts and tells of it in the same transaction. */
@Component
final class AccountWrites {
    private final EntityManager entities;
    private final ApplicationEventPublisher events;

    AccountWrites(EntityManager entities, ApplicationEventPublisher events) {
        this.entities = entities;
        this.events = events;
    }

    /** Accounts by which a parent sells to its children in the tenant's currency, where there are none yet. */
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
        open(children.stream()
                .filter(child -> !there.contains(child))
                .map(child -> new NewAccount(new PartnerId(parent), new PartnerId(child), currency, Terms.NONE))
                .toList());
    }

    List<TradingAccount> open(List<NewAccount> opened) {
        if (opened.isEmpty()) {
            return List.of();
        }
        var written = opened.stream().map(this::persist).toList();
        flush();
        var accounts = written.stream().map(TradingAccountEntity::account).toList();
        events.publishEvent(new AccountsOpened(accounts));
        return accounts;
    }

    /** Accounts of these sellers with these buyers, to be changed. */
    List<TradingAccountEntity> between(Collection<UUID> sellers, Collection<UUID> buyers) {
        return entities.createQuery(
                        "select a from TradingAccountEntity a where a.seller in :sellers and a.buyer in :buyers",
                        TradingAccountEntity.class)
                .setParameter("sellers", sellers)
                .setParameter("buyers", buyers)
                .getResultList();
    }

    private TradingAccountEntity persist(NewAccount account) {
        var entity = new TradingAccountEntity(Ids.next(), account);
        entities.persist(entity);
        return entity;
    }

    void flush() {
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
