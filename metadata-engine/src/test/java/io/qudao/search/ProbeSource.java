package io.qudao.search;

import io.qudao.kernel.Ids;
import io.qudao.kernel.Keyset;
import io.qudao.kernel.Slice;
import io.qudao.outbox.Outbox;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.Tenant;
import io.qudao.tenancy.TenantScope;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Records of tests in memory, by tenant. A record with {@code hidden} in its title is visible to nobody. */
@Component
public class ProbeSource implements SearchSource {
    private static final String TOPIC = "probe.changed";
    private static final int PAGE = 2;

    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final Map<Integer, NavigableMap<String, String>> titles = new ConcurrentHashMap<>();

    ProbeSource(Outbox outbox, TransactionTemplate transaction) {
        this.outbox = outbox;
        this.transaction = transaction;
    }

    /** Adds a record without notifying any listener. */
    public UUID add(Tenant tenant, String title) {
        var id = Ids.next();
        set(tenant, id, title);
        return id;
    }

    public void set(Tenant tenant, UUID id, @Nullable String title) {
        var own = of(tenant.id().value());
        if (title == null) {
            own.remove(id.toString());
        } else {
            own.put(id.toString(), title);
        }
    }

    /** Publishes a change, as the module that owns the records does. */
    public void tell(Tenant tenant, UUID id) {
        TenantScope.run(
                Caller.platform(tenant),
                () -> transaction.executeWithoutResult(status -> outbox.append(TOPIC, id.toString(), "{}")));
    }

    @Override
    public String object() {
        return "probe";
    }

    @Override
    public Set<String> topics() {
        return Set.of(TOPIC);
    }

    @Override
    public List<SearchDocument> read(Collection<UUID> ids) {
        var own = own();
        return ids.stream()
                .filter(id -> own.containsKey(id.toString()))
                .map(id -> new SearchDocument(
                        object(), id, own.get(id.toString()), List.of(), List.of(), "{\"picture\":null}"))
                .toList();
    }

    @Override
    public Slice<UUID> ids(@Nullable String cursor) {
        var after = Keyset.after(cursor, 1).getFirst();
        var page = own().tailMap(after, false).keySet().stream()
                .limit(PAGE + 1L)
                .map(UUID::fromString)
                .toList();
        return Keyset.slice(page, PAGE, id -> List.of(id.toString()));
    }

    @Override
    public Set<UUID> visible(Collection<UUID> ids) {
        var own = own();
        return ids.stream()
                .filter(id -> own.containsKey(id.toString()))
                .filter(id -> !own.get(id.toString()).contains("hidden"))
                .collect(Collectors.toSet());
    }

    private NavigableMap<String, String> own() {
        return of(TenantScope.tenant().value());
    }

    private NavigableMap<String, String> of(int tenant) {
        return titles.computeIfAbsent(tenant, first -> new ConcurrentSkipListMap<>());
    }
}
