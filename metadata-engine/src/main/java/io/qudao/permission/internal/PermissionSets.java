package io.qudao.permission.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.qudao.metadata.Metadata;
import io.qudao.metadata.PermissionSet;
import io.qudao.metadata.ReleaseView;
import io.qudao.tenancy.TenantScope;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** The permission sets in the release of the caller's tenant. */
@Component
final class PermissionSets {
    static final String BRAND_ADMIN = "brand_admin";
    static final String API_FULL = "api_full";

    private final Metadata metadata;
    private final Cache<Key, Set<String>> cache =
            Caffeine.newBuilder().maximumSize(10_000).build();

    PermissionSets(Metadata metadata) {
        this.metadata = metadata;
    }

    /** Returns all permissions of these sets; a name the release does not have grants nothing. */
    Set<String> granted(Set<String> names) {
        var release = metadata.current();
        var key = new Key(TenantScope.tenant().value(), release.number(), names);
        var known = cache.getIfPresent(key);
        if (known != null) {
            return known;
        }
        var union = union(names, knowing(names, release));
        cache.put(key, union);
        return union;
    }

    /** Returns the existing sets with these names. */
    List<PermissionSet> of(Set<String> names) {
        return metadata.current().permissionSets().stream()
                .filter(set -> names.contains(set.name()))
                .toList();
    }

    boolean exists(String name) {
        return isIn(metadata.current(), name);
    }

    /**
     * Returns a newer release if this one lacks a set, because members may have a set that this node has not heard of
     * yet.
     */
    private ReleaseView knowing(Set<String> names, ReleaseView release) {
        return names.stream().allMatch(name -> isIn(release, name))
                ? release
                : metadata.newer().orElse(release);
    }

    private static boolean isIn(ReleaseView release, String name) {
        return release.permissionSets().stream().anyMatch(set -> set.name().equals(name));
    }

    private static Set<String> union(Set<String> names, ReleaseView release) {
        var union = new TreeSet<String>();
        release.permissionSets().stream()
                .filter(set -> names.contains(set.name()))
                .forEach(set -> union.addAll(set.granted()));
        return Set.copyOf(union);
    }

    private record Key(int tenant, int release, Set<String> names) {}
}
