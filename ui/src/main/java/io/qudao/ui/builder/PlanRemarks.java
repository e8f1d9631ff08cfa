package io.qudao.ui.builder;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.qudao.kernel.Violation;
import io.qudao.ui.component.Box;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.Notices;
import io.qudao.ui.component.Remark;
import io.qudao.ui.component.Texts;
import io.qudao.ui.component.Tone;
import java.util.List;

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
