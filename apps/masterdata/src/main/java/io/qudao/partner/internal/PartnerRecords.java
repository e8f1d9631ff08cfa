package io.qudao.partner.internal;

import io.qudao.partner.Address;
import io.qudao.partner.PartnerDraft;
import io.qudao.partner.PartnerId;
import io.qudao.partner.PartnerRole;
import io.qudao.partner.PartnerStatus;
import io.qudao.partner.Partners;
import io.qudao.record.RecordCommands;
import io.qudao.record.RecordValues;
import io.qudao.record.Row;
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
        var draft = draft(given, given);
        return RecordCommands.naming(PartnerRecords::field, () -> partners.create(draft))
                .id()
                .value();
    }

    @Override
    public void change(Row now, RecordValues given) {
        var whole = given.over(now);
        boolean moves = given.has("parent") && !now.value("parent").equals(whole.value("parent"));
        var draft = draft(whole, moves ? given : whole);
        RecordCommands.naming(
                PartnerRecords::field, () -> partners.update(new PartnerId(now.id()), now.version(), draft));
    }

    /** @param place where the tier is named, if it is not to follow from the parent */
    private static PartnerDraft draft(RecordValues values, RecordValues place) {
        return new PartnerDraft(
                values.text("code", ""),
                values.text("name", ""),
                values.choice("role", PartnerRole.OUTLET),
                tier(place),
                parent(values),
                values.choice("status", PartnerStatus.ACTIVE),
                address(values),
                values.own());
    }

    /** Returns the object's field for a part of a draft. */
    private static String field(String part) {
        return part.equals("address.postalCode") ? "postal_code" : part.substring(part.lastIndexOf('.') + 1);
    }

    private static @Nullable Integer tier(RecordValues values) {
        var tier = values.whole("tier", null);
        return tier == null ? null : Math.clamp(tier, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    private static @Nullable PartnerId parent(RecordValues values) {
        var parent = values.reference("parent", null);
        return parent == null ? null : new PartnerId(parent);
    }

    private static Address address(RecordValues values) {
        return new Address(
                values.text("province", ""),
                values.text("city", ""),
                values.text("district", ""),
                values.text("street", ""),
                values.text("postal_code", ""),
                values.text("contact", ""),
                values.text("phone", ""));
    }
}
