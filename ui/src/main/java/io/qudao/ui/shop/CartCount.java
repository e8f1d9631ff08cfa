package io.qudao.ui.shop;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.html.Span;
import io.qudao.cart.Carts;
import io.qudao.tenancy.TenantScope;
import io.qudao.ui.component.Named;

/** Shows the number of lines in the cart. */
final class CartCount extends Span {
    private final transient Carts carts;
    private final transient Suppliers suppliers;

    CartCount(Carts carts, Suppliers suppliers) {
        this.carts = carts;
        this.suppliers = suppliers;
        addClassName("cart-count");
        Named.as("cart-count", this);
        show();
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        var listening = ComponentUtil.addListener(attached.getUI(), CartChanged.class, changed -> show());
        addDetachListener(detached -> listening.remove());
    }

    private void show() {
        int lines = TenantScope.caller().may("order.create")
                ? carts.lines(suppliers.all().stream().map(Supplier::id).toList())
                : 0;
        setText(String.valueOf(lines));
        setVisible(lines > 0);
    }
}
