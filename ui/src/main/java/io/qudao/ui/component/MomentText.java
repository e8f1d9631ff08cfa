package io.qudao.ui.component;

import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import io.qudao.tenancy.TenantScope;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * An instant in the reader's own time zone, which is named where it is not the tenant's; relative within a day, in full on
 * hover. The browser supplies zone and clock.
 */
@Tag("q-moment")
@JavaScript("context://component.js")
public final class MomentText extends HtmlComponent {
    public MomentText(Instant at) {
        TenantScope.current()
                .ifPresent(caller ->
                        getElement().setAttribute("zone", caller.tenant().zone().getId()));
        getElement().setAttribute("lang", Texts.locale().toLanguageTag());
        getElement().setAttribute("at", at.truncatedTo(ChronoUnit.SECONDS).toString());
    }
}
