package io.qudao.partner.internal;

import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Problems;
import io.qudao.kernel.Value;
import io.qudao.partner.Address;
import io.qudao.partner.Partner;
import io.qudao.partner.PartnerDraft;
import io.qudao.partner.PartnerId;
import io.qudao.partner.PartnerRole;
import io.qudao.partner.PartnerStatus;
import io.qudao.partner.Partners;
import io.qudao.record.RecordProblem;
import io.qudao.record.RecordWriter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Partners as records: what is written to them goes through the module's own rules. */
@Component
class PartnerRecords implements RecordWriter {
    private final Partners partners;

    PartnerRecords(Partners partners) {
        this.partners = partners;
    }

    @Override
    public String object() {
        return PartnerConfiguration.OBJECT;
    }

    @Override
    public UUID create(Value.Fields values) {
        var said = new Said(values);
        var draft = new PartnerDraft(
                said.text("code", ""),
                said.text("name", ""),
                said.choice("role", PartnerRole.OUTLET),
                said.tier(null),
                said.parent(null),
                said.choice("status", PartnerStatus.ACTIVE),
                said.address(Address.UNKNOWN));
        return partners.create(draft).id().value();
    }

    @Override
    public void patch(UUID id, long version, Value.Fields changes) {
        Partner now = partners.find(new PartnerId(id))
                .orElseThrow(() -> new ProblemException(Problems.NOT_FOUND, object(), id));
        var said = new Said(changes);
        var draft = new PartnerDraft(
                said.text("code", now.code()),
                said.text("name", now.name()),
                said.choice("role", now.role()),
                said.tier(now.tier()),
                said.parent(now.parent()),
                said.choice("status", now.status()),
                said.address(now.address()));
        partners.update(now.id(), version, draft);
    }

    @Override
    public void delete(UUID id, long version) {
        throw new ProblemException(RecordProblem.KEPT_BY_MODULE, object());
    }

    /** Values given; what is absent is as before, what is null is empty. */
    private record Said(Value.Fields values) {
        String text(String field, String otherwise) {
            return switch (values.values().get(field)) {
                case Value.Text text -> text.value();
                case Value.Null _ -> "";
                case null, default -> otherwise;
            };
        }

        /** Must be something: emptied is as before, too. */
        <E extends Enum<E>> E choice(String field, E otherwise) {
            return values.values().get(field) instanceof Value.Text(var name)
                    ? Enum.valueOf(otherwise.getDeclaringClass(), name)
                    : otherwise;
        }

        /** A number beyond an int is as much out of range as the nearest one that is none. */
        @Nullable
        Integer tier(@Nullable Integer otherwise) {
            return switch (values.values().get("tier")) {
                case Value.Int number -> Math.clamp(number.value(), Integer.MIN_VALUE, Integer.MAX_VALUE);
                case Value.Null _ -> null;
                case null, default -> otherwise;
            };
        }

        @Nullable
        PartnerId parent(@Nullable PartnerId otherwise) {
            return switch (values.values().get("parent")) {
                case Value.Ref reference -> new PartnerId(reference.value());
                case Value.Null _ -> null;
                case null, default -> otherwise;
            };
        }

        Address address(Address now) {
            return new Address(
                    text("province", now.province()),
                    text("city", now.city()),
                    text("district", now.district()),
                    text("street", now.street()),
                    text("postal_code", now.postalCode()),
                    text("contact", now.contact()),
                    text("phone", now.phone()));
        }
    }
}
