package io.qudao.ui.partner;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.qudao.partner.Partner;
import io.qudao.partner.Partners;
import io.qudao.tenancy.TenantScope;
import io.qudao.ui.component.Box;
import io.qudao.ui.component.Cards;
import io.qudao.ui.component.EmptyState;
import io.qudao.ui.component.Listing;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.PageHeader;
import io.qudao.ui.component.QuantityText;
import io.qudao.ui.component.RowCard;
import io.qudao.ui.component.SearchField;
import io.qudao.ui.component.Texts;
import io.qudao.ui.component.record.OwnFields;
import io.qudao.ui.component.record.Visible;
import io.qudao.ui.record.RecordNavigation;
import io.qudao.ui.shell.FrameLayout;
import jakarta.annotation.security.PermitAll;
import java.util.UUID;
import java.util.function.BiFunction;

/** The channel's partners, from the head office down. */
@Route(value = PartnerNavigation.WORK, layout = FrameLayout.class)
@PermitAll
class WorkPartnersView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1;
    private static final String NAME = "partner.name";
    private static final String ROLE = "partner.role";
    private static final String TIER = "partner.tier";
    private static final String STATUS = "partner.status";

    private final TextField text = new TextField();
    private final Listing<Partner> list;

    WorkPartnersView(Partners partners, RecordNavigation records, OwnFields ownFields) {
        this.list = new Listing<>(
                cursor -> partners.list(filter(), cursor, 50),
                () -> new EmptyState(
                        VaadinIcon.CLUSTER, Texts.of("work.partners.none"), Texts.of("work.partners.none.text")));
        addClassName("work-page");
        SearchField.prepare(text, "work.partners.search", list::reload);
        var header = new PageHeader(Texts.of("work.nav.partners")).action(records.list("account"));
        if (TenantScope.caller().may("partner.edit")) {
            var add = Named.as(
                    "add-partner",
                    new Button(
                            Texts.of("work.partners.add"),
                            click -> new PartnerDialog(partners, ownFields, list::reload).open()));
            add.addThemeVariants(ButtonVariant.PRIMARY);
            header.actions(add);
        }
        columns(records.links("partner"));
        add(header, new Box("q-row", text), list);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        SearchField.enter(text, event.getLocation());
        list.reload();
    }

    private void columns(BiFunction<UUID, String, Component> links) {
        var grid = Named.as("partners", list.grid());
        grid.addComponentColumn(partner -> links.apply(partner.id().value(), code(partner)))
                .setHeader(Texts.of("list.code"));
        Visible.column(
                grid,
                grid.addColumn(Partner::name).setHeader(Texts.of("list.name")).setFlexGrow(3),
                NAME);
        Visible.column(
                grid,
                grid.addColumn(partner -> Texts.of("role." + partner.role())).setHeader(Texts.of("work.partners.role")),
                ROLE);
        Visible.column(grid, grid.addColumn(Partner::tier).setHeader(Texts.of("work.partners.tier")), TIER);
        Visible.column(
                grid,
                grid.addComponentColumn(partner -> PartnerBadge.of(partner.status()))
                        .setHeader(Texts.of("list.status")),
                STATUS);
        Cards.in(grid, getPageTitle(), partner -> card(partner, links));
    }

    private static RowCard card(Partner partner, BiFunction<UUID, String, Component> links) {
        return new RowCard(links.apply(partner.id().value(), Visible.title(partner.name(), NAME)))
                .state(Visible.of(() -> PartnerBadge.of(partner.status()), STATUS))
                .fact(Texts.of("list.code"), code(partner))
                .fact(Texts.of("work.partners.role"), Visible.text(Texts.of("role." + partner.role()), ROLE))
                .fact(Texts.of("work.partners.tier"), Visible.text(QuantityText.number(partner.tier()), TIER));
    }

    private static String code(Partner partner) {
        return Visible.title(partner.code(), "partner.code");
    }

    @Override
    public String getPageTitle() {
        return Texts.of("work.nav.partners");
    }

    private Partners.Filter filter() {
        String typed = text.getValue().isBlank() ? null : text.getValue().strip();
        return new Partners.Filter(null, null, null, null, typed);
    }
}
