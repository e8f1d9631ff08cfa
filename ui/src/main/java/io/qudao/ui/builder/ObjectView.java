package io.qudao.ui.builder;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Violation;
import io.qudao.metadata.ChangeSets;
import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.Metadata;
import io.qudao.metadata.Releases;
import io.qudao.record.Constraints;
import io.qudao.record.Constraints.Constraint;
import io.qudao.ui.component.Box;
import io.qudao.ui.component.ConfirmStep;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.Notices;
import io.qudao.ui.component.PageHeader;
import io.qudao.ui.component.Pages;
import io.qudao.ui.component.StatusBadge;
import io.qudao.ui.component.Texts;
import io.qudao.ui.component.Tone;
import io.qudao.ui.record.RecordNavigation;
import io.qudao.ui.shell.FrameLayout;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** One object with its fields and the page of its records. */
@Route(value = BuilderNavigation.OBJECT, layout = FrameLayout.class)
@PermitAll
class ObjectView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1;

    private final transient Releases releases;
    private final transient ChangeSets changeSets;
    private final transient Metadata metadata;
    private final transient Constraints constraints;
    private String name = "";
    private String title = "";

    ObjectView(Releases releases, ChangeSets changeSets, Metadata metadata, Constraints constraints) {
        this.releases = releases;
        this.changeSets = changeSets;
        this.metadata = metadata;
        this.constraints = constraints;
        addClassName("work-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        name = event.getRouteParameters().get("object").orElse("");
        show();
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private void show() {
        var blueprint = new DraftObjects(releases.components());
        var object = blueprint.object(name).orElseThrow(() -> new NotFoundException(name));
        var plan = releases.plan();
        title = object.label().in(Texts.locale());
        removeAll();
        var bar = new DraftBar(releases, changeSets, this::afterDiscard);
        bar.show(plan);
        var fields = blueprint.fields(object);
        add(header(object, blueprint), bar);
        plan.violations().stream()
                .filter(wrong -> belongs(wrong, object.listing().key().toString()))
                .forEach(wrong -> add(complaint(wrong)));
        add(new Box(
                "build-columns-2",
                fieldList(object, blueprint, plan.violations()),
                page(object, blueprint, fields, plan.violations())));
    }

    private void afterDiscard() {
        if (new DraftObjects(releases.components()).object(name).isPresent()) {
            show();
        } else {
            Pages.open(BuilderNavigation.OBJECTS);
        }
    }

    private PageHeader header(DraftObjects.DraftObject object, DraftObjects blueprint) {
        var code = new Span(object.name());
        code.addClassName("build-code");
        var header = new PageHeader(title)
                .back(BuilderNavigation.objects(), Texts.of("build.nav.objects"))
                .badge(new StatusBadge(
                        object.isStandard() ? Tone.GREY : Tone.TEAL,
                        Texts.of(object.isStandard() ? "build.standard" : "build.own")))
                .fact(Texts.of("build.object.name"), code);
        var add = Named.as(
                "build-add-field",
                new Button(
                        Texts.of("build.field.add.short"),
                        VaadinIcon.PLUS.create(),
                        click -> new FieldDialog(releases, blueprint, object, null, this::show).open()));
        add.addThemeVariants(ButtonVariant.PRIMARY);
        header.actions(rename(object));
        if (!object.isStandard()) {
            header.actions(remove(object, blueprint));
        }
        if (metadata.current().object(name).isPresent()) {
            header.actions(
                    Named.as("see-records", new Anchor(RecordNavigation.records(name), Texts.of("build.see.records"))));
        }
        header.actions(add);
        return header;
    }

    private Button rename(DraftObjects.DraftObject object) {
        var button = new Button(
                Texts.of("build.rename"),
                click -> new RenameDialog(releases, object.listing(), this::afterRename).open());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        return Named.as("object-rename", button);
    }

    private void afterRename(ComponentKey key) {
        if (key.name().equals(name)) {
            show();
        } else {
            Pages.open("build/objects/" + key.name());
        }
    }

    private Button remove(DraftObjects.DraftObject object, DraftObjects blueprint) {
        var button = new Button(
                Texts.of("build.object.remove"),
                click -> ConfirmStep.ask(
                        Texts.of("build.object.remove"),
                        Texts.of("build.object.remove.text", title, blueprint.ownFields(name)),
                        Texts.of("build.object.remove"),
                        () -> attempt(() -> {
                            releases.remove(object.listing().key());
                            Pages.open(BuilderNavigation.OBJECTS);
                        })));
        button.addThemeVariants(ButtonVariant.TERTIARY);
        return Named.as("object-remove", button);
    }

    private Box fieldList(DraftObjects.DraftObject object, DraftObjects blueprint, List<Violation> wrong) {
        var list = new Box("q-card build-fields");
        var names = new ComponentNames(blueprint, metadata.current());
        var demanded = metadata.current().object(name).isPresent() ? constraints.of(name) : List.<Constraint>of();
        for (var piece : blueprint.fields(object)) {
            var row = new FieldRow(piece, object.name(), names, wrong);
            row.constraints(demanded);
            row.listed(
                    blueprint.isListed(object, piece.name()),
                    () -> attempt(() -> {
                        releases.put(blueprint.listToggled(object, piece.name()));
                        show();
                    }));
            if (piece.isOwn()) {
                row.actions(
                        () -> new FieldDialog(releases, blueprint, object, piece, this::show).open(),
                        () -> removeField(object, blueprint, piece));
            } else if (piece.listing() != null) {
                row.rename(() -> new RenameDialog(releases, piece.listing(), key -> show()).open());
            }
            list.add(row);
        }
        return new Box("q-stack", new H2(Texts.of("build.fields")), list);
    }

    private void removeField(DraftObjects.DraftObject object, DraftObjects blueprint, DraftObjects.Piece piece) {
        ConfirmStep.ask(
                Texts.of("build.field.remove"),
                Texts.of("build.field.remove.text", piece.form().label().in(Texts.locale())),
                Texts.of("build.field.remove"),
                () -> attempt(() -> {
                    blueprint.pageWithout(object, piece.name()).ifPresent(releases::put);
                    blueprint.listWithout(object, piece.name()).ifPresent(releases::put);
                    if (piece.listing() != null) {
                        releases.remove(piece.listing().key());
                    }
                    show();
                }));
    }

    private Box page(
            DraftObjects.DraftObject object,
            DraftObjects blueprint,
            List<DraftObjects.Piece> fields,
            List<Violation> violations) {
        var page = blueprint.page(object);
        var help = new Paragraph(Texts.of("build.page.text"));
        help.addClassNames("q-muted", "q-small");
        var box = new Box("q-stack", new H2(Texts.of("build.page")), help);
        violations.stream()
                .filter(wrong -> wrong.field().startsWith(ComponentKind.LAYOUT.code() + "/" + name + "."))
                .forEach(wrong -> box.add(complaint(wrong)));
        box.add(new PageEditor(
                page.design(),
                fields,
                design -> attempt(() -> {
                    releases.put(blueprint.pageOf(page, design));
                    show();
                })));
        return box;
    }

    private void attempt(Runnable change) {
        try {
            change.run();
        } catch (ProblemException refused) {
            Notices.refused(refused);
            show();
        }
    }

    private static boolean belongs(Violation violation, String key) {
        return violation.field().equals(key) || violation.field().startsWith(key + "/");
    }

    private static Span complaint(Violation violation) {
        var text = new Span(Notices.message(violation));
        text.addClassName("build-wrong");
        return text;
    }
}
