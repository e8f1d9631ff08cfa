package io.qudao.ui.builder;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import io.qudao.metadata.PermissionSet;
import io.qudao.metadata.PermissionSet.Access;
import io.qudao.metadata.PermissionSet.Level;
import io.qudao.metadata.PermissionSet.ObjectRights;
import io.qudao.metadata.Plan;
import io.qudao.partner.Partner;
import io.qudao.partner.PartnerId;
import io.qudao.partner.Partners;
import io.qudao.tenancy.TenantScope;
import io.qudao.ui.component.Box;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.Texts;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Asks who may see what a release adds: for each object it touches, what each set of permissions may do, and of those
 * that partners hold, for which of them. Nobody sees more than the plan says until it is chosen here.
 */
final class AccessForm extends Div {
    private static final long serialVersionUID = 1;
    private static final int MOST = 50;

    private final transient Partners partners;
    private final transient Runnable changed;
    private final transient Map<DraftObjects.DraftObject, Map<PermissionSet, Choice>> choices = new LinkedHashMap<>();

    /**
     * The inputs for one set on one object.
     *
     * @param now the access that the set has
     * @param found its partners that could be shown
     */
    private record Choice(
            Access now,
            Set<Partner> found,
            Select<Level> level,
            MultiSelectComboBox<Partner> partners,
            MultiSelectComboBox<DraftObjects.Piece> hidden) {
        Access chosen() {
            // Partners that could not be shown are not taken away by a list that nobody touched.
            var only = partners.getValue().equals(found)
                    ? now.partners()
                    : partners.getValue().stream()
                            .map(partner -> partner.id().value())
                            .collect(Collectors.toSet());
            var unseen =
                    hidden.getValue().stream().map(DraftObjects.Piece::name).collect(Collectors.toSet());
            return new Access(now.set(), now.object(), level.getValue(), only, unseen);
        }

        boolean isChanged() {
            return !chosen().equals(now);
        }
    }

    /** @param changed called after each choice */
    AccessForm(DraftObjects draft, Partners partners, Plan plan, Runnable changed) {
        this.partners = partners;
        this.changed = changed;
        addClassName("build-access");
        setVisible(false);
        if (TenantScope.caller().may("metadata.edit")) {
            ask(draft, plan);
        }
    }

    private void ask(DraftObjects draft, Plan plan) {
        var holders = AccessQuestions.holders(plan.permissionSets());
        for (var object : AccessQuestions.touched(plan, draft)) {
            var chosen = new LinkedHashMap<PermissionSet, Choice>();
            var rows = new Box("build-access-rows");
            var fresh = AccessQuestions.fresh(plan, draft, object);
            for (var holder : holders) {
                var choice = choice(object, holder, fresh);
                chosen.put(holder, choice);
                rows.add(
                        new Span(holder.label().in(Texts.locale())),
                        new Box("q-stack", choice.level(), choice.partners(), choice.hidden()));
            }
            choices.put(object, chosen);
            add(new H3(Texts.of("build.access.who", object.label().in(Texts.locale()))), rows);
        }
        setVisible(!choices.isEmpty() && !holders.isEmpty());
    }

    private Choice choice(DraftObjects.DraftObject object, PermissionSet set, List<DraftObjects.Piece> fresh) {
        var name = object.name() + "-" + set.name();
        var now = new Access(set.name(), object.name(), set.level(object.name()), partners(set, object));
        var level = Named.as("access-" + name, new Select<Level>());
        level.setAriaLabel(set.label().in(Texts.locale()));
        level.setItems(Arrays.stream(Level.values())
                .filter(each -> each == now.level() || isOffered(each, object))
                .toList());
        level.setItemLabelGenerator(AccessForm::text);
        level.setValue(now.level());
        boolean ofPartners = AccessQuestions.isOfPartners(set);
        var only = Named.as("access-partners-" + name, picker(now.partners()));
        var hidden = Named.as("access-hidden-" + name, hidden(fresh));
        Consumer<Level> fit = chosen -> {
            only.setVisible(ofPartners && chosen != Level.NONE);
            hidden.setVisible(!fresh.isEmpty() && chosen != Level.NONE);
        };
        fit.accept(level.getValue());
        level.addValueChangeListener(change -> {
            fit.accept(change.getValue());
            changed.run();
        });
        only.addValueChangeListener(change -> changed.run());
        hidden.addValueChangeListener(change -> changed.run());
        return new Choice(now, only.getValue(), level, only, hidden);
    }

    private static MultiSelectComboBox<DraftObjects.Piece> hidden(List<DraftObjects.Piece> fresh) {
        var picker = new MultiSelectComboBox<DraftObjects.Piece>();
        picker.setAriaLabel(Texts.of("build.access.hidden"));
        picker.setPlaceholder(Texts.of("build.access.hidden.none"));
        picker.setClearButtonVisible(true);
        picker.setItemLabelGenerator(AccessForm::name);
        picker.setItems(fresh);
        return picker;
    }

    private static String name(DraftObjects.Piece piece) {
        return piece.form().label().in(Texts.locale());
    }

    /** Whose records of a standard object somebody sees is up to its module. */
    private static boolean isOffered(Level level, DraftObjects.DraftObject object) {
        return switch (level) {
            case NONE, READ, EDIT -> true;
            case PARTNER -> !object.isStandard();
            case CUSTOM -> false;
        };
    }

    private static Set<UUID> partners(PermissionSet set, DraftObjects.DraftObject object) {
        return set.objects().getOrDefault(object.name(), ObjectRights.NOTHING).partners();
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

    /** A designer need not be one who may look through the partners; those that a set names are shown anyway. */
    private Stream<Partner> found(String typed) {
        if (!TenantScope.caller().may("partner.read")) {
            return Stream.of();
        }
        var text = typed.isBlank() ? null : typed.strip();
        return partners.list(new Partners.Filter(null, null, null, null, text), null, MOST).items().stream();
    }

    /** Returns the access that is to change. */
    List<Access> changes() {
        return choices.values().stream()
                .flatMap(chosen -> chosen.values().stream())
                .filter(Choice::isChanged)
                .map(Choice::chosen)
                .toList();
    }

    /** Returns in words, for each object, who may see it. */
    List<String> summary() {
        return choices.entrySet().stream()
                .map(entry -> Texts.of(
                        "build.access.said", entry.getKey().label().in(Texts.locale()), seenBy(entry.getValue())))
                .toList();
    }

    private static String seenBy(Map<PermissionSet, Choice> chosen) {
        var names = chosen.entrySet().stream()
                .filter(entry -> entry.getValue().level().getValue() != Level.NONE)
                .map(entry ->
                        Texts.of("build.access.one", entry.getKey().label().in(Texts.locale()), text(entry.getValue())))
                .collect(Collectors.joining(Texts.of("build.attributes.between")));
        return names.isEmpty() ? Texts.of("build.access.nobody") : names;
    }

    private static String text(Choice choice) {
        var level = text(choice.level().getValue());
        var only = limited("build.access.only", level, choice.partners().getValue(), Partner::name);
        return limited("build.access.without", only, choice.hidden().getValue(), AccessForm::name);
    }

    private static <T> String limited(String key, String level, Set<T> items, Function<T, String> name) {
        return items.isEmpty()
                ? level
                : Texts.of(
                        key,
                        level,
                        items.stream()
                                .map(name)
                                .sorted()
                                .collect(Collectors.joining(Texts.of("build.attributes.between"))));
    }

    private static String text(Level level) {
        return Texts.of("build.access." + level);
    }
}
