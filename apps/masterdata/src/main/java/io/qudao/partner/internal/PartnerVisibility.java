package io.qudao.partner.internal;

import io.qudao.partner.PartnerId;
import io.qudao.partner.Reach;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The partners a caller can see, as a condition on {@code apps.partner p}: those in reach, and those the partner acted
 * for trades with in either direction.
 */
record PartnerVisibility(String condition, Map<String, Object> parameters) {
    private static final String KNOWN = """
            p.id in (select unnest(cast(:reach as uuid[]))
                     union all select a.buyer_id from apps.trading_account a
                               where a.tenant_id = :tenant and a.seller_id = :self
                     union all select a.seller_id from apps.trading_account a
                               where a.tenant_id = :tenant and a.buyer_id = :self)""";

    static PartnerVisibility of(Reach reach, int tenant, @Nullable UUID self) {
        return switch (reach) {
            case Reach.Everyone _ -> new PartnerVisibility("true", Map.of("tenant", tenant));
            case Reach.These these -> {
                var parameters = new HashMap<String, Object>();
                parameters.put("tenant", tenant);
                parameters.put("reach", texts(these.partners()));
                parameters.put("self", self == null ? new UUID(0, 0) : self);
                yield new PartnerVisibility(KNOWN, parameters);
            }
        };
    }

    /** Returns the array for {@code cast(:ids as uuid[])}. */
    static String[] texts(Iterable<PartnerId> ids) {
        var texts = new java.util.ArrayList<String>();
        ids.forEach(id -> texts.add(id.value().toString()));
        return texts.toArray(String[]::new);
    }
}
