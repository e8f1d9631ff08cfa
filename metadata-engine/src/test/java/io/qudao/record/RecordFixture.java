package io.qudao.record;

import io.qudao.expression.SqlFragment;
import io.qudao.kernel.Ids;
import io.qudao.kernel.TenantId;
import io.qudao.kernel.Value;
import io.qudao.metadata.ApprovalProcess;
import io.qudao.metadata.DataType;
import io.qudao.metadata.Field;
import io.qudao.metadata.Label;
import io.qudao.metadata.Layout;
import io.qudao.metadata.ListView;
import io.qudao.metadata.Metadata;
import io.qudao.metadata.ObjectType;
import io.qudao.metadata.PermissionSet;
import io.qudao.metadata.PermissionSet.ObjectRights;
import io.qudao.metadata.PermissionSet.Rows;
import io.qudao.metadata.ReleaseView;
import io.qudao.metadata.StandardObject;
import io.qudao.metadata.Storage;
import io.qudao.metadata.ValidationRule;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.Tenant;
import io.qudao.tenancy.TenantScope;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Objects, rights and a partner tree as a test says, in place of the modules that know them. */
public class RecordFixture {
    private static final AtomicInteger NEXT_OBJECT = new AtomicInteger(1_000_000);
    private static final ObjectRights ALL = new ObjectRights(true, true, true, true, Set.of(), Set.of(), Rows.ALL);
    private static final ObjectRights NOTHING =
            new ObjectRights(false, false, false, false, Set.of(), Set.of(), Rows.OWN);

    private final Map<TenantId, Map<String, ObjectType>> objects = new ConcurrentHashMap<>();
    private final Map<TenantId, List<ValidationRule>> rules = new ConcurrentHashMap<>();
    private final Map<UUID, Function<String, ObjectRights>> rights = new ConcurrentHashMap<>();
    private final Map<UUID, String> paths = new ConcurrentHashMap<>();

    private final ObjectProvider<StandardObject> standard;

    RecordFixture(ObjectProvider<StandardObject> standard) {
        this.standard = standard;
    }

    @Bean
    @Primary
    Metadata declaredMetadata() {
        return new Metadata() {
            @Override
            public ReleaseView current() {
                return new Declared(TenantScope.tenant());
            }

            @Override
            public Optional<ReleaseView> newer() {
                return Optional.empty();
            }

            @Override
            public <T, X extends Throwable> T within(ReleaseView release, ScopedValue.CallableOp<? extends T, X> work)
                    throws X {
                return work.call();
            }
        };
    }

    @Bean
    @Primary
    RecordRights declaredRights() {
        return (caller, object, verb) -> caller.isPlatform()
                ? ALL
                : rights.getOrDefault(caller.member(), any -> caller.may("*") ? ALL : NOTHING)
                        .apply(object);
    }

    @Bean
    @Primary
    PartnerTree declaredTree() {
        return partner -> paths.getOrDefault(partner, "/" + partner + "/");
    }

    @Bean
    RowScope shopScope() {
        return new RowScope() {
            @Override
            public String name() {
                return "test_shop";
            }

            @Override
            public SqlFragment predicate(Caller caller) {
                return caller.isPlatform()
                        ? new SqlFragment("true", List.of())
                        : new SqlFragment("r.keeper = ?", List.of(caller.member()));
            }
        };
    }

    /** A new object in a cell; every such object has the field {@code name}. */
    public ObjectType cell(Tenant tenant, String name, List<Field> fields) {
        return cell(tenant, name, NEXT_OBJECT.getAndIncrement(), fields);
    }

    /** The next release of an object. */
    public ObjectType cell(Tenant tenant, String name, int id, List<Field> fields) {
        var all = new ArrayList<Field>();
        all.add(FieldDraft.column("name", DataType.TEXT).required().build());
        all.add(FieldDraft.column("created_at", DataType.DATE_TIME).fixed().build());
        all.add(FieldDraft.column("updated_at", DataType.DATE_TIME).fixed().build());
        all.addAll(fields);
        var storage = new Storage.Cell("engine.rec_%02d".formatted(tenant.id().value() % 64));
        return declare(tenant, type(id, name, storage, "name", all));
    }

