package io.qudao.record.internal;

import io.qudao.kernel.ProblemException;
import io.qudao.metadata.Plan;
import io.qudao.metadata.Plan.Asked;
import io.qudao.metadata.Plan.Demand;
import io.qudao.metadata.Plan.Example;
import io.qudao.metadata.Plan.Finding;
import io.qudao.record.RecordProblem;
import io.qudao.record.RecordRights.Verb;
import io.qudao.record.internal.Contradictions.Found;
import io.qudao.record.internal.row.CallerObjects;
import java.util.List;
import org.springframework.stereotype.Component;

/** Counts the records that violate the demands of a plan, if that can be done in time. */
@Component
final class RecordEvidence implements Plan.Evidence {
    private static final int MOST_EXAMPLES = 5;

    private final CallerObjects objects;
    private final Contradictions contradictions;

    RecordEvidence(CallerObjects objects, Contradictions contradictions) {
        this.objects = objects;
        this.contradictions = contradictions;
    }

    @Override
    public List<Finding> against(List<Demand> demands) {
        return demands.stream().map(this::finding).toList();
    }

    private Finding finding(Demand demand) {
        try {
            var found = find(demand);
            var examples = found.examples().stream()
                    .filter(one -> !one.value().isEmpty())
                    .limit(MOST_EXAMPLES)
                    .map(one -> new Example(one.value(), one.count()))
                    .toList();
            return new Finding(demand, found.records(), examples);
        } catch (ProblemException refused) {
            if (refused.problem() == RecordProblem.TOO_SLOW) {
                return new Finding(demand, null, List.of());
            }
            throw refused;
        }
    }

    private Found find(Demand demand) {
        var target = objects.forModule(demand.object(), Verb.READ);
        String name = demand.field();
        if (name == null) {
            return demand.asked() == Asked.REQUIRED ? contradictions.all(target) : Found.NONE;
        }
        var field = target.whole().field(name).orElseThrow();
        return switch (demand.asked()) {
            case UNIQUE -> contradictions.shared(target, field);
            case REQUIRED -> contradictions.empty(target, field);
            case FILTERABLE, SEARCHABLE -> Found.NONE;
            case OPTIONS -> contradictions.among(target, field, demand.options());
            case LENGTH -> contradictions.longer(target, field, demand.limit());
            case PRECISION -> contradictions.larger(target, field, demand.limit());
            case TYPE -> contradictions.present(target, field);
        };
    }
}
