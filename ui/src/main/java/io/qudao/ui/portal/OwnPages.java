package io.qudao.ui.portal;

import io.qudao.partner.PartnerId;
import io.qudao.partner.TradingAccounts;
import io.qudao.tenancy.TenantScope;
import io.qudao.ui.shell.Face;
import io.qudao.ui.shell.Faces;
import io.qudao.ui.shell.NavigationEntry;
import java.util.List;
import org.springframework.stereotype.Component;

/** The portal's pages that are of use to the caller. */
@Component
class OwnPages {
    private final Faces faces;
    private final TradingAccounts accounts;

    OwnPages(Faces faces, TradingAccounts accounts) {
        this.faces = faces;
        this.accounts = accounts;
    }

    /** Those the caller may see; those of a business only where the partner sells to somebody. */
    List<NavigationEntry> all() {
        boolean sells = sells();
        return faces.entries(Face.PORTAL, TenantScope.caller()).stream()
                .filter(entry -> sells || !entry.path().equals(PortalNavigation.BUSINESS))
                .toList();
    }

    private boolean sells() {
        var own = TenantScope.caller().partner();
        return own != null
                && !accounts.ofSeller(new PartnerId(own), null, 1).items().isEmpty();
    }
}
