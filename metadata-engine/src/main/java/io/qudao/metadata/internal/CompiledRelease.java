package io.qudao.metadata.internal;

import io.qudao.kernel.ProblemException;
import io.qudao.metadata.ApprovalProcess;
import io.qudao.metadata.Layout;
import io.qudao.metadata.ListView;
import io.qudao.metadata.ObjectType;
import io.qudao.metadata.PermissionSet;
import io.qudao.metadata.ReleaseView;
import io.qudao.metadata.ValidationRule;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;

/**
 * One release, compiled.
 *
 * @param tenant the tenant it belongs to; 0 for the standard release that all tenants share
 */
record CompiledRelease(
        int tenant,
        int number,
        NavigableMap<String, ObjectType> types,
        Map<String, List<ValidationRule>> rulesByObject,
        Map<String, Layout> layoutByObject,
        Map<String, List<ListView>> listViewsByObject,
        Map<String, List<ApprovalProcess>> approvalsByObject,
        List<PermissionSet> permissionSets)
        implements ReleaseView {
    static final int EVERYBODY = 0;

    @Override
    public List<ObjectType> objects() {
        return List.copyOf(types.values());
    }

    @Override
    public Optional<ObjectType> object(String name) {
        return Optional.ofNullable(types.get(name));
    }

    @Override
    public List<ValidationRule> rules(String object) {
        return rulesByObject.getOrDefault(object, List.of());
    }

    @Override
    public Layout layout(String object) {
        return Optional.ofNullable(layoutByObject.get(object)).orElseThrow(() -> unknown(object));
    }

    @Override
    public List<ListView> listViews(String object) {
        return Optional.ofNullable(listViewsByObject.get(object)).orElseThrow(() -> unknown(object));
    }

    @Override
    public List<ApprovalProcess> approvals(String object) {
        return approvalsByObject.getOrDefault(object, List.of());
    }

    /** Returns a rough measure of the memory it takes: its number of parts. */
    int weight() {
        int fields =
                types.values().stream().mapToInt(type -> type.fields().size()).sum();
        return 1 + types.size() + fields + permissionSets.size() + parts(rulesByObject) + parts(listViewsByObject);
    }

    private static int parts(Map<String, ? extends Collection<?>> byObject) {
        return byObject.values().stream().mapToInt(Collection::size).sum();
    }

    private static ProblemException unknown(String object) {
        return new ProblemException(MetadataProblem.UNKNOWN_COMPONENT, "object/" + object);
    }
}
