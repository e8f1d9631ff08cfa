package io.qudao.metadata.internal.document;

import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.ComponentKind;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The components of a release by what they are, which stays the same when they or their objects are renamed: objects and
 * fields by what records are keyed by, other parts by their object and their own name.
 */
public final class Identities {
    /** No name contains it. */
    private static final String ASSIGNED = "#";

    private final Map<ComponentKey, String> assigned;
    private final Map<String, ComponentKey> keys = new HashMap<>();

    /** @param assigned identities of those that have one, as in {@link MergedComponent#identity()} */
    public Identities(Collection<ComponentKey> all, Map<ComponentKey, String> assigned) {
        this.assigned = Map.copyOf(assigned);
        all.forEach(key -> keys.put(of(key), key));
    }

    public static Identities of(Collection<OwnComponent> own) {
        return new Identities(own.stream().map(OwnComponent::key).toList(), assigned(own));
    }

    /** Returns the components that have the identity of another one. */
    public static List<ComponentKey> repeated(Collection<OwnComponent> own) {
        var identities = of(own);
        Set<String> seen = new HashSet<>();
        return identities.assigned.keySet().stream()
                .sorted()
                .filter(key -> !seen.add(identities.of(key)))
                .toList();
    }

    public String of(ComponentKey key) {
        String object = key.object();
        if (key.kind() == ComponentKind.OBJECT || object.isEmpty()) {
            return key.kind().code() + "/" + itself(key, key.name());
        }
        var parent = new ComponentKey(ComponentKind.OBJECT, object);
        return key.kind().code() + "/" + itself(parent, object) + "/" + itself(key, key.local());
    }

    /** Returns the key by which the release has a component; null if it has not. */
    public @Nullable ComponentKey find(String identity) {
        return keys.get(identity);
    }

    /** Returns the objects and fields that a release has under other names, each with its key there. */
    public Map<ComponentKey, ComponentKey> renamedIn(Identities now) {
        var renamed = new HashMap<ComponentKey, ComponentKey>();
        for (ComponentKey before : assigned.keySet()) {
            var after = now.find(of(before));
            if (after != null && !after.local().equals(before.local()) && !now.keys.containsKey(now.of(before))) {
                renamed.put(before, after);
            }
        }
        return renamed;
    }

    private String itself(ComponentKey key, String name) {
        var identity = assigned.get(key);
        return identity == null ? name : ASSIGNED + identity;
    }

    private static Map<ComponentKey, String> assigned(Collection<OwnComponent> own) {
        var assigned = new HashMap<ComponentKey, String>();
        for (OwnComponent owned : own) {
            var identity = owned.identity();
            if (identity != null) {
                assigned.put(owned.key(), identity);
            }
        }
        return assigned;
    }
}
