package io.qudao.ui.shell;

import java.util.List;

/**
 * The links that a feature adds to the start pages of the portal because of what the caller can see, such as the lists
 * of records; implemented by a bean. What is the same for everybody is in {@link NavigationEntries}.
 */
public interface PortalLinks {
    List<PortalLink> portalLinks();
}
