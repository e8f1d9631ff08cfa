package io.qudao.ui.ordering;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.qudao.ordering.Order;
import io.qudao.ordering.Transition;
import io.qudao.ui.component.ActorText;
import io.qudao.ui.component.Box;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.Texts;
import io.qudao.ui.component.record.Visible;

/** Shows every step of an order, oldest first: what, who, when, why. A credit hold is where it stands now. */
final class OrderTimeline extends Composite<Section> {
    OrderTimeline(Order order) {
        var steps = new OrderedList();
        order.history().forEach(step -> steps.add(step(step)));
        if (order.summary().isHeld()) {
            steps.add(hold(order));
        }
        steps.addClassName("timeline");
        getContent().addClassNames("q-card", "q-stack");
        getContent().add(new H2(Texts.of("order.timeline")), steps);
        Named.as("timeline", this);
    }

    private static Component hold(Order order) {
        var item = Named.as("timeline-hold", new ListItem());
        OrderTexts.state(order.summary()).ifPresent(item::add);
        return item;
    }

    private static Component step(Transition step) {
        var meta = new Box("q-row wrap q-muted q-small");
        Visible.of(() -> new ActorText(step.actorName()), "member.name").ifPresent(meta::add);
        OrderTexts.at(step).ifPresent(meta::add);
        var state = new Box("q-row");
        OrderTexts.status(step.to()).ifPresent(state::add);
        var item = new ListItem(new Box("q-stack", state, meta));
        var reason = step.reason();
        if (reason != null && !reason.isBlank()) {
            var words = new Span(reason);
            words.addClassName("timeline-reason");
            item.add(words);
        }
        return item;
    }
}
