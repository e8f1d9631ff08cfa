package io.qudao.ui.shop;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;

/** The cart of the page's user has changed. */
final class CartChanged extends ComponentEvent<UI> {
    private CartChanged(UI page) {
        super(page, false);
    }

    static void tell() {
        var page = UI.getCurrent();
        ComponentUtil.fireEvent(page, new CartChanged(page));
    }
}
