package io.qudao.ui.shell;

import com.vaadin.flow.component.UI;
import io.qudao.permission.Members;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.TenantScope;
import org.springframework.stereotype.Component;

/** Background work of a page, done as the member with their current rights. */
@Component
public class Background {
    private final Members members;

    Background(Members members) {
        this.members = members;
    }

    /** Starts work on a new thread; it may update the page with {@link #show}. */
    public Thread start(Runnable work) {
        var caller = TenantScope.caller();
        return Thread.ofVirtual().name("behind-page").start(() -> TenantScope.run(again(caller), work));
    }

    /** Updates a page from the background; does nothing if the page is gone. */
    public void show(UI ui, Runnable change) {
        var caller = TenantScope.caller();
        if (ui.isAttached()) {
            var _ = ui.access(() -> TenantScope.run(caller, change));
        }
    }

    private Caller again(Caller caller) {
        return members.callerOf(caller.tenant(), caller.member(), caller.partner());
    }
}
