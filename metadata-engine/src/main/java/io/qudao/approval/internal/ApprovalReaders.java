package io.qudao.approval.internal;

import io.qudao.approval.Approval;
import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.ProblemException;
import io.qudao.metadata.Metadata;
import io.qudao.record.HiddenFields;
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
 * Decides who may see approvals. An approval requested by a change of a record is for those who may read the record, and
 * shows its current name; for the others, the requesting module has said who decides. Nobody is shown a name that is hidden
 * from them.
 */
@Component
final class ApprovalReaders {
    private final ObjectProvider<Records> records;
    private final Metadata metadata;
    private final HiddenFields hidden;

    /** @param records resolved lazily, because the modules whose records it reads request approvals */
    ApprovalReaders(ObjectProvider<Records> records, Metadata metadata, HiddenFields hidden) {
        this.records = records;
        this.metadata = metadata;
        this.hidden = hidden;
    }

    /** Returns the approvals whose record the caller may read. */
    List<StoredApproval> readable(Collection<StoredApproval> found) {
        var names = names(found);
        return found.stream().flatMap(stored -> named(stored, names).stream()).toList();
    }

    /**
     * Returns those of the approvals that the caller may see, each with the name they may see: their own, those they may
     * decide, and those requested by changes of records that they may read.
     */
    List<StoredApproval> visible(Collection<StoredApproval> found, Caller caller) {
        var readable = readable(found).stream().collect(Collectors.toMap(ApprovalReaders::id, stored -> stored));
        return found.stream()
                .filter(stored -> stored.isRequestedBy(caller)
                        || (readable.containsKey(id(stored)) && (stored.byChange() || stored.concerns(caller))))
                .map(stored -> readable.getOrDefault(id(stored), stored.titled("")))
                .toList();
    }

    private static UUID id(StoredApproval stored) {
        return stored.approval().id();
    }

    /** Returns whether the caller may decide it, ignoring the rule on own requests. */
    boolean concerns(StoredApproval stored, Caller caller) {
        return stored.concerns(caller) && !readable(List.of(stored)).isEmpty();
    }

    /** Returns the approval as the caller may see it; its requester sees it without the name of a record hidden since. */
    Approval shown(StoredApproval stored) {
        return readable(List.of(stored)).stream()
                .findFirst()
                .orElseGet(() -> stored.titled(""))
                .approval();
    }

    /** Raises a problem if the caller may not read the record. */
    void requireReadable(String object, UUID record) {
        if (records.getObject().labels(object, List.of(record)).isEmpty()) {
            throw new ProblemException(CommonProblem.NOT_FOUND);
        }
    }

    private boolean isNameHidden(String object) {
        return metadata.current()
                .object(object)
                .filter(type -> hidden.of(object).contains(type.nameField()))
                .isPresent();
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

    private Optional<StoredApproval> named(StoredApproval stored, Map<UUID, String> names) {
        if (!stored.byChange()) {
            return Optional.of(isNameHidden(stored.approval().object()) ? stored.titled("") : stored);
        }
        @Nullable String name = names.get(stored.approval().record());
        return Optional.ofNullable(name).map(stored::titled);
    }
}
