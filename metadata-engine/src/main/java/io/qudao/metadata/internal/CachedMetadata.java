package io.qudao.metadata.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.qudao.kernel.TenantId;
import io.qudao.metadata.Metadata;
import io.qudao.metadata.ReleaseView;
import io.qudao.tenancy.TenantScope;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Compiled releases in memory; those of the tenants that have been inactive longest are dropped first. */
@Service
final class CachedMetadata implements Metadata {
    private static final ScopedValue<Bound> BOUND = ScopedValue.newInstance();
    private static final Duration IDLE = Duration.ofMinutes(30);

    private final Revisions revisions;
    private final JdbcReleaseStore releases;
    private final ReleaseCompiler compiler;
    private final TransactionTemplate transaction;
    private final CompiledRelease standard;
    private final Cache<Key, CompiledRelease> compiled;

    CachedMetadata(
            Revisions revisions,
            JdbcReleaseStore releases,
            ReleaseCompiler compiler,
            TransactionTemplate transaction,
            MetadataProperties properties) {
        this.revisions = revisions;
        this.releases = releases;
        this.compiler = compiler;
        this.transaction = transaction;
        this.standard = compiler.standard();
        this.compiled = Caffeine.newBuilder()
                .maximumWeight(properties.mostCached())
                .weigher((Key key, CompiledRelease release) -> release.weight())
                .expireAfterAccess(IDLE)
                .build();
    }

    @Override
    public ReleaseView current() {
        var tenant = TenantScope.tenant();
        if (BOUND.isBound() && BOUND.get().tenant().equals(tenant)) {
            return BOUND.get().release();
        }
        return at(revisions.newest());
    }

    @Override
    public Optional<ReleaseView> newer() {
        var known = current();
        var newest = at(revisions.look());
        return newest.number() > known.number() ? Optional.of(newest) : Optional.empty();
    }

    @Override
    public <T, X extends Throwable> T within(ReleaseView release, ScopedValue.CallableOp<? extends T, X> work)
            throws X {
        var tenant = TenantScope.tenant();
        if (release instanceof CompiledRelease known
                && known.tenant() != CompiledRelease.EVERYBODY
                && known.tenant() != tenant.value()) {
            throw new IllegalArgumentException("A release of tenant " + known.tenant() + " in the scope of " + tenant);
        }
        return ScopedValue.where(BOUND, new Bound(tenant, release)).call(work);
    }

    private CompiledRelease at(long revision) {
        return revision == 0 ? standard : release(new Key(TenantScope.tenant(), revision));
    }

    private CompiledRelease release(Key key) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            // As in Revisions: a thread that holds a connection must not wait for another thread.
            var known = compiled.getIfPresent(key);
            return known != null ? known : keep(key, load());
        }
        return compiled.get(key, unknown -> load());
    }

    private CompiledRelease keep(Key key, CompiledRelease release) {
        compiled.put(key, release);
        return release;
    }

    private CompiledRelease load() {
        var live = Objects.requireNonNull(transaction.execute(status -> releases.live()));
        return compiler.compile(TenantScope.tenant().value(), live);
    }

    private record Key(TenantId tenant, long revision) {}

    private record Bound(TenantId tenant, ReleaseView release) {}
}
