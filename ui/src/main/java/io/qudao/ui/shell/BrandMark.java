package io.qudao.ui.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import io.qudao.tenancy.TenantScope;

/** The tenant's mark, in its colour as on its sign-in page, and its name: the way home. */
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
