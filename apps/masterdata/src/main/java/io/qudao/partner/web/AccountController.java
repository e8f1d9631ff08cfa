package io.qudao.partner.web;

import io.qudao.idempotency.IdempotencyKeys;
import io.qudao.idempotency.KeyedRequest;
import io.qudao.idempotency.Made;
import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.Permits;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Slice;
import io.qudao.kernel.Value;
import io.qudao.kernel.Violations;
import io.qudao.partner.AccountId;
import io.qudao.partner.AccountStatus;
import io.qudao.partner.PartnerId;
import io.qudao.partner.PartnerProblem;
import io.qudao.partner.TradingAccount;
import io.qudao.partner.TradingAccounts;
import io.qudao.partner.TradingAccounts.NewAccount;
import io.qudao.partner.TradingAccounts.Terms;
import io.qudao.record.HiddenFields;
import io.qudao.record.HiddenFields.Kept;
import io.qudao.record.OwnFields;
import io.qudao.record.StandsFor;
import io.qudao.rest.EntityTag;
import io.qudao.rest.FieldsBody;
import io.qudao.rest.Paging;
import io.qudao.tenancy.TenantScope;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Trading accounts: the customers of a seller, or the suppliers of a buyer. */
@RestController
@RequestMapping("/api/v1/accounts")
class AccountController {
    private static final String OBJECT = "account";

    private final TradingAccounts accounts;
    private final OwnFields own;
    private final IdempotencyKeys keys;
    private final HiddenFields hidden;

    AccountController(TradingAccounts accounts, OwnFields own, IdempotencyKeys keys, HiddenFields hidden) {
        this.accounts = accounts;
        this.own = own;
        this.keys = keys;
        this.hidden = hidden;
    }

    /** Without a seller or a buyer, lists the customers of the partner acted for. */
    @GetMapping
    @Permits({"partner.read", "partner.edit"})
    Slice<AccountBody> list(
            @StandsFor("account.seller") @RequestParam(required = false) @Nullable UUID seller,
            @StandsFor("account.buyer") @RequestParam(required = false) @Nullable UUID buyer,
            Paging paging) {
        if (buyer == null) {
            var sold = new PartnerId(seller == null ? TenantScope.caller().requirePartner() : seller);
            return bodies(accounts.ofSeller(sold, paging.cursor(), paging.rows()));
        }
        var bought = accounts.ofBuyer(new PartnerId(buyer)).stream()
                .filter(account -> seller == null || account.seller().value().equals(seller));
        return bodies(new Slice<>(bought.toList(), null));
    }

    @GetMapping("/{id}")
    @Permits({"partner.read", "partner.edit"})
    ResponseEntity<AccountBody> get(@PathVariable UUID id) {
        return tagged(found(id));
    }

    @PostMapping
    @Permits("partner.edit")
    ResponseEntity<AccountBody> open(
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody Request wanted) {
        var account = keys.once(
                new KeyedRequest("account", key, wanted),
                () -> accounts.open(wanted.account()),
                made -> Made.of(made.id().value()),
                before -> found(before.id()));
        return ResponseEntity.created(URI.create("/api/v1/accounts/" + account.id()))
                .eTag(new EntityTag(account.version()).toString())
                .body(body(account));
    }

    @PutMapping("/{id}")
    @Permits("partner.edit")
    ResponseEntity<AccountBody> update(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody TermsRequest wanted) {
        long version = EntityTag.required(ifMatch).version();
        var terms = wanted.over(found(id), hidden.kept(OBJECT)).terms();
        return tagged(accounts.update(new AccountId(id), version, terms));
    }

    private TradingAccount found(UUID id) {
        return accounts.find(new AccountId(id))
                .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND, "account", id));
    }

    private Slice<AccountBody> bodies(Slice<TradingAccount> page) {
        return own.besidePage(OBJECT, page, account -> account.id().value(), AccountBody::of);
    }

    private AccountBody body(TradingAccount found) {
        return own.beside(OBJECT, found, account -> account.id().value(), AccountBody::of);
    }

    private ResponseEntity<AccountBody> tagged(TradingAccount account) {
        return ResponseEntity.ok()
                .eTag(new EntityTag(account.version()).toString())
                .body(body(account));
    }

    /** An account in JSON. */
    record AccountBody(
            UUID id,
            @StandsFor("account.seller") UUID seller,
            @StandsFor("account.buyer") UUID buyer,
            @StandsFor("account.currency") String currency,
            @StandsFor("account.price_group") @Nullable String priceGroup,
            List<String> regions,
            @StandsFor("account.status") String status,
            FieldsBody custom,
            long version) {
        static AccountBody of(TradingAccount account, Value.Fields own) {
            return new AccountBody(
                    account.id().value(),
                    account.seller().value(),
                    account.buyer().value(),
                    account.currency().value(),
                    account.priceGroup(),
                    account.regions(),
                    account.status().name(),
                    new FieldsBody(own),
                    account.version());
        }
    }

    /** Terms as sent by a client. */
    record TermsRequest(
            @Nullable String priceGroup,
            @Nullable List<String> regions,
            @Nullable String status,
            @Nullable FieldsBody custom) {
        /** Returns them with what the caller does not replace as it is now (DD099). */
        TermsRequest over(TradingAccount now, Kept kept) {
            return new TermsRequest(
                    kept.of("price_group", now.priceGroup(), priceGroup),
                    regions,
                    kept.orGiven("status", now.status().name(), status),
                    custom);
        }

        Terms terms() {
            var violations = new Violations();
            var terms = AccountController.terms(priceGroup, regions, status, custom, violations);
            violations.failIfAny(PartnerProblem.ACCOUNT_INVALID);
            return terms;
        }
    }

    /** A new account as sent by a client; the currency defaults to the tenant's. */
    record Request(
            @Nullable UUID seller,
            @Nullable UUID buyer,
            @Nullable String currency,
            @Nullable String priceGroup,
            @Nullable List<String> regions,
            @Nullable String status,
            @Nullable FieldsBody custom) {
        NewAccount account() {
            var violations = new Violations();
            var nobody = new UUID(0, 0);
            var account = new NewAccount(
                    new PartnerId(violations.required("seller", seller, nobody)),
                    new PartnerId(violations.required("buyer", buyer, nobody)),
                    violations.currency(
                            "currency", currency, TenantScope.caller().tenant().currency()),
                    terms(priceGroup, regions, status, custom, violations));
            violations.failIfAny(PartnerProblem.ACCOUNT_INVALID);
            return account;
        }
    }

    private static Terms terms(
            @Nullable String priceGroup,
            @Nullable List<String> regions,
            @Nullable String status,
            @Nullable FieldsBody custom,
            Violations violations) {
        return new Terms(
                priceGroup,
                regions == null ? List.of() : violations.each("regions", regions, (path, region) -> region),
                status == null ? AccountStatus.ACTIVE : violations.choice("status", status, AccountStatus.class),
                custom == null ? Value.Fields.EMPTY : custom.values());
    }
}
