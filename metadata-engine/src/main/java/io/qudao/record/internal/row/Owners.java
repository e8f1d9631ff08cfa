package io.qudao.record.internal.row;

import io.qudao.expression.SqlFragment;
import io.qudao.kernel.Value;
import io.qudao.kernel.Violations;
import io.qudao.metadata.Field;
import io.qudao.metadata.PermissionSet.Rows;
import io.qudao.metadata.Storage;
import io.qudao.record.MemberPartners;
import io.qudao.record.PartnerTree;
import io.qudao.tenancy.Caller;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Determines who owns a record in a cell: a member, and through the member the partner they act for. */
@Component
public class Owners {
    private static final char END = '/';

    public static final String OWNER = "owner";
    public static final String OWNER_PARTNER = "owner_partner";
    public static final String CREATED_BY = "created_by";

    private final SingletonSupplier<PartnerTree> tree;
    private final SingletonSupplier<MemberPartners> members;

    /** Both are resolved lazily, because their modules write records too. */
    Owners(ObjectProvider<PartnerTree> tree, ObjectProvider<MemberPartners> members) {
        this.members = SingletonSupplier.of(() -> members.getIfAvailable(() -> member -> Optional.empty()));
        this.tree = SingletonSupplier.of(() -> tree.getIfAvailable(() -> partner -> partner.toString() + END));
    }

    /** @param path path of the partner in the tree */
    public record Owner(
            @Nullable UUID member,
            @Nullable UUID partner,
            @Nullable String path) {}

    /** Returns whether the field holds the owner of a record in a cell. */
    public static boolean isOwner(CallerView view, Field field) {
        return view.isCell() && (field.name().equals(OWNER) || field.name().equals(OWNER_PARTNER));
    }

    /** Makes the caller the owner of a new record unless somebody else was named. */
    public void stamp(CallerObject target, Set<String> given, Map<String, Value> values, Violations violations) {
        if (target.whole().field(OWNER).isEmpty() || !target.whole().isCell()) {
            return;
        }
        values.put(CREATED_BY, Value.of(target.caller().member()));
        boolean named = values.get(OWNER) instanceof Value.Ref;
        if (!named) {
            values.put(OWNER, reference(member(target.caller())));
        }
        if (!named && !(values.get(OWNER_PARTNER) instanceof Value.Ref)) {
            values.put(OWNER_PARTNER, reference(target.caller().partner()));
        }
        settle(given, values, violations);
    }

    /** Sets the new owner's partner when a record is handed over, unless another partner was named. */
    public void settle(Set<String> given, Map<String, Value> values, Violations violations) {
        if (given.contains(OWNER) && values.get(OWNER) instanceof Value.Ref(var member)) {
            var home = members.obtain().homeOf(member);
            if (home.isEmpty()) {
                violations.add(OWNER, "record.target_missing", "member");
            } else if (!given.contains(OWNER_PARTNER)) {
                values.put(OWNER_PARTNER, reference(home.get().partner()));
            }
        }
    }

    /** Returns the owner of a record that is about to be written. */
    public Owner of(CallerObject target, RecordDraft entry) {
        return of(target, entry, tree.obtain()::path);
    }

    /** Returns the owners of records that are about to be written, in order; asks once for each of their partners. */
    public List<Owner> of(CallerObject target, List<RecordDraft> entries) {
        var paths = new HashMap<UUID, String>();
        return entries.stream()
                .map(entry -> of(target, entry, partner -> paths.computeIfAbsent(partner, tree.obtain()::path)))
                .toList();
    }

    private static Owner of(CallerObject target, RecordDraft entry, Function<UUID, String> path) {
        boolean named = entry.values().containsKey(OWNER);
        var partner = named ? id(entry, OWNER_PARTNER) : target.caller().partner();
        return new Owner(
                named ? id(entry, OWNER) : member(target.caller()),
                partner,
                partner == null ? null : path.apply(partner));
    }

    /** Returns who owns the records the caller creates; the platform owns nothing. */
    private static @Nullable UUID member(Caller caller) {
        return caller.isPlatform() ? null : caller.member();
    }

    private static Value reference(@Nullable UUID id) {
        return id == null ? Value.none() : Value.of(id);
    }

    private static @Nullable UUID id(RecordDraft entry, String field) {
        return entry.values().get(field) instanceof Value.Ref(var id) ? id : null;
    }

    /**
     * Returns the condition for these rows of a typed table; empty for all rows. Each scope includes the caller's own
     * rows.
     */
    public Optional<SqlFragment> scope(Storage.Ownership ownership, Rows rows, Caller caller) {
        if (rows == Rows.ALL) {
            return Optional.empty();
        }
        var conditions = new ArrayList<SqlFragment>();
        if (ownership.member() != null) {
            conditions.add(new SqlFragment("r." + ownership.member() + " = ?", List.of(caller.member())));
        }
        var partner = caller.partner();
        if (partner != null && rows != Rows.OWN) {
            ownership.partners().forEach(column -> conditions.add(of("r." + column, rows, partner)));
        }
        return Optional.of(new SqlFragment(
                conditions.isEmpty()
                        ? "false"
                        : conditions.stream().map(SqlFragment::sql).collect(Collectors.joining(" or ")),
                conditions.stream()
                        .flatMap(condition -> condition.parameters().stream())
                        .toList()));
    }

    private SqlFragment of(String column, Rows rows, UUID partner) {
        return rows == Rows.SUBTREE
                ? tree.obtain().below(column, partner)
                : new SqlFragment(column + " = ?", List.of(partner));
    }

    /**
     * Returns the condition for these rows of a cell; empty for all rows. Each scope includes the caller's own rows.
     */
    public Optional<SqlFragment> scope(Rows rows, Caller caller) {
        if (rows == Rows.ALL) {
            return Optional.empty();
        }
        return Optional.of(
                switch (caller.partner()) {
                    case UUID partner
                    when rows == Rows.PARTNER ->
                        new SqlFragment(
                                "r.owner_path = ? or r.owner_id = ?",
                                List.of(tree.obtain().path(partner), caller.member()));
                    case UUID partner
                    when rows == Rows.SUBTREE -> subtree(tree.obtain().path(partner), caller.member());
                    case null, default -> new SqlFragment("r.owner_id = ?", List.of(caller.member()));
                });
    }

    /**
     * Returns the exclusive upper bound of texts that start with the path: the path with its last character replaced by
     * the next one.
     */
    public static String end(String path) {
        return path.substring(0, path.length() - 1) + (char) (END + 1);
    }

    private static SqlFragment subtree(String path, UUID member) {
        return new SqlFragment(
                "(r.owner_path >= ? and r.owner_path < ?) or r.owner_id = ?", List.of(path, end(path), member));
    }
}
