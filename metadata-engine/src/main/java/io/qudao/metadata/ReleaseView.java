package io.qudao.metadata;

import io.qudao.kernel.ByModules;
import java.util.List;
import java.util.Optional;

/** One release of one tenant, all layers merged; immutable. */
@ByModules
public interface ReleaseView {
    /** 0 for a tenant that has published nothing: the standard alone. */
    int number();

    /** In order of name. */
    List<ObjectType> objects();

    Optional<ObjectType> object(String name);

    List<ValidationRule> rules(String object);

    /** The layout {@code default} of the object, else its first, else one of all its fields. */
    Layout layout(String object);

    /** In order of name; never empty for an object there is. */
    List<ListView> listViews(String object);

    List<PermissionSet> permissionSets();

    /** In the order they are tried. */
    List<ApprovalProcess> approvals(String object);
}
