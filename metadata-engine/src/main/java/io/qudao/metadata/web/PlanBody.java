package io.qudao.metadata.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.qudao.kernel.Violation;
import io.qudao.metadata.Plan;
import io.qudao.metadata.SlotState;
import io.qudao.rest.ProblemTexts;
import io.qudao.tenancy.TenantScope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A plan as clients see it, its messages in the caller's language. */
record PlanBody(
        int base,
        int newest,
        boolean destructive,
        String fingerprint,
        List<ChangeBody> changes,
        List<Wrong> violations,
        List<Wrong> warnings,
        List<ConflictBody> conflicts,
        List<AudienceBody> audiences,
        List<SlotBody> slots,
        List<DemandBody> demands) {
    static PlanBody of(Plan plan, List<Plan.Finding> findings, ProblemTexts texts) {
        return new PlanBody(
                plan.base(),
                plan.newest(),
                plan.isDestructive(),
                plan.fingerprint(),
                plan.changes().stream().map(ChangeBody::of).toList(),
                wrong(plan.violations(), texts),
                wrong(plan.warnings(), texts),
                plan.conflicts().stream().map(ConflictBody::of).toList(),
                plan.audiences().stream()
                        .map(one -> new AudienceBody(
                                one.key().kind().code(), one.key().name(), one.permissionSets()))
                        .toList(),
                plan.slots().stream()
                        .map(slot -> new SlotBody(slot.object(), slot.field(), slot.column(), slot.state()))
                        .toList(),
                findings.stream().map(finding -> DemandBody.of(finding, texts)).toList());
    }

    private static final String REQUESTED = "requested";

    static List<Wrong> wrong(List<Violation> violations, ProblemTexts texts) {
        var locale = TenantScope.caller().locale();
        return violations.stream()
                .map(one -> new Wrong(one.field(), one.code(), texts.message(one, locale)))
                .toList();
    }

    /** @param from the previous name, if it was renamed */
    record ChangeBody(
            String kind,
            String name,
            Plan.Action action,
            @Nullable String from,
            List<String> attributes,
            boolean destructive) {
        static ChangeBody of(Plan.Change change) {
            var from = change.from();
            return new ChangeBody(
                    change.key().kind().code(),
                    change.key().name(),
                    change.action(),
                    from == null ? null : from.name(),
                    change.attributes(),
                    change.destructive());
        }
    }

    /** @param permissionSets permission sets that show what is new */
    record AudienceBody(String kind, String name, List<String> permissionSets) {}

    /**
     * Something that is asked of a field's values.
     *
     * @param state {@code requested} until it is published
     * @param against records that stand against it; null where there are too many to look at
     * @param message empty where none does
     */
    record DemandBody(
            String kind,
            String name,
            String demand,
            String state,
            @Nullable Long against,
            List<Plan.Example> examples,
            String message) {
        static DemandBody of(Plan.Finding finding, ProblemTexts texts) {
            var key = finding.demand().key();
            var message = finding.isAgainst()
                    ? texts.message(finding.violation(), TenantScope.caller().locale())
                    : "";
            return new DemandBody(
                    key.kind().code(),
                    key.name(),
                    finding.demand().asked().code(),
                    REQUESTED,
                    finding.against(),
                    finding.examples(),
                    message);
        }
    }

    record SlotBody(String object, String field, String column, SlotState state) {}

    record Wrong(String field, String code, String message) {}

    record ConflictBody(
            String kind,
            String name,
            String attribute,
            @JsonRawValue @Nullable String base,
            @JsonRawValue @Nullable String mine,
            @JsonRawValue @Nullable String theirs) {
        static ConflictBody of(Plan.Conflict conflict) {
            return new ConflictBody(
                    conflict.key().kind().code(),
                    conflict.key().name(),
                    conflict.attribute(),
                    conflict.base(),
                    conflict.mine(),
                    conflict.theirs());
        }
    }
}
