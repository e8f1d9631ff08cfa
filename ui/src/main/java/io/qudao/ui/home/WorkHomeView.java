package io.qudao.ui.home;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.qudao.tenancy.TenantScope;
import io.qudao.ui.component.PageHeader;
import io.qudao.ui.component.Texts;
import io.qudao.ui.shell.Face;
import io.qudao.ui.shell.FrameLayout;
import jakarta.annotation.security.PermitAll;

/** The start page of the workspace: open tasks and links. */
@Route(value = HomeNavigation.WORK, layout = FrameLayout.class)
@PermitAll
class WorkHomeView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1;

    WorkHomeView(HomeParts parts) {
        addClassName("work-page");
        add(new PageHeader(Texts.of("work.home.title", TenantScope.caller().name())));
        add(parts.sections(Face.WORKSPACE));
    }

    @Override
    public String getPageTitle() {
        return Texts.of("work.nav.home");
    }
}
