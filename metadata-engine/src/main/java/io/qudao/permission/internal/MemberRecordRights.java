package io.qudao.permission.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.qudao.kernel.TenantId;
import io.qudao.metadata.Metadata;
import io.qudao.metadata.PermissionSet;
import io.qudao.metadata.PermissionSet.ObjectRights;
import io.qudao.metadata.PermissionSet.Rows;
import io.qudao.metadata.ReleaseView;
import io.qudao.permission.Member;
import io.qudao.record.RecordRights;
import io.qudao.tenancy.Caller;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The rights on records from a member's permission sets. Sets add up verb by verb: a member who may read all records
 * and change their own cannot change others' records. A field is hidden if all the sets that grant the verb hide it.
 */
@Component
final class MemberRecordRights implements RecordRights {
    private static final ObjectRights ALL =
            new ObjectRights(true, true, true, true, true, Set.of(), Set.of(), Rows.ALL, Set.of());
    private static final ObjectRights NOTHING =
            new ObjectRights(false, false, false, false, Set.of(), Set.of(), Rows.OWN);

    private final Metadata metadata;
    private final KnownMembers members;
    private final Cache<RightsKey, Granting> rights =
            Caffeine.newBuilder().maximumSize(50_000).build();

    MemberRecordRights(Metadata metadata, KnownMembers members) {
        this.metadata = metadata;
        this.members = members;
    }

    @Override
    public ObjectRights of(Caller caller, String object, Verb verb) {
        if (caller.may("*")) {
            return ALL;
        }
        var release = metadata.current();
        var tenant = caller.tenant().id();
        var names = members.find(caller.tenant(), caller.member())
                .filter(Member::active)
                .map(Member::permissionSets)
                .orElse(Set.of());
        return rights.get(
                        new RightsKey(tenant, release.number(), names, object, verb),
                        key -> granting(names, release, object, verb))
                .to(caller.partner());
    }

    private static Granting granting(Set<String> names, ReleaseView release, String object, Verb verb) {
        return new Granting(release.permissionSets().stream()
                .filter(set -> names.contains(set.name()))
                .map(PermissionSet::objects)
                .map(objects -> objects.get(object))
                .filter(Objects::nonNull)
                .filter(granted -> granted.grants(verb.name()))
                .toList());
    }

    private static ObjectRights together(List<ObjectRights> granting) {
        if (granting.isEmpty()) {
            return NOTHING;
        }
        return new ObjectRights(
                granting.stream().anyMatch(ObjectRights::create),
                granting.stream().anyMatch(ObjectRights::read),
                granting.stream().anyMatch(ObjectRights::update),
                granting.stream().anyMatch(ObjectRights::delete),
                granting.stream().anyMatch(ObjectRights::assign),
                inAll(granting, ObjectRights::hidden),
                inAll(granting, ObjectRights::readOnly),
                granting.stream()
                        .map(ObjectRights::rows)
                        .max(Comparator.naturalOrder())
                        .orElse(Rows.OWN),
                partners(granting));
    }

    /** Everybody as soon as one is for everybody. */
    private static Set<UUID> partners(List<ObjectRights> granting) {
        return granting.stream().anyMatch(granted -> granted.partners().isEmpty())
                ? Set.of()
                : granting.stream()
                        .flatMap(granted -> granted.partners().stream())
                        .collect(Collectors.toSet());
    }

    private static Set<String> inAll(List<ObjectRights> granting, Function<ObjectRights, Set<String>> fields) {
        var common = new HashSet<>(fields.apply(granting.getFirst()));
        granting.forEach(granted -> common.retainAll(fields.apply(granted)));
        return common;
    }

    /**
     * What the sets of a member grant.
     *
     * @param toAll what they grant whomever the member acts for; null where that makes a difference
     */
    private record Granting(
            List<ObjectRights> each, @Nullable ObjectRights toAll) {
        Granting(List<ObjectRights> each) {
            this(each, each.stream().allMatch(granted -> granted.partners().isEmpty()) ? together(each) : null);
        }

        ObjectRights to(@Nullable UUID partner) {
            return toAll != null
                    ? toAll
                    : together(each.stream()
                            .filter(granted -> granted.isFor(partner))
                            .toList());
        }
    }

    private record RightsKey(TenantId tenant, int release, Set<String> names, String object, Verb verb) {}
}
