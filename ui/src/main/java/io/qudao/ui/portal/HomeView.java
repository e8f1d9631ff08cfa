package io.qudao.ui.portal;

import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.Route;
import io.qudao.tenancy.TenantScope;
import jakarta.annotation.security.PermitAll;

@Route("")
@PermitAll
class HomeView extends VerticalLayout {
    private static final long serialVersionUID = 1;

    HomeView() {
        add(new H1(TenantScope.caller().tenant().name()));
    }
}
