package io.qudao.metadata;

import io.qudao.expression.Schema;
import io.qudao.kernel.ByModules;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One release of one tenant, all layers merged; immutable. */
@ByModules
public interface ReleaseView {
    /** Returns the number of the release; 0 for a tenant that has published nothing and uses the standard alone. */
    int number();

    /** Returns the objects in order of name. */
    List<ObjectType> objects();

    Optional<ObjectType> object(String name);

    List<ValidationRule> rules(String object);

    /** What rules may use of an object's records and, by paths, of those they refer to: all fields there are. */
    default Schema schema(ObjectType type) {
        return type.schema(Set.of(), target -> object(target).map(this::schema));
    }

    /** Returns the object's layout {@code default}, else its first layout, else one with all its fields. */
    Layout layout(String object);

    /** Returns the list views in order of name; never empty for an existing object. */
    List<ListView> listViews(String object);

    List<PermissionSet> permissionSets();

    /** Returns the approval processes in the order in which they are tried. */
    List<ApprovalProcess> approvals(String object);
}
