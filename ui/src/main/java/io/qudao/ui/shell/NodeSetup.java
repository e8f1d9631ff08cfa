package io.qudao.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinServletRequest;
import io.qudao.permission.Members;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.TenantScope;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Sets up each session: the member's language, error reporting, and a restart after it has ended. */
@Component
class NodeSetup implements VaadinServiceInitListener {
    private final transient BundleWords words;
    private final transient PageStart start;
    private final transient Members members;
    private final transient OpenPages pages;

    NodeSetup(BundleWords words, PageStart start, Members members, OpenPages pages) {
        this.pages = pages;
        this.members = members;
        this.words = words;
        this.start = start;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        var service = event.getSource();
        service.setSystemMessagesProvider(reader -> messages(reader.getLocale()));
        service.addSessionInitListener(started -> started.getSession().setErrorHandler(new ViewErrors()));
        service.addSessionInitListener(started -> keep(started.getRequest()));
        event.addIndexHtmlRequestListener(start);
        service.addUIInitListener(started -> {
            var ui = started.getUI();
            TenantScope.current().map(Caller::locale).ifPresent(locale -> {
                ui.getSession().setLocale(locale);
                ui.setLocale(locale);
            });
            speakOfTheConnection(ui);
            pages.opened(ui);
        });
    }

    /** Sets the texts the page shows if the network is unavailable. */
    private void speakOfTheConnection(UI ui) {
        var locale = ui.getLocale();
        var lost = words.getTranslation("connection.lost", locale);
        var trying = words.getTranslation("connection.trying", locale);
        var dialog = ui.getReconnectDialogConfiguration();
        dialog.setDialogText(trying);
        dialog.setDialogTextGaveUp(lost);
        ui.getPage().executeJs("""
                const notice = window.Vaadin && window.Vaadin.connectionIndicator;
                if (notice) Object.assign(notice, {onlineText: $0, offlineText: $1, reconnectingText: $2});
                """, words.getTranslation("connection.back", locale), lost, trying);
    }

    /** Stores the language chosen on the sign-in page as the member's language on all devices. */
    private void keep(VaadinRequest request) {
        if (request instanceof VaadinServletRequest servlet
                && TenantScope.current().isPresent()) {
            LanguageCookie.read(servlet)
                    .filter(chosen -> !Optional.of(chosen)
                            .equals(Optional.ofNullable(members.me().locale())))
                    .ifPresent(members::speak);
        }
    }

    /** After a session has ended, reloads the same page, via the sign-in page if necessary. */
    private SystemMessages messages(Locale locale) {
        var messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(false);
        messages.setCookiesDisabledNotificationEnabled(false);
        messages.setInternalErrorCaption(words.getTranslation("error.failed", locale));
        messages.setInternalErrorMessage(words.getTranslation("error.failed.text", locale));
        return messages;
    }
}
