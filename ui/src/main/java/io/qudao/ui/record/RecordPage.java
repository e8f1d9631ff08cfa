package io.qudao.ui.record;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.RouteParameters;
import io.qudao.tenancy.TenantScope;
import io.qudao.ui.shell.Face;
import io.qudao.ui.shell.PageOfBothFaces;

/** A page of records, for the brand in the workspace and for partners in the portal. */
abstract class RecordPage extends Div implements PageOfBothFaces, BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1;

    private boolean portal;

    RecordPage() {
        addClassName("work-page");
    }

    @Override
    public final void beforeEnter(BeforeEnterEvent event) {
        portal = Face.of(event.getLocation().getPath()) == Face.PORTAL;
        enter(event.getRouteParameters());
    }

    @Override
    public final String getPageTitle() {
        return portal ? title() + " · " + TenantScope.caller().tenant().name() : title();
    }

    /** Shows what the URL names. */
    abstract void enter(RouteParameters named);

    abstract String title();

    final boolean isInPortal() {
        return portal;
    }

    /** Returns the URL of the list of objects, without its leading slash. */
    final String objects() {
        return portal ? RecordNavigation.OBJECTS : RecordNavigation.WORK;
    }

    /** Returns the URL of an object's list of records; those of records are below it. */
    final String records(String object) {
        return objects() + "/" + object;
    }
}
