package io.qudao.ui.builder;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.qudao.kernel.Violation;
import io.qudao.metadata.ChangeSets;
import io.qudao.metadata.ChangeSets.Side;
import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.Plan;
import io.qudao.ui.component.Box;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.Notices;
import io.qudao.ui.component.Remark;
import io.qudao.ui.component.Texts;
import io.qudao.ui.component.Tone;
import java.util.List;
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

    /** Returns each conflict with a choice of whose change to keep. */
    Remark conflicts(Plan plan, ChangeSets changeSets, Runnable settled) {
        var list = new UnorderedList();
        plan.conflicts().stream()
                .collect(Collectors.groupingBy(Plan.Conflict::key))
                .forEach((key, conflicts) -> list.add(conflict(key, conflicts, changeSets, settled)));
        return Named.as("plan-conflicts", new Remark(Tone.RED, new Span(Texts.of("build.plan.conflicts")), list));
    }

    private ListItem conflict(
            ComponentKey key, List<Plan.Conflict> conflicts, ChangeSets changeSets, Runnable settled) {
        var row = new Box("q-row wrap");
        var name = new Span(names.of(key));
        name.addClassName("q-strong");
        var where = new Span(conflicts.stream()
                .map(conflict -> conflict.attribute().isEmpty()
                        ? Texts.of("build.action.removed")
                        : Texts.orElse("build.attribute." + conflict.attribute(), conflict.attribute()))
                .collect(Collectors.joining(Texts.of("build.attributes.between"))));
        row.add(name, where);
        for (Side side : Side.values()) {
            var take = new Button(Texts.of("build.take." + side.name()), click -> {
                changeSets.resolve(key, side);
                settled.run();
            });
            take.addThemeVariants(ButtonVariant.TERTIARY);
            row.add(Named.as("take-" + side.name().toLowerCase(java.util.Locale.ROOT) + "-" + key.name(), take));
        }
        return new ListItem(row);
    }

    private UnorderedList list(List<Violation> violations) {
        var list = new UnorderedList();
        for (var wrong : violations) {
            var where = new Span(names.at(wrong.field()));
            where.addClassName("q-strong");
            list.add(new ListItem(new Box("q-row wrap", where, new Span(Notices.message(wrong)))));
        }
        return list;
    }
}
