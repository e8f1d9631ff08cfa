package io.qudao.catalog.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.qudao.catalog.Sku;
import io.qudao.catalog.SkuId;
import io.qudao.sql.Committed;
import io.qudao.tenancy.TenantScope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Ids of SKUs by code. A SKU never changes its code and is never deleted, so each id is read only once. */
@Component
final class SkuCodes {
    private static final int MOST = 200_000;

    private final SkuRows skus;
    private final Cache<Code, SkuId> known =
            Caffeine.newBuilder().maximumSize(MOST).build();

    SkuCodes(SkuRows skus) {
        this.skus = skus;
    }

    Map<String, SkuId> ids(Collection<String> codes) {
        int tenant = TenantScope.tenant().value();
        var ids = new HashMap<String, SkuId>();
        var unknown = new ArrayList<String>();
        for (String code : codes) {
            var id = known.getIfPresent(new Code(tenant, code));
            if (id == null) {
                unknown.add(code);
            } else {
                ids.put(code, id);
            }
        }
        var read = read(unknown);
        read.forEach(sku -> ids.put(sku.code(), sku.id()));
        if (!read.isEmpty()) {
            Committed.then(() -> read.forEach(sku -> known.put(new Code(tenant, sku.code()), sku.id())));
        }
        return ids;
    }

    private List<Sku> read(List<String> codes) {
        return codes.isEmpty() ? List.of() : skus.byCodes(codes.toArray(String[]::new));
    }

    private record Code(int tenant, String code) {}
}
