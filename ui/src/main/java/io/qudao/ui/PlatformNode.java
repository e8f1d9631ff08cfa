package io.qudao.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.shared.ui.Transport;
import com.vaadin.flow.theme.aura.Aura;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** A platform node: the engine, the standard business, the REST API and the three user interfaces. */
@SpringBootApplication(scanBasePackages = "io.qudao")
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("tokens.css")
@StyleSheet("component.css")
@StyleSheet("shell.css")
@StyleSheet("home.css")
@StyleSheet("shop.css")
@StyleSheet("ordering.css")
@StyleSheet("fulfillment.css")
@StyleSheet("inventory.css")
@StyleSheet("credit.css")
@StyleSheet("record.css")
@StyleSheet("builder.css")
@Push(transport = Transport.WEBSOCKET_XHR)
@Viewport("width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content")
public class PlatformNode implements AppShellConfigurator {
    private static final long serialVersionUID = 1;

    public static void main(String[] arguments) {
        SpringApplication.run(PlatformNode.class, arguments);
    }

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addFavIcon("icon", "favicon.svg", "any");
    }
}
