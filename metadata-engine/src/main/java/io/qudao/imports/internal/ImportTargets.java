package io.qudao.imports.internal;

import io.qudao.imports.ImportTarget;
import io.qudao.imports.internal.record.RecordTargets;
import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Violation;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.HomeOffice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The import targets by name: those of the modules, and the records of each object. */
@Component
final class ImportTargets {
    private final Map<String, ImportTarget> byName = new TreeMap<>();

    private final RecordTargets records;
    private final HomeOffice office;

    ImportTargets(List<ImportTarget> targets, RecordTargets records, HomeOffice office) {
        this.records = records;
        this.office = office;
        for (ImportTarget target : targets) {
            if (byName.put(target.name(), target) != null) {
                throw new IllegalStateException("Two import targets are named " + target.name());
            }
        }
    }

    /** Returns the target with this name if the caller may import into it. */
    ImportTarget permitted(String name, Caller caller) {
        var target = find(name);
        caller.require(target.permission());
        if (target.isOfHeadOffice()) {
            office.require(caller);
        }
        return target;
    }

    ImportTarget find(String name) {
        return Optional.ofNullable(byName.get(name))
                .or(() -> records.find(name))
                .orElseThrow(() -> new ProblemException(
                        CommonProblem.INVALID_INPUT,
                        List.of(Violation.of("target", "not_one_of", String.join(", ", byName.keySet())))));
    }
}
