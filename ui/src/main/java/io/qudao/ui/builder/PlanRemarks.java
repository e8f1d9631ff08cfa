package io.qudao.ui.builder;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.qudao.kernel.Violation;
import io.qudao.metadata.Plan;
import io.qudao.ui.component.Box;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.Notices;
import io.qudao.ui.component.Remark;
import io.qudao.ui.component.Texts;
import io.qudao.ui.component.Tone;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The remarks of a plan: violations, conflicts with other changes, and warnings. */
final class PlanRemarks {
    private final ComponentNames names;

    PlanRemarks(ComponentNames names) {
        this.names = names;
    }

    Remark violations(List<Violation> violations) {
        return Named.as(
                "plan-violations", new Remark(Tone.RED, new Span(Texts.of("build.plan.wrong")), list(violations)));
    }

    Remark warnings(List<Violation> warnings) {
        return Named.as(
                "plan-warnings", new Remark(Tone.AMBER, new Span(Texts.of("build.plan.warned")), list(warnings)));
    }

    /** That somebody has to choose, and where. */
    Remark conflicts() {
        return Named.as(
                "plan-conflicts",
                new Remark(
                        Tone.RED,
                        new Span(Texts.of("build.plan.conflicts")),
                        new Anchor(BuilderNavigation.conflicts(), Texts.of("build.conflicts.solve"))));
    }

    /** Lists the demands that existing records violate; empty if there are none. */
    Optional<Remark> findings(List<Plan.Finding> findings) {
        var list = new UnorderedList();
        findings.stream().filter(Plan.Finding::isAgainst).forEach(finding -> list.add(finding(finding)));
        return list.getChildren().findAny().isEmpty()
                ? Optional.empty()
                : Optional.of(Named.as(
                        "plan-findings", new Remark(Tone.AMBER, new Span(Texts.of("build.plan.found")), list)));
    }

    private ListItem finding(Plan.Finding finding) {
        var row = line(finding.violation());
        if (!finding.examples().isEmpty()) {
            var examples = new Span(finding.examples().stream()
                    .map(one -> Texts.of("build.plan.found.example", one.value(), one.count()))
                    .collect(Collectors.joining(Texts.of("build.attributes.between"))));
            examples.addClassNames("q-muted", "q-small");
            row.add(examples);
        }
        return new ListItem(row);
    }

    private UnorderedList list(List<Violation> violations) {
        var list = new UnorderedList();
        violations.forEach(wrong -> list.add(new ListItem(line(wrong))));
        return list;
    }

    private Box line(Violation violation) {
        var where = new Span(names.at(violation.field()));
        where.addClassName("q-strong");
        return new Box("q-row wrap", where, new Span(Notices.message(violation)));
    }
}
