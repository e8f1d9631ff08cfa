package io.qudao.ui.builder;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import io.qudao.metadata.Component;
import io.qudao.metadata.Plan;
import io.qudao.ui.builder.Access.Holder;
import io.qudao.ui.builder.Access.Level;
import io.qudao.ui.component.Box;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.Texts;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Asks who may see what a release adds: the level of each permission set for each object concerned. */
final class AccessForm extends Div {
    private static final long serialVersionUID = 1;

    private final transient Access access;
    private final transient Map<DraftObjects.Shape, Map<Holder, Select<Level>>> choices = new LinkedHashMap<>();

    AccessForm(Access access, Plan plan) {
        this.access = access;
        addClassName("build-access");
        var holders = access.holders();
        for (var object : access.touched(plan)) {
            var chosen = new LinkedHashMap<Holder, Select<Level>>();
            var rows = new Box("build-access-rows");
            for (var holder : holders) {
                var choice = choice(object, holder);
                chosen.put(holder, choice);
                rows.add(new Span(holder.label().in(Texts.locale())), choice);
            }
            choices.put(object, chosen);
            add(new H3(Texts.of("build.access.who", object.label().in(Texts.locale()))), rows);
        }
        setVisible(!choices.isEmpty() && !holders.isEmpty());
    }

    private Select<Level> choice(DraftObjects.Shape object, Holder holder) {
        var choice = Named.as("access-" + object.name() + "-" + holder.name(), new Select<Level>());
        choice.setAriaLabel(holder.label().in(Texts.locale()));
        choice.setItems(Arrays.stream(Level.values())
                .filter(level -> level != Level.PARTNER || !object.isStandard())
                .toList());
        choice.setItemLabelGenerator(AccessForm::text);
        var usual = access.usual(holder, object);
        choice.setValue(object.isStandard() && usual == Level.PARTNER ? Level.EDIT : usual);
        return choice;
    }

    /** Returns the permission sets to change. */
    List<Component> changes() {
        var levels = new LinkedHashMap<Holder, Map<String, Level>>();
        choices.forEach((object, chosen) -> chosen.forEach((holder, choice) -> {
            if (choice.getValue() != access.level(holder, object.name())) {
                levels.computeIfAbsent(holder, each -> new HashMap<>()).put(object.name(), choice.getValue());
            }
        }));
        return levels.entrySet().stream()
                .map(entry -> access.granting(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Returns in words, for each object, who may see it. */
    List<String> summary() {
        return choices.entrySet().stream()
                .map(entry -> Texts.of(
                        "build.access.said", entry.getKey().label().in(Texts.locale()), seenBy(entry.getValue())))
                .toList();
    }

    private static String seenBy(Map<Holder, Select<Level>> chosen) {
        var names = chosen.entrySet().stream()
                .filter(entry -> entry.getValue().getValue() != Level.NONE)
                .map(entry -> Texts.of(
                        "build.access.one",
                        entry.getKey().label().in(Texts.locale()),
                        text(entry.getValue().getValue())))
                .collect(Collectors.joining(Texts.of("build.attributes.between")));
        return names.isEmpty() ? Texts.of("build.access.nobody") : names;
    }

    private static String text(Level level) {
        return Texts.of("build.access." + level);
    }
}
