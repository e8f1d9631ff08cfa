package io.qudao.partner.internal;

import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.ProblemException;
import io.qudao.partner.Address;
import io.qudao.partner.Partner;
import io.qudao.partner.PartnerDraft;
import io.qudao.partner.PartnerId;
import io.qudao.partner.PartnerRole;
import io.qudao.partner.PartnerStatus;
import io.qudao.partner.Partners;
import io.qudao.record.RecordCommands;
import io.qudao.record.RecordValues;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Partners as records; writes follow the module's own rules. */
@Component
class PartnerRecords implements RecordCommands.Creates, RecordCommands.Changes {
    private final Partners partners;

    PartnerRecords(Partners partners) {
        this.partners = partners;
    }

    @Override
    public String object() {
        return PartnerConfiguration.OBJECT;
    }

    @Override
    public UUID create(RecordValues given) {
        var draft = new PartnerDraft(
                given.text("code", ""),
                given.text("name", ""),
                given.choice("role", PartnerRole.OUTLET),
                tier(given, null),
                parent(given, null),
                given.choice("status", PartnerStatus.ACTIVE),
                address(given, Address.UNKNOWN),
                given.own());
        return RecordCommands.naming(PartnerRecords::field, () -> partners.create(draft))
                .id()
                .value();
    }

    @Override
    public void change(UUID id, long version, RecordValues given) {
        Partner now = partners.find(new PartnerId(id))
                .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND, object(), id));
        var parent = parent(given, now.parent());
        var draft = new PartnerDraft(
                given.text("code", now.code()),
                given.text("name", now.name()),
                given.choice("role", now.role()),
                tier(given, Objects.equals(parent, now.parent()) ? now.tier() : null),
                parent,
                given.choice("status", now.status()),
                address(given, now.address()),
                given.own());
        RecordCommands.naming(PartnerRecords::field, () -> partners.update(now.id(), version, draft));
    }

    /** Returns the object's field for a part of a draft. */
    private static String field(String part) {
        return part.equals("address.postalCode") ? "postal_code" : part.substring(part.lastIndexOf('.') + 1);
    }

    private static @Nullable Integer tier(RecordValues given, @Nullable Integer otherwise) {
        var tier = given.whole("tier", otherwise == null ? null : otherwise.longValue());
        return tier == null ? null : Math.clamp(tier, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    private static @Nullable PartnerId parent(RecordValues given, @Nullable PartnerId otherwise) {
        var parent = given.reference("parent", otherwise == null ? null : otherwise.value());
        return parent == null ? null : new PartnerId(parent);
    }

    private static Address address(RecordValues given, Address now) {
        return new Address(
                given.text("province", now.province()),
                given.text("city", now.city()),
                given.text("district", now.district()),
                given.text("street", now.street()),
                given.text("postal_code", now.postalCode()),
                given.text("contact", now.contact()),
                given.text("phone", now.phone()));
    }
}
