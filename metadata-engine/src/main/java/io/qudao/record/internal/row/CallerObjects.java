package io.qudao.record.internal.row;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.qudao.expression.SqlFragment;
import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.ProblemException;
import io.qudao.metadata.Metadata;
import io.qudao.metadata.ObjectType;
import io.qudao.metadata.PermissionSet.ObjectRights;
import io.qudao.metadata.PermissionSet.Rows;
import io.qudao.metadata.Storage;
import io.qudao.record.RecordProblem;
import io.qudao.record.RecordRights;
import io.qudao.record.RecordRights.Verb;
import io.qudao.record.RowScope;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.TenantScope;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Determines who may do what with which rows of an object. Whatever is not granted is refused. */
@Component
public class CallerObjects {
    private static final ObjectRights ALL =
            new ObjectRights(true, true, true, true, true, Set.of(), Set.of(), Rows.ALL, Set.of());
    private static final ObjectRights NOTHING =
            new ObjectRights(false, false, false, false, Set.of(), Set.of(), Rows.OWN);
    private static final SqlFragment NO_ROW = new SqlFragment("false", List.of());
    private static final SqlFragment EVERY_ROW = new SqlFragment("true", List.of());

    private final Metadata metadata;
    private final SingletonSupplier<RecordRights> rights;
    private final Owners owners;
    private final SingletonSupplier<Map<String, RowScope>> scopes;
    private final Cache<ShapeKey, CallerView> shapes =
            Caffeine.newBuilder().maximumSize(20_000).build();

    /** Rights and scopes are resolved lazily, because their modules write records too. */
    CallerObjects(
            Metadata metadata, ObjectProvider<RecordRights> rights, Owners owners, ObjectProvider<RowScope> scopes) {
        this.metadata = metadata;
        this.rights = SingletonSupplier.of(
                () -> rights.getIfAvailable(() -> (caller, object, verb) -> caller.isPlatform() ? ALL : NOTHING));
        this.owners = owners;
        this.scopes = SingletonSupplier.of(
                () -> scopes.stream().collect(Collectors.toMap(RowScope::name, Function.identity())));
    }

    /** Returns the object for the bound caller; raises a problem if it does not exist or the caller may not use it. */
    public CallerObject of(String object, Verb verb) {
        var target =
                any(object, verb, true).orElseThrow(() -> new ProblemException(RecordProblem.UNKNOWN_OBJECT, object));
        if (!may(target.rights(), verb)) {
            throw new ProblemException(
                    CommonProblem.FORBIDDEN,
                    "record." + object + "." + verb.name().toLowerCase(Locale.ROOT));
        }
        return target;
    }

    /** Returns the object for the bound caller, if it exists and the caller may use it. */
    public Optional<CallerObject> find(String object, Verb verb) {
        return any(object, verb, true).filter(target -> may(target.rights(), verb));
    }

    /** Returns other objects as the bound caller may read them. */
    public OtherObjects readable() {
        return new OtherObjects();
    }

    /** Objects that one caller may read, each resolved once for a query. */
    public final class OtherObjects {
        private final Map<String, Optional<CallerObject>> known = new HashMap<>();

        public Optional<CallerObject> find(String object) {
            return known.computeIfAbsent(object, name -> CallerObjects.this.find(name, Verb.READ));
        }

        public Optional<CallerView> view(String object) {
            return find(object).map(CallerObject::visible);
        }

        /** Returns whether the join uses exactly the view that the caller has now. */
        public boolean sees(Join join) {
            return view(join.view().object()).orElse(null) == join.view();
        }
    }

    /**
     * Returns the object regardless of the caller's rights, with all rows its module shows: for the owning module,
     * which has already decided.
     */
    public CallerObject forModule(String object, Verb verb) {
        return any(object, verb, false).orElseThrow(() -> new ProblemException(RecordProblem.UNKNOWN_OBJECT, object));
    }

    /** Returns the object with all its rows, regardless of the caller's rights: for rows that its module writes. */
    public CallerObject allRows(String object, Verb verb) {
        return target(object, verb, (type, granted) -> EVERY_ROW)
                .orElseThrow(() -> new ProblemException(RecordProblem.UNKNOWN_OBJECT, object));
    }

    /** @param narrow whether only the rows covered by the caller's rights are in reach */
    private Optional<CallerObject> any(String object, Verb verb, boolean narrow) {
        var caller = TenantScope.caller();
        return target(object, verb, (type, granted) -> scope(type, narrow ? granted.rows() : Rows.ALL, caller));
    }

    private Optional<CallerObject> target(
            String object, Verb verb, BiFunction<ObjectType, ObjectRights, SqlFragment> scope) {
        var caller = TenantScope.caller();
        var release = metadata.current();
        return release.object(object).map(type -> {
            var granted = rights.obtain().of(caller, object, verb);
            var currency = caller.tenant().currency();
            return new CallerObject(
                    caller,
                    release,
                    granted,
                    shape(type, granted.hidden(), currency),
                    shape(type, Set.of(), currency),
                    scope.apply(type, granted));
        });
    }

    private static boolean may(ObjectRights rights, Verb verb) {
        return switch (verb) {
            case CREATE -> rights.create();
            case READ -> rights.read();
            case UPDATE -> rights.read() && rights.update();
            case DELETE -> rights.read() && rights.delete();
        };
    }

    private CallerView shape(ObjectType type, Set<String> hidden, CurrencyCode currency) {
        return shapes.get(new ShapeKey(type.hash(), hidden, currency), key -> new CallerView(type, hidden, currency));
    }

    private SqlFragment scope(ObjectType type, Rows rows, Caller caller) {
        return switch (type.storage()) {
            case Storage.Cell _ -> owners.scope(rows, caller).orElse(EVERY_ROW);
            case Storage.Table table -> {
                var scope = scopes.obtain().get(table.scope());
                yield scope == null
                        ? NO_ROW
                        : both(scope.predicate(caller), owners.scope(table.ownership(), rows, caller));
            }
        };
    }

    private static SqlFragment both(SqlFragment ofModule, Optional<SqlFragment> ofRights) {
        return ofRights.map(rows -> new SqlFragment(
                        "(" + ofModule.sql() + ") and (" + rows.sql() + ")",
                        Stream.concat(ofModule.parameters().stream(), rows.parameters().stream())
                                .toList()))
                .orElse(ofModule);
    }

    private record ShapeKey(String hash, Set<String> hidden, CurrencyCode currency) {}
}
