package io.qudao.ui.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import io.qudao.tenancy.TenantScope;

/** The tenant's logo in its colour and its name, linked to the start page. */
final class BrandMark extends Anchor {
    private static final long serialVersionUID = 1;

    BrandMark(String style) {
        super("/");
        var tenant = TenantScope.caller().tenant().name();
        var mark = new Span(initial(tenant));
        mark.addClassName("brand-tile");
        mark.getElement().setAttribute("aria-hidden", "true");
        var name = new Span(tenant);
        name.addClassNames("brand-name", "q-ellipsis");
        add(mark, name);
        addClassName(style);
        setAriaLabel(tenant);
    }

    private static String initial(String name) {
        return name.isEmpty() ? "" : name.substring(0, name.offsetByCodePoints(0, 1));
    }
}
