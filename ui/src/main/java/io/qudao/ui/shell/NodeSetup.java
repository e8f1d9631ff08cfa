package io.qudao.ui.shell;

import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.VaadinServiceInitListener;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.TenantScope;
import io.qudao.ui.component.Texts;
import org.springframework.stereotype.Component;

/** Each session speaks its member's language, tells of errors, and starts anew when it has ended. */
@Component
class NodeSetup implements VaadinServiceInitListener {
    @Override
    public void serviceInit(ServiceInitEvent event) {
        var service = event.getSource();
        service.setSystemMessagesProvider(where -> messages());
        service.addSessionInitListener(started -> started.getSession().setErrorHandler(new ViewErrors()));
        service.addUIInitListener(
                started -> TenantScope.current().map(Caller::locale).ifPresent(locale -> {
                    started.getUI().getSession().setLocale(locale);
                    started.getUI().setLocale(locale);
                }));
    }

    /** A session that ended begins again where it was, by way of the sign-in page where needed. */
    private static SystemMessages messages() {
        var messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(false);
        messages.setInternalErrorCaption(Texts.of("error.failed"));
        messages.setInternalErrorMessage(Texts.of("error.failed.text"));
        return messages;
    }
}
