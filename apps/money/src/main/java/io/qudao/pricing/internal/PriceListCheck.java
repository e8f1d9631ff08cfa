package io.qudao.pricing.internal;

import io.qudao.catalog.Sku;
import io.qudao.catalog.SkuId;
import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.TextForm;
import io.qudao.kernel.Violations;
import io.qudao.partner.Partner;
import io.qudao.partner.PartnerId;
import io.qudao.pricing.PriceLists.Draft;
import io.qudao.pricing.PriceLists.EntryDraft;
import io.qudao.pricing.PriceScope;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Checks a drafted price list or its entries. */
final class PriceListCheck {
    static final int CODE_LENGTH = 64;
    static final int NAME_LENGTH = 200;
    static final int LAST_PRIORITY = 1_000_000;

    private PriceListCheck() {}

    /** Returns the normalised draft. */
    static Draft clean(Draft draft, Function<PartnerId, Optional<Partner>> partners, Violations violations) {
        String code = violations.codeName("code", draft.code(), CODE_LENGTH);
        if (draft.priority() < 0 || draft.priority() > LAST_PRIORITY) {
            violations.add("priority", "out_of_range", 0, LAST_PRIORITY);
        }
        return new Draft(
                code,
                violations.text("name", draft.name(), NAME_LENGTH),
                draft.scope(),
                scopeKey(draft, partners, violations),
                draft.priority(),
                draft.currency(),
                draft.active(),
                draft.custom());
    }

    private static @Nullable String scopeKey(
            Draft draft, Function<PartnerId, Optional<Partner>> partners, Violations violations) {
        String key = violations.optionalCode("scopeKey", draft.scopeKey(), CODE_LENGTH);
        if (draft.scope() == PriceScope.BASE) {
            if (!key.isEmpty()) {
                violations.add("scopeKey", "not_allowed", PriceScope.BASE);
            }
            return null;
        }
        if (key.isEmpty()) {
            violations.add("scopeKey", "required");
        } else if (draft.scope() == PriceScope.CONTRACT
                && id(key).flatMap(partners).isEmpty()) {
            violations.add("scopeKey", "unknown", key);
        }
        return canonical(draft.scope(), key);
    }

    /** Returns a key in the spelling in which it is stored and looked up. */
    static String canonical(PriceScope scope, String key) {
        return scope == PriceScope.CONTRACT ? id(key).map(PartnerId::toString).orElse(key) : TextForm.ofCode(key);
    }

    private static Optional<PartnerId> id(String text) {
        try {
            return Optional.of(new PartnerId(UUID.fromString(text)));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    /** Adds all violations of the entries of one list, each at {@code entries[n]}. */
    static void check(List<EntryDraft> entries, CurrencyCode currency, Map<SkuId, Sku> skus, Violations violations) {
        var keys = new HashSet<Key>();
        for (int at = 0; at < entries.size(); at++) {
            var entry = entries.get(at);
            String path = "entries[" + at + "]";
            check(path + ".", entry, currency, skus.get(entry.sku()), violations);
            if (!keys.add(new Key(entry.sku(), entry.unit(), entry.minimum(), entry.from()))) {
                violations.add(path, "duplicate");
            }
        }
    }

    private record Key(SkuId sku, String unit, long minimum, Instant from) {}

    /** Adds the violations of one entry, with its fields below a path. */
    static void check(String path, EntryDraft entry, CurrencyCode currency, @Nullable Sku sku, Violations violations) {
        EntryPolicy.refusals(new EntryPolicy.Facts(path, entry, currency, sku))
                .forEach(wrong -> violations.add(
                        wrong.field(), wrong.code(), wrong.arguments().toArray()));
    }
}
