package io.qudao.permission.internal;

import io.qudao.kernel.Violation;
import io.qudao.metadata.PermissionSet;
import io.qudao.metadata.PermissionSet.ObjectRights;
import io.qudao.permission.HomePartner;
import io.qudao.record.RecordRights;
import io.qudao.record.RecordRights.Verb;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.TenantScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Nobody can grant what they do not hold: neither a permission, nor more rows or fields of an object than they can
 * reach.
 */
@Component
final class GrantRights implements PermissionSet.Limits {
    private static final String ALL = "*";

    private final RecordRights rights;
    private final MemberRows rows;
    private final ObjectProvider<HomePartner> home;

    GrantRights(RecordRights rights, MemberRows rows, ObjectProvider<HomePartner> home) {
        this.home = home;
        this.rights = rights;
        this.rows = rows;
    }

    @Override
    public List<Violation> check(PermissionSet.Grants grants) {
        var violations = new ArrayList<Violation>();
        var before = byName(grants.before());
        for (PermissionSet after : grants.after()) {
            unknown(before.get(after.name()), after)
                    .forEach(partner -> violations.add(violation(after, "metadata.unknown_partner", partner)));
            beyond(before.get(after.name()), after, grants.objects())
                    .forEach(permission -> violations.add(violation(after, "metadata.more_than_own", permission)));
        }
        lost(before, byName(grants.after())).forEach(set -> violations.add(violation(set, "metadata.nobody_left")));
        return violations;
    }

    /** Returns partners that rights are newly limited to and that do not exist. */
    private Set<UUID> unknown(@Nullable PermissionSet before, PermissionSet after) {
        var named = partners(after);
        named.removeAll(before == null ? Set.of() : partners(before));
        var known = home.getIfAvailable();
        if (known != null && !named.isEmpty()) {
            named.removeAll(known.existing(named));
        }
        return named;
    }

    private static Set<UUID> partners(PermissionSet set) {
        return set.objects().values().stream()
                .flatMap(granted -> granted.partners().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns the first permission the set would grant beyond what the caller holds. */
    Optional<String> beyond(PermissionSet set) {
        return beyond(null, set, set.objects().keySet()).stream().findFirst();
    }

    /**
     * @param objects objects on which rights are already held; rights on any other object are granted together with the
     *     object itself
     */
    private Set<String> beyond(@Nullable PermissionSet before, PermissionSet after, Set<String> objects) {
        var caller = TenantScope.caller();
        var beyond = new TreeSet<String>();
        if (caller.may(ALL)) {
            return beyond;
        }
        after.permissions().stream()
                .filter(name -> before == null || !before.permissions().contains(name))
                .filter(name -> !mayGive(caller, name, objects))
                .forEach(beyond::add);
        after.objects().forEach((object, wanted) -> {
            var had = before == null ? null : before.objects().get(object);
            if (objects.contains(object) && !wanted.equals(had)) {
                addBeyond(caller, object, new Widened(had, wanted), beyond);
            }
        });
        return beyond;
    }

    private static boolean mayGive(Caller caller, String name, Set<String> objects) {
        String[] parts = name.split("\\.", -1);
        boolean ofNewObject = parts.length == 3 && parts[0].equals("record") && !objects.contains(parts[1]);
        return !name.equals(ALL) && (ofNewObject || caller.may(name));
    }

    private void addBeyond(Caller caller, String object, Widened change, Set<String> beyond) {
        for (Verb verb : Verb.values()) {
            var had = change.had();
            boolean notWider = had != null && had.grants(verb.name()) && isWithin(change.wanted(), had);
            if (change.wanted().grants(verb.name()) && !notWider) {
                var own = rights.of(caller, object, verb);
                if (!own.grants(verb.name()) || !isWithin(change.wanted(), own)) {
                    beyond.add("record." + object + "." + verb.name().toLowerCase(Locale.ROOT));
                }
            }
        }
        boolean assigned = change.had() != null && change.had().assign();
        if (change.wanted().assign()
                && !assigned
                && !rights.of(caller, object, Verb.UPDATE).assign()) {
            beyond.add("record." + object + ".assign");
        }
    }

    private static boolean isWithin(ObjectRights wanted, ObjectRights own) {
        return wanted.rows().compareTo(own.rows()) <= 0
                && isWithin(wanted.partners(), own.partners())
                && wanted.hidden().containsAll(own.hidden())
                && (wanted.readOnly().containsAll(own.readOnly()) || !(wanted.create() || wanted.update()));
    }

    /** An empty set stands for all partners. */
    private static boolean isWithin(Set<UUID> wanted, Set<UUID> own) {
        return own.isEmpty() || (!wanted.isEmpty() && own.containsAll(wanted));
    }

    /**
     * Returns sets that granted everything and no longer do, if otherwise nobody would be left who may do everything.
     */
    private List<PermissionSet> lost(Map<String, PermissionSet> before, Map<String, PermissionSet> after) {
        var losing = before.values().stream()
                .filter(set -> set.permissions().contains(ALL))
                .filter(set -> !after.containsKey(set.name())
                        || !after.get(set.name()).permissions().contains(ALL))
                .toList();
        if (losing.isEmpty()) {
            return losing;
        }
        var giving = after.values().stream()
                .filter(set -> set.permissions().contains(ALL))
                .map(PermissionSet::name)
                .collect(Collectors.toSet());
        return rows.hasActivePerson(giving) ? List.of() : losing;
    }

    private static Map<String, PermissionSet> byName(List<PermissionSet> sets) {
        return sets.stream().collect(Collectors.toMap(PermissionSet::name, Function.identity()));
    }

    private static Violation violation(PermissionSet set, String code, Object... arguments) {
        return Violation.of("permission_set/" + set.name(), code, arguments);
    }

    private record Widened(@Nullable ObjectRights had, ObjectRights wanted) {}
}