    public ObjectType table(Tenant tenant, String name, String table, String scope, List<Field> fields) {
        var storage = new Storage.Table(table, scope);
        return declare(tenant, type(0, name, storage, fields.getFirst().name(), fields));
    }

    public void rule(Tenant tenant, String object, String source, String message, @Nullable String field) {
        rules.computeIfAbsent(tenant.id(), unknown -> new CopyOnWriteArrayList<>())
                .add(new ValidationRule(object, "rule", source, Label.of(message, message), field));
    }

    /** A member with these rights, who acts for a partner at this path, or for none. */
    public Caller member(Tenant tenant, ObjectRights granted, @Nullable String path) {
        return member(tenant, object -> granted, path);
    }

    /** A member with other rights on each object, and none where there are none. */
    public Caller member(Tenant tenant, Map<String, ObjectRights> granted) {
        return member(tenant, object -> granted.getOrDefault(object, NOTHING), null);
    }

    private Caller member(Tenant tenant, Function<String, ObjectRights> granted, @Nullable String path) {
        var member = Ids.next();
        rights.put(member, granted);
        UUID partner = path == null ? null : partnerAt(tenant, path);
        return new Caller(tenant, member, "Member", partner, Set.of(), tenant.locale());
    }

    /** Returns the partner at a path, such as {@code /1/2/}. */
    public UUID partnerAt(Tenant tenant, String path) {
        var partner = UUID.nameUUIDFromBytes((tenant.id() + path).getBytes(StandardCharsets.UTF_8));
        paths.put(partner, path);
        return partner;
    }

    public static ObjectRights rights(Rows rows) {
        return new ObjectRights(true, true, true, true, Set.of(), Set.of(), rows);
    }

    /** Values by name: names and values in turn. */
    public static Value.Fields given(Object... namesAndValues) {
        var values = new LinkedHashMap<String, Value>();
        for (int index = 0; index < namesAndValues.length; index += 2) {
            values.put((String) namesAndValues[index], (Value) namesAndValues[index + 1]);
        }
        return new Value.Fields(values);
    }

    private ObjectType declare(Tenant tenant, ObjectType type) {
        objects.computeIfAbsent(tenant.id(), unknown -> new ConcurrentHashMap<>())
                .put(type.name(), type);
        return type;
    }

    private static ObjectType type(int id, String name, Storage storage, String nameField, List<Field> fields) {
        String hash = id + name + storage + fields.hashCode();
        var commands = id == 0 ? ObjectType.Commands.NONE : ObjectType.Commands.ALL;
        var label = Label.of(name, name);
        return new ObjectType(id, name, label, label, storage, commands, nameField, fields, hash);
    }

    /** An object of the modules that the test runs with. */
    private Optional<ObjectType> shipped(String name) {
        return standard.stream()
                .filter(object -> object.name().equals(name))
                .map(object -> type(
                        0,
                        name,
                        new Storage.Table(object.table(), object.scope()),
                        object.nameField(),
                        object.fields()))
                .findFirst();
    }

    private final class Declared implements ReleaseView {
        private final TenantId tenant;

        Declared(TenantId tenant) {
            this.tenant = tenant;
        }

        @Override
        public int number() {
            return 1;
        }

        @Override
        public List<ObjectType> objects() {
            return List.copyOf(objects.getOrDefault(tenant, Map.of()).values());
        }

        @Override
        public Optional<ObjectType> object(String name) {
            return Optional.ofNullable(objects.getOrDefault(tenant, Map.of()).get(name))
                    .or(() -> shipped(name));
        }

        @Override
        public List<ValidationRule> rules(String object) {
            return rules.getOrDefault(tenant, List.of()).stream()
                    .filter(rule -> rule.object().equals(object))
                    .toList();
        }

        @Override
        public Layout layout(String object) {
            return new Layout(object, "default", List.of());
        }

        @Override
        public List<ListView> listViews(String object) {
            return List.of();
        }

        @Override
        public List<PermissionSet> permissionSets() {
            return List.of();
        }

        @Override
        public List<ApprovalProcess> approvals(String object) {
            return List.of();
        }
    }
}
