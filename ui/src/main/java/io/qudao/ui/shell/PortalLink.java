package io.qudao.ui.shell;

import com.vaadin.flow.component.icon.VaadinIcon;

/**
 * A link on the start pages of the portal.
 *
 * @param text in the caller's language
 * @param path URL without its leading slash
 */
public record PortalLink(VaadinIcon icon, String text, String path) {}
