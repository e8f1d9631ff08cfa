package io.qudao.partner.web;

import io.qudao.kernel.Value;
import io.qudao.kernel.Violations;
import io.qudao.partner.Address;
import io.qudao.partner.Partner;
import io.qudao.partner.PartnerDraft;
import io.qudao.partner.PartnerId;
import io.qudao.partner.PartnerProblem;
import io.qudao.partner.PartnerRole;
import io.qudao.partner.PartnerStatus;
import io.qudao.record.HiddenFields.Kept;
import io.qudao.record.StandsFor;
import io.qudao.rest.FieldsBody;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A partner in JSON; role and status have the same names as in records. */
record PartnerBody(
        UUID id,
        @StandsFor("partner.code") String code,
        @StandsFor("partner.name") String name,
        @StandsFor("partner.role") String role,
        @StandsFor("partner.tier") int tier,
        @StandsFor("partner.parent") @Nullable UUID parent,
        @StandsFor("partner.status") String status,
        Address address,
        FieldsBody custom,
        long version) {
    static PartnerBody of(Partner partner, Value.Fields own) {
        var parent = partner.parent();
        return new PartnerBody(
                partner.id().value(),
                partner.code(),
                partner.name(),
                partner.role().name(),
                partner.tier(),
                parent == null ? null : parent.value(),
                partner.status().name(),
                partner.address(),
                new FieldsBody(own),
                partner.version());
    }

    /** A partner as sent by a client; any attribute may be missing. */
    record Request(
            @Nullable String code,
            @Nullable String name,
            @Nullable String role,
            @Nullable Integer tier,
            @Nullable UUID parent,
            @Nullable String status,
            @Nullable Place address,
            @Nullable FieldsBody custom) {
        /** Returns it with what the caller does not replace as it is now; without a parent, nothing moves (DD099). */
        Request over(Partner now, Kept kept) {
            var above = now.parent();
            var home = above == null ? null : above.value();
            var wantedHome = kept.orGiven("parent", home, parent);
            boolean stays = Objects.equals(home, wantedHome);
            return new Request(
                    kept.of("code", now.code(), code),
                    kept.of("name", now.name(), name),
                    kept.of("role", now.role().name(), role),
                    stays ? kept.orGiven("tier", now.tier(), tier) : kept.of("tier", null, tier),
                    wantedHome,
                    kept.orGiven("status", now.status().name(), status),
                    (address == null ? Place.NOWHERE : address).over(now.address(), kept),
                    custom);
        }

        PartnerDraft draft() {
            var violations = new Violations();
            var draft = new PartnerDraft(
                    text(code),
                    text(name),
                    violations.choice("role", role, PartnerRole.class),
                    tier,
                    parent == null ? null : new PartnerId(parent),
                    status == null ? PartnerStatus.ACTIVE : violations.choice("status", status, PartnerStatus.class),
                    address == null ? Address.UNKNOWN : address.address(),
                    custom == null ? Value.Fields.EMPTY : custom.values());
            violations.text("code", code, Integer.MAX_VALUE);
            violations.text("name", name, Integer.MAX_VALUE);
            violations.failIfAny(PartnerProblem.PARTNER_INVALID);
            return draft;
        }
    }

    /** An address; any part may be missing. */
    record Place(
            @Nullable String province,
            @Nullable String city,
            @Nullable String district,
            @Nullable String street,
            @Nullable String postalCode,
            @Nullable String contact,
            @Nullable String phone) {
        private static final Place NOWHERE = new Place(null, null, null, null, null, null, null);

        Place over(Address now, Kept kept) {
            return new Place(
                    kept.of("province", now.province(), province),
                    kept.of("city", now.city(), city),
                    kept.of("district", now.district(), district),
                    kept.of("street", now.street(), street),
                    kept.of("postal_code", now.postalCode(), postalCode),
                    kept.of("contact", now.contact(), contact),
                    kept.of("phone", now.phone(), phone));
        }

        Address address() {
            return new Address(
                    text(province),
                    text(city),
                    text(district),
                    text(street),
                    text(postalCode),
                    text(contact),
                    text(phone));
        }
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
