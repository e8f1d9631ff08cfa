package io.qudao.partner.internal;

import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Slice;
import io.qudao.kernel.Violations;
import io.qudao.partner.AccountId;
import io.qudao.partner.Partner;
import io.qudao.partner.PartnerId;
import io.qudao.partner.PartnerProblem;
import io.qudao.partner.TradingAccount;
import io.qudao.partner.TradingAccounts;
import io.qudao.partner.internal.AccountWrites.Opening;
import io.qudao.record.StandardRecords.Written;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads by SQL, writes with Hibernate. */
@Component
@Transactional
class JpaTradingAccounts implements TradingAccounts {
    private static final String CUSTOM = "custom.";

    private final AccountRows rows;
    private final AccountWrites writes;
    private final PartnerRows partners;
    private final JdbcReach reach;
    private final EntityManager entities;

    JpaTradingAccounts(
            AccountRows rows, AccountWrites writes, PartnerRows partners, JdbcReach reach, EntityManager entities) {
        this.rows = rows;
        this.writes = writes;
        this.partners = partners;
        this.reach = reach;
        this.entities = entities;
    }

    @Override
    public Optional<TradingAccount> find(AccountId id) {
        return rows.byIds(List.of(id.value())).stream().findFirst();
    }

    @Override
    public Map<AccountId, TradingAccount> byIds(Collection<AccountId> ids) {
        return rows.byIds(ids.stream().map(AccountId::value).toList()).stream()
                .collect(Collectors.toMap(TradingAccount::id, Function.identity()));
    }

    @Override
    public Optional<TradingAccount> between(PartnerId seller, PartnerId buyer, CurrencyCode currency) {
        return rows.between(seller, buyer, currency).stream().findFirst();
    }

    @Override
    public List<TradingAccount> ofBuyer(PartnerId buyer) {
        return rows.ofBuyer(buyer);
    }

    @Override
    public Slice<TradingAccount> ofSeller(PartnerId seller, @Nullable String cursor, int limit) {
        return rows.ofSeller(seller, cursor, limit);
    }

    @Override
    public TradingAccount open(NewAccount account) {
        var violations = new Violations();
        var terms = AccountCheck.clean(account.terms(), violations);
        var known = partners.byIds(reach.visible(), List.of(account.seller(), account.buyer())).stream()
                .collect(Collectors.toMap(Partner::id, Function.identity()));
        if (!known.containsKey(account.seller()) || !reach.ofCaller().covers(account.seller())) {
            violations.add("seller", "unknown", account.seller());
        }
        if (!known.containsKey(account.buyer())) {
            violations.add("buyer", "unknown", account.buyer());
        }
        AccountCheck.active("seller", known.get(account.seller()), violations);
        AccountCheck.active("buyer", known.get(account.buyer()), violations);
        if (account.seller().equals(account.buyer())) {
            violations.add("buyer", "same_as", "seller");
        }
        violations.failIfAny(PartnerProblem.ACCOUNT_INVALID);
        var wanted = new NewAccount(account.seller(), account.buyer(), account.currency(), terms);
        return writes.open(List.of(new Opening(wanted, record -> record.with(terms.custom(), CUSTOM))))
                .getFirst();
    }

    @Override
    public TradingAccount update(AccountId id, long version, Terms terms) {
        var now = find(id).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND, "account", id));
        if (!reach.ofCaller().covers(now.seller())) {
            throw new ProblemException(CommonProblem.FORBIDDEN, "partner.edit");
        }
        var violations = new Violations();
        var clean = AccountCheck.clean(terms, violations);
        violations.failIfAny(PartnerProblem.ACCOUNT_INVALID);
        var entity = entities.find(TradingAccountEntity.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
        if (entity.version() != version) {
            throw new ProblemException(CommonProblem.STALE, version, entity.version());
        }
        entity.take(clean);
        long stored = writes.change(entity, Written.of(id.value()).with(clean.custom(), CUSTOM));
        return new TradingAccount(
                id,
                now.seller(),
                now.buyer(),
                now.currency(),
                clean.priceGroup(),
                clean.regions(),
                clean.status(),
                now.partnersActive(),
                stored);
    }
}
