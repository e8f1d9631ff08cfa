package io.qudao.testing;

import io.qudao.kernel.TenantId;
import io.qudao.metadata.ObjectType;
import io.qudao.metadata.ReleaseView;
import io.qudao.record.RecordListener;
import io.qudao.record.RecordsChanged;
import io.qudao.tenancy.Tenant;
import io.qudao.tenancy.TenantScope;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;

/** Listens to every object that has a field {@value #FIELD}: a test that wants to hear of an object gives it that. */
@Component
public final class RecordedChanges implements RecordListener {
    public static final String FIELD = "heard";

    private final Map<TenantId, List<RecordsChanged>> changes = new ConcurrentHashMap<>();

    @Override
    public Wish wish(ReleaseView release, ObjectType type) {
        return type.field(FIELD).isPresent() ? Wish.VALUES : Wish.NOTHING;
    }

    @Override
    public void changed(RecordsChanged change) {
        of(TenantScope.tenant()).add(change);
    }

    /** Returns all events so far, including those of transactions that were rolled back. */
    public List<RecordsChanged> of(Tenant tenant) {
        return List.copyOf(of(tenant.id()));
    }

    /** Returns the events since the last call. */
    public List<RecordsChanged> take(Tenant tenant) {
        var told = of(tenant);
        of(tenant.id()).removeAll(told);
        return told;
    }

    private List<RecordsChanged> of(TenantId tenant) {
        return changes.computeIfAbsent(tenant, unknown -> new CopyOnWriteArrayList<>());
    }
}
