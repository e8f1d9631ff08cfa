package io.qudao.ui.portal;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.Route;
import io.qudao.tenancy.TenantScope;
import jakarta.annotation.security.PermitAll;

@Route("")
@PermitAll
class HomeView extends Composite<Div> {
    HomeView() {
        getContent().add(new H1(TenantScope.caller().tenant().name()));
    }
}
