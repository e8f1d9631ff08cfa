package io.qudao.ui.shop;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import io.qudao.tenancy.Caller;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.Texts;
import io.qudao.ui.shell.Face;
import io.qudao.ui.shell.TopBarItem;

/** The search on top of every page of the portal. */
@org.springframework.stereotype.Component
class GoodsSearch implements TopBarItem {
    @Override
    public Face face() {
        return Face.PORTAL;
    }

    @Override
    public int order() {
        return 0;
    }

    @Override
    public boolean isFor(Caller caller) {
        return caller.may("order.create");
    }

    @Override
    public Component create() {
        var search = Named.as("search", new TextField());
        search.addClassName("portal-search");
        search.setPlaceholder(Texts.of("portal.search"));
        search.setAriaLabel(Texts.of("portal.search"));
        search.setPrefixComponent(VaadinIcon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                UI.getCurrent().navigate(ShopNavigation.search(change.getValue().strip()));
            }
        });
        return search;
    }
}
