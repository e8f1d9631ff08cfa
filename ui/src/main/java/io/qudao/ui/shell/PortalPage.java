package io.qudao.ui.shell;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import io.qudao.tenancy.TenantScope;
import io.qudao.ui.component.Texts;

/** A page of the portal with its title. */
public abstract class PortalPage extends Composite<Div> implements HasDynamicTitle {
    private final String title;

    /**
     * @param key message key of the title
     */
    protected PortalPage(String key, String style) {
        this.title = Texts.of(key);
        getContent().addClassNames("page", style);
    }

    /** Returns the title. */
    protected final String title() {
        return title;
    }

    @Override
    public String getPageTitle() {
        return title + " · " + TenantScope.caller().tenant().name();
    }
}
