package io.qudao.approval.internal;

import io.qudao.approval.Approval;
import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.ProblemException;
import io.qudao.record.Records;
import io.qudao.tenancy.Caller;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Who may know of approvals. One that a change of a record asked for is for those who may read the record, and shows them its
 * present name; of the others the module that asked has said whose they are.
 */
@Component
final class ApprovalReaders {
    private final ObjectProvider<Records> records;

    /** @param records asked for late: modules whose records it reads ask for approvals */
    ApprovalReaders(ObjectProvider<Records> records) {
        this.records = records;
    }

    /** Those of which the caller may know the record. */
    List<StoredApproval> readable(Collection<StoredApproval> found) {
        var names = names(found);
        return found.stream().flatMap(stored -> named(stored, names).stream()).toList();
    }

    /** Whether it is the caller's to decide, own requests aside. */
    boolean concerns(StoredApproval stored, Caller caller) {
        return stored.concerns(caller) && !readable(List.of(stored)).isEmpty();
    }

    /** As the caller may see it; whoever asked for it sees it, if without the name of a record that is hidden by now. */
    Approval shown(StoredApproval stored) {
        return readable(List.of(stored)).stream()
                .findFirst()
                .orElseGet(() -> stored.titled(""))
                .approval();
    }

    /** Refuses a record that the caller may not read. */
    void requireReadable(String object, UUID record) {
        if (records.getObject().labels(object, List.of(record)).isEmpty()) {
            throw new ProblemException(CommonProblem.NOT_FOUND);
        }
    }

    private Map<UUID, String> names(Collection<StoredApproval> found) {
        Map<String, List<UUID>> byObject = found.stream()
                .filter(StoredApproval::byChange)
                .map(StoredApproval::approval)
                .collect(Collectors.groupingBy(
                        Approval::object, Collectors.mapping(Approval::record, Collectors.toList())));
        return byObject.entrySet().stream()
                .flatMap(entry -> records.getObject().labels(entry.getKey(), entry.getValue()).entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Optional<StoredApproval> named(StoredApproval stored, Map<UUID, String> names) {
        if (!stored.byChange()) {
            return Optional.of(stored);
        }
        @Nullable String name = names.get(stored.approval().record());
        return Optional.ofNullable(name).map(stored::titled);
    }
}
