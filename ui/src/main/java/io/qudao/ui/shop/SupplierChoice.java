package io.qudao.ui.shop;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.FlexLayout;
import com.vaadin.flow.component.select.Select;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.Texts;
import io.qudao.ui.component.record.Visible;

/** Chooses the supplier: shows a name if there is only one, a selection if there are several. */
final class SupplierChoice extends Composite<FlexLayout> {
    SupplierChoice(Suppliers suppliers, Supplier current) {
        var all = suppliers.all();
        if (all.size() == 1) {
            var name = new Span(name(current));
            name.addClassName("q-muted");
            getContent().add(Named.as("supplier", name));
            return;
        }
        var choice = Named.as("supplier", new Select<Supplier>());
        choice.setAriaLabel(Texts.of("catalogue.supplier"));
        choice.setItemLabelGenerator(
                supplier -> name(supplier) + " · " + supplier.account().currency());
        choice.setItems(all);
        choice.setValue(current);
        choice.addValueChangeListener(change -> {
            suppliers.choose(change.getValue().id());
            UI.getCurrent().refreshCurrentRoute(true);
        });
        getContent().add(choice);
    }

    private static String name(Supplier supplier) {
        return Visible.title(supplier.seller().name(), "account.seller", "partner.name");
    }
}
