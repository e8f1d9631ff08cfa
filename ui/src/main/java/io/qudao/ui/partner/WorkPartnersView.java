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
        grid.addComponentColumn(partner -> links.apply(partner.id().value(), partner.code()))
                .setHeader(Texts.of("list.code"));
        grid.addColumn(Partner::name).setHeader(Texts.of("list.name")).setFlexGrow(3);
        grid.addColumn(partner -> Texts.of("role." + partner.role())).setHeader(Texts.of("work.partners.role"));
        grid.addColumn(Partner::tier).setHeader(Texts.of("work.partners.tier"));
        grid.addComponentColumn(partner -> PartnerBadge.of(partner.status())).setHeader(Texts.of("list.status"));
        Cards.in(grid, getPageTitle(), partner -> card(partner, links));
    }

    private static RowCard card(Partner partner, BiFunction<UUID, String, Component> links) {
        return new RowCard(links.apply(partner.id().value(), partner.name()))
                .state(PartnerBadge.of(partner.status()))
                .fact(Texts.of("list.code"), partner.code())
                .fact(Texts.of("work.partners.role"), Texts.of("role." + partner.role()))
                .fact(Texts.of("work.partners.tier"), QuantityText.number(partner.tier()));
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
