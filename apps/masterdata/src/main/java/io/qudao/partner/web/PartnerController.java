package io.qudao.partner.web;

import io.qudao.idempotency.IdempotencyKeys;
import io.qudao.idempotency.KeyedRequest;
import io.qudao.idempotency.Made;
import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.Permits;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Slice;
import io.qudao.kernel.Violations;
import io.qudao.partner.Partner;
import io.qudao.partner.PartnerId;
import io.qudao.partner.PartnerRole;
import io.qudao.partner.PartnerStatus;
import io.qudao.partner.Partners;
import io.qudao.record.HiddenFields;
import io.qudao.record.OwnFields;
import io.qudao.record.StandsFor;
import io.qudao.rest.EntityTag;
import io.qudao.rest.Paging;
import java.net.URI;
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

/** The partners visible to the caller. */
@RestController
@RequestMapping("/api/v1/partners")
class PartnerController {
    private static final String OBJECT = "partner";

    private final Partners partners;
    private final OwnFields own;
    private final IdempotencyKeys keys;
    private final HiddenFields hidden;

    PartnerController(Partners partners, OwnFields own, IdempotencyKeys keys, HiddenFields hidden) {
        this.partners = partners;
        this.own = own;
        this.keys = keys;
        this.hidden = hidden;
    }

    @GetMapping
    @Permits({"partner.read", "partner.edit"})
    Slice<PartnerBody> list(
            @StandsFor("partner.parent") @RequestParam(required = false) @Nullable UUID parent,
            @StandsFor("partner.parent") @RequestParam(required = false) @Nullable UUID below,
            @StandsFor("partner.role") @RequestParam(required = false) @Nullable String role,
            @StandsFor("partner.status") @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String text,
            Paging paging) {
        var violations = new Violations();
        var filter = new Partners.Filter(
                parent == null ? null : new PartnerId(parent),
                below == null ? null : new PartnerId(below),
                role == null ? null : violations.choice("role", role, PartnerRole.class),
                status == null ? null : violations.choice("status", status, PartnerStatus.class),
                text);
        violations.failIfAny(CommonProblem.INVALID_INPUT);
        return own.besidePage(
                OBJECT,
                partners.list(filter, paging.cursor(), paging.rows()),
                partner -> partner.id().value(),
                PartnerBody::of);
    }

    @GetMapping("/{id}")
    @Permits({"partner.read", "partner.edit"})
    ResponseEntity<PartnerBody> get(@PathVariable UUID id) {
        return tagged(found(id));
    }

    @PostMapping
    @Permits("partner.edit")
    ResponseEntity<PartnerBody> create(
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody PartnerBody.Request wanted) {
        var partner = keys.once(
                new KeyedRequest("partner", key, wanted),
                () -> partners.create(wanted.draft()),
                made -> Made.of(made.id().value()),
                before -> found(before.id()));
        return ResponseEntity.created(URI.create("/api/v1/partners/" + partner.id()))
                .eTag(new EntityTag(partner.version()).toString())
                .body(body(partner));
    }

    @PutMapping("/{id}")
    @Permits("partner.edit")
    ResponseEntity<PartnerBody> update(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody PartnerBody.Request wanted) {
        long version = EntityTag.required(ifMatch).version();
        var draft = wanted.over(found(id), hidden.kept(OBJECT)).draft();
        return tagged(partners.update(new PartnerId(id), version, draft));
    }

    private Partner found(UUID id) {
        return partners.find(new PartnerId(id))
                .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND, "partner", id));
    }

    private PartnerBody body(Partner found) {
        return own.beside(OBJECT, found, partner -> partner.id().value(), PartnerBody::of);
    }

    private ResponseEntity<PartnerBody> tagged(Partner partner) {
        return ResponseEntity.ok()
                .eTag(new EntityTag(partner.version()).toString())
                .body(body(partner));
    }
}
