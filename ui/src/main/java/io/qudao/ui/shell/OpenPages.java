package io.qudao.ui.shell;

import com.vaadin.flow.component.UI;
import io.qudao.kernel.AccessTokens;
import io.qudao.kernel.TenantId;
import io.qudao.permission.Revocations;
import io.qudao.tenancy.TenantScope;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * The pages that are open at this node. Those of a sign-in that was revoked, by signing out elsewhere or by putting the
 * person out of work, go to the sign-in page by themselves. What is revoked is in memory, so that to look often costs nothing.
 */
@Component
final class OpenPages implements SmartLifecycle {
    private static final Duration EVERY = Duration.ofMillis(200);

    /** Whoever is about to leave is not asked about what they have typed: it could not be saved any more. */
    private static final String LEAVE = "window.onbeforeunload = null; window.location.assign('/sign-in?ended=true')";

    private final Revocations revocations;
    private final Map<UI, SignIn> open = new ConcurrentHashMap<>();
    private volatile @Nullable CountDownLatch stopped;

    OpenPages(Revocations revocations) {
        this.revocations = revocations;
    }

    /** @param session what the identity provider knows the sign-in by */
    private record SignIn(TenantId tenant, String session) {}

    /** Watches over a page that the present request opens. */
    void opened(UI ui) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof OidcUser user)) {
            return;
        }
        var session = user.getClaimAsString(AccessTokens.SESSION);
        if (session != null && TenantScope.current().isPresent()) {
            open.put(ui, new SignIn(TenantScope.tenant(), session));
            ui.addDetachListener(gone -> open.remove(ui));
        }
    }

    private void watch(CountDownLatch end) {
        try {
            while (!end.await(EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                open.forEach((ui, signIn) -> {
                    if (revocations.isRevoked(signIn.tenant(), signIn.session()) && open.remove(ui, signIn)) {
                        leave(ui);
                    }
                });
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void leave(UI ui) {
        if (ui.isAttached()) {
            var _ = ui.access(() -> ui.getPage().executeJs(LEAVE));
        }
    }

    @Override
    public void start() {
        var end = new CountDownLatch(1);
        stopped = end;
        Thread.ofVirtual().name("open-pages").start(() -> watch(end));
    }

    @Override
    public void stop() {
        var end = stopped;
        stopped = null;
        if (end != null) {
            end.countDown();
        }
    }

    @Override
    public boolean isRunning() {
        return stopped != null;
    }
}
