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
import io.qudao.tenancy.TenantScope;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a member's permission sets grant on records. Sets add up, verb by verb: whoever may read all records and change
 * their own does not change others'. A field is hidden if all the sets that grant the verb hide it.
 */
@Component
final class MemberRecordRights implements RecordRights {
    private static final ObjectRights ALL = new ObjectRights(true, true, true, true, Set.of(), Set.of(), Rows.ALL);
    private static final ObjectRights NOTHING =
            new ObjectRights(false, false, false, false, Set.of(), Set.of(), Rows.OWN);
    /** As for members themselves: a change shows within a second. */
    private static final Duration LONGEST = Duration.ofMillis(900);

    private final Metadata metadata;
    private final MemberRows rows;
    private final TransactionTemplate transaction;
    private final Cache<MemberKey, Set<String>> sets =
            Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(LONGEST).build();
    private final Cache<RightsKey, ObjectRights> rights =
            Caffeine.newBuilder().maximumSize(50_000).build();

    MemberRecordRights(Metadata metadata, MemberRows rows, TransactionTemplate transaction) {
        this.metadata = metadata;
        this.rows = rows;
        this.transaction = transaction;
    }

    @Override
    public ObjectRights of(Caller caller, String object, Verb verb) {
        if (caller.may("*")) {
            return ALL;
        }
        var release = metadata.current();
        var tenant = caller.tenant().id();
        var names = sets.get(new MemberKey(tenant, caller.member()), key -> setsOf(caller));
        return rights.get(
                new RightsKey(tenant, release.number(), names, object, verb),
                key -> together(names, release, object, verb));
    }

    private Set<String> setsOf(Caller caller) {
        return TenantScope.call(
                Caller.platform(caller.tenant()),
                () -> Objects.requireNonNull(transaction.execute(status -> rows.byId(caller.member())
                        .filter(Member::active)
                        .map(Member::permissionSets)
                        .orElse(Set.of()))));
    }

    private static ObjectRights together(Set<String> names, ReleaseView release, String object, Verb verb) {
        var granting = release.permissionSets().stream()
                .filter(set -> names.contains(set.name()))
                .map(PermissionSet::objects)
                .map(objects -> objects.get(object))
                .filter(Objects::nonNull)
                .filter(granted -> grants(granted, verb))
                .toList();
        if (granting.isEmpty()) {
            return NOTHING;
        }
        return new ObjectRights(
                granting.stream().anyMatch(ObjectRights::create),
                granting.stream().anyMatch(ObjectRights::read),
                granting.stream().anyMatch(ObjectRights::update),
                granting.stream().anyMatch(ObjectRights::delete),
                inAll(granting, ObjectRights::hidden),
                inAll(granting, ObjectRights::readOnly),
                granting.stream()
                        .map(ObjectRights::rows)
                        .max(Comparator.naturalOrder())
                        .orElse(Rows.OWN));
    }

    private static boolean grants(ObjectRights granted, Verb verb) {
        return switch (verb) {
            case CREATE -> granted.create();
            case READ -> granted.read();
            case UPDATE -> granted.read() && granted.update();
            case DELETE -> granted.read() && granted.delete();
        };
    }

    private static Set<String> inAll(List<ObjectRights> granting, Function<ObjectRights, Set<String>> fields) {
        var common = new HashSet<>(fields.apply(granting.getFirst()));
        granting.forEach(granted -> common.retainAll(fields.apply(granted)));
        return common;
    }

    private record MemberKey(TenantId tenant, UUID member) {}

    private record RightsKey(TenantId tenant, int release, Set<String> names, String object, Verb verb) {}
}
