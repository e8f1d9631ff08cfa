package io.qudao.ui.builder;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import io.qudao.metadata.Component;
import io.qudao.metadata.Plan;
import io.qudao.partner.Partner;
import io.qudao.partner.PartnerId;
import io.qudao.partner.Partners;
import io.qudao.ui.builder.Access.Grant;
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
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Asks who may see what a release adds: for each object it touches, what each set of permissions may do, and of those
 * that partners hold, for which of them.
 */
final class AccessForm extends Div {
    private static final long serialVersionUID = 1;
    private static final int MOST = 50;

    private final transient Access access;
    private final transient Partners partners;
    private final transient Map<DraftObjects.Shape, Map<Holder, Choice>> choices = new LinkedHashMap<>();

    /** The inputs for one set on one object. */
    private record Choice(Select<Level> level, MultiSelectComboBox<Partner> partners) {
        Grant grant() {
            return new Grant(
                    level.getValue(),
                    partners.getValue().stream()
                            .map(partner -> partner.id().value())
                            .collect(Collectors.toSet()));
        }
    }

    AccessForm(Access access, Partners partners, Plan plan) {
        this.access = access;
        this.partners = partners;
        addClassName("build-access");
        var holders = access.holders();
        for (var object : access.touched(plan)) {
            var chosen = new LinkedHashMap<Holder, Choice>();
            var rows = new Box("build-access-rows");
            for (var holder : holders) {
                var choice = choice(object, holder);
                chosen.put(holder, choice);
                rows.add(
                        new Span(holder.label().in(Texts.locale())),
                        new Box("q-stack", choice.level(), choice.partners()));
            }
            choices.put(object, chosen);
            add(new H3(Texts.of("build.access.who", object.label().in(Texts.locale()))), rows);
        }
        setVisible(!choices.isEmpty() && !holders.isEmpty());
    }

    private Choice choice(DraftObjects.Shape object, Holder holder) {
        var name = object.name() + "-" + holder.name();
        var level = Named.as("access-" + name, new Select<Level>());
        level.setAriaLabel(holder.label().in(Texts.locale()));
        level.setItems(Arrays.stream(Level.values())
                .filter(each -> each != Level.PARTNER || !object.isStandard())
                .toList());
        level.setItemLabelGenerator(AccessForm::text);
        var usual = access.usual(holder, object);
        level.setValue(object.isStandard() && usual == Level.PARTNER ? Level.EDIT : usual);
        var only = Named.as("access-partners-" + name, picker(access.partners(holder, object.name())));
        only.setVisible(holder.isOfPartners() && level.getValue() != Level.NONE);
        level.addValueChangeListener(
                change -> only.setVisible(holder.isOfPartners() && change.getValue() != Level.NONE));
        return new Choice(level, only);
    }

    private MultiSelectComboBox<Partner> picker(Set<UUID> chosen) {
        var picker = new MultiSelectComboBox<Partner>();
        picker.setAriaLabel(Texts.of("build.access.partners"));
        picker.setPlaceholder(Texts.of("build.access.partners.all"));
        picker.setClearButtonVisible(true);
        picker.setItemLabelGenerator(Partner::name);
        picker.setItems(query -> query.getOffset() > 0
                ? Stream.of()
                : found(query.getFilter().orElse("")).limit(query.getLimit()));
        picker.setValue(
                partners.byIds(chosen.stream().map(PartnerId::new).toList()).values());
        return picker;
    }

    private Stream<Partner> found(String typed) {
        var text = typed.isBlank() ? null : typed.strip();
        return partners.list(new Partners.Filter(null, null, null, null, text), null, MOST).items().stream();
    }

    /** Returns the permission sets to change. */
    List<Component> changes() {
        var grants = new LinkedHashMap<Holder, Map<String, Grant>>();
        choices.forEach((object, chosen) -> chosen.forEach((holder, choice) -> {
            var now = new Grant(access.level(holder, object.name()), access.partners(holder, object.name()));
            if (!choice.grant().equals(now)) {
                grants.computeIfAbsent(holder, each -> new HashMap<>()).put(object.name(), choice.grant());
            }
        }));
        return grants.entrySet().stream()
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

    private static String seenBy(Map<Holder, Choice> chosen) {
        var names = chosen.entrySet().stream()
                .filter(entry -> entry.getValue().level().getValue() != Level.NONE)
                .map(entry ->
                        Texts.of("build.access.one", entry.getKey().label().in(Texts.locale()), text(entry.getValue())))
                .collect(Collectors.joining(Texts.of("build.attributes.between")));
        return names.isEmpty() ? Texts.of("build.access.nobody") : names;
    }

    private static String text(Choice choice) {
        var level = text(choice.level().getValue());
        var only = choice.partners().getValue();
        return only.isEmpty()
                ? level
                : Texts.of(
                        "build.access.only",
                        level,
                        only.stream()
                                .map(Partner::name)
                                .sorted()
                                .collect(Collectors.joining(Texts.of("build.attributes.between"))));
    }

    private static String text(Level level) {
        return Texts.of("build.access." + level);
    }
}
