package io.qudao.pricing.web;

import io.qudao.catalog.SkuId;
import io.qudao.idempotency.IdempotencyKeys;
import io.qudao.idempotency.KeyedRequest;
import io.qudao.idempotency.Made;
import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.Permits;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Slice;
import io.qudao.kernel.Violations;
import io.qudao.partner.PartnerId;
import io.qudao.pricing.PriceEntryId;
import io.qudao.pricing.PriceList;
import io.qudao.pricing.PriceListId;
import io.qudao.pricing.PriceLists;
import io.qudao.pricing.PriceLists.EntryDraft;
import io.qudao.pricing.PricingProblem;
import io.qudao.record.HiddenFields;
import io.qudao.record.OwnFields;
import io.qudao.record.StandsFor;
import io.qudao.rest.EntityTag;
import io.qudao.rest.Paging;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Price lists of the sellers in the caller's reach, and their entries. */
@RestController
@RequestMapping("/api/v1/price-lists")
class PriceListController {
    private static final String OBJECT = "price_list";

    private final PriceLists lists;
    private final OwnFields own;
    private final IdempotencyKeys keys;
    private final HiddenFields hidden;

    PriceListController(PriceLists lists, OwnFields own, IdempotencyKeys keys, HiddenFields hidden) {
        this.lists = lists;
        this.own = own;
        this.keys = keys;
        this.hidden = hidden;
    }

    @GetMapping
    @Permits({"price.read", "price.edit"})
    Slice<PriceListBody> list(
            @StandsFor("price_list.seller") @RequestParam(required = false) @Nullable UUID seller, Paging paging) {
        var page = lists.list(seller == null ? null : new PartnerId(seller), paging.cursor(), paging.rows());
        return own.besidePage(OBJECT, page, list -> list.id().value(), PriceListBody::of);
    }

    @GetMapping("/{id}")
    @Permits({"price.read", "price.edit"})
    ResponseEntity<PriceListBody> get(@PathVariable UUID id) {
        return tagged(found(id));
    }

    @PostMapping
    @Permits("price.edit")
    ResponseEntity<PriceListBody> create(
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody PriceListBody.Request wanted) {
        var list = keys.once(
                new KeyedRequest("price list", key, wanted),
                () -> lists.create(wanted.owner(), wanted.draft()),
                PriceListController::made,
                before -> found(before.id()));
        return ResponseEntity.created(URI.create("/api/v1/price-lists/" + list.id()))
                .eTag(new EntityTag(list.version()).toString())
                .body(body(list));
    }

    @PutMapping("/{id}")
    @Permits("price.edit")
    ResponseEntity<PriceListBody> update(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody PriceListBody.Request wanted) {
        long version = EntityTag.required(ifMatch).version();
        var draft = wanted.over(found(id), hidden.kept("price_list")).draft();
        return tagged(lists.update(new PriceListId(id), version, draft));
    }

    @GetMapping("/{id}/entries")
    @Permits({"price.read", "price.edit"})
    Slice<EntryBody> entries(@PathVariable UUID id, @RequestParam(required = false) @Nullable UUID sku, Paging paging) {
        return lists.entries(new PriceListId(id), sku == null ? null : new SkuId(sku), paging.cursor(), paging.rows())
                .map(EntryBody::of);
    }

    /** Adds and changes entries, all or none. */
    @PostMapping("/{id}/entries")
    @Permits("price.edit")
    ResponseEntity<PriceListBody> put(
            @PathVariable UUID id,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody Entries wanted) {
        return tagged(keys.once(
                new KeyedRequest("entries of " + id, key, wanted),
                () -> lists.put(new PriceListId(id), wanted.drafts()),
                PriceListController::made,
                before -> found(before.id())));
    }

    @DeleteMapping("/{id}/entries/{entry}")
    @Permits("price.edit")
    ResponseEntity<Void> remove(@PathVariable UUID id, @PathVariable UUID entry) {
        lists.remove(new PriceListId(id), List.of(new PriceEntryId(entry)));
        return ResponseEntity.noContent().build();
    }

    private PriceList found(UUID id) {
        return lists.find(new PriceListId(id))
                .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND, "price_list", id));
    }

    private static Made made(PriceList list) {
        return Made.of(list.id().value());
    }

    private PriceListBody body(PriceList found) {
        return own.beside(OBJECT, found, list -> list.id().value(), PriceListBody::of);
    }

    private ResponseEntity<PriceListBody> tagged(PriceList list) {
        return ResponseEntity.ok()
                .eTag(new EntityTag(list.version()).toString())
                .body(body(list));
    }

    /** Entries to add or change. */
    record Entries(@Nullable List<EntryBody.Request> entries) {
        List<EntryDraft> drafts() {
            var violations = new Violations();
            var given = violations.required("entries", entries, List.<EntryBody.Request>of());
            var drafts = violations.each("entries", given, (path, entry) -> entry.draft(path + ".", violations));
            violations.failIfAny(PricingProblem.ENTRIES_INVALID);
            return drafts;
        }
    }
}
