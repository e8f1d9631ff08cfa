package io.qudao.imports.internal;

import io.qudao.imports.ImportTarget;
import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Violation;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.HomeOffice;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The import targets by name. */
@Component
final class ImportTargets {
    private final Map<String, ImportTarget> byName = new TreeMap<>();

    private final HomeOffice office;

    ImportTargets(List<ImportTarget> targets, HomeOffice office) {
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
        var target = byName.get(name);
        if (target == null) {
            throw new ProblemException(
                    CommonProblem.INVALID_INPUT,
                    List.of(Violation.of("target", "not_one_of", String.join(", ", byName.keySet()))));
        }
        return target;
    }
}
