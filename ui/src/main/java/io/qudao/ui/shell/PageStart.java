package io.qudao.ui.shell;

import com.vaadin.flow.server.communication.IndexHtmlRequestListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.TenantScope;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** Adds the language to a page, and a script that reloads the page if a part of it was not received. */
@Component
class PageStart implements IndexHtmlRequestListener {
    static final String BRAND = "/identity/brand.css";

    private static final long serialVersionUID = 1;

    private final transient BundleWords words;
    private final String script;

    PageStart(BundleWords words, @Value("classpath:io/qudao/ui/shell/page-start.js") Resource script)
            throws IOException {
        this.words = words;
        this.script = script.getContentAsString(StandardCharsets.UTF_8);
    }

    @Override
    public void modifyIndexHtmlResponse(IndexHtmlResponse page) {
        var spoken = TenantScope.current().map(Caller::locale);
        spoken.ifPresent(locale -> page.getDocument().getElementsByTag("html").attr("lang", locale.toLanguageTag()));
        var locale = spoken.orElse(page.getVaadinRequest().getLocale());
        // The first script, because it watches the others.
        page.getDocument().head().prependChild(watch(locale));
        page.getDocument().head().appendChild(brand());
    }

    /** Returns the link to the tenant's colour, the same as on its sign-in page. */
    private static Element brand() {
        return new Element("link").attr("rel", "stylesheet").attr("href", BRAND);
    }

    private Element watch(Locale locale) {
        var element = new Element("script");
        for (var word : new String[] {"title", "text", "again"}) {
            element.attr("data-" + word, words.getTranslation("start." + word, locale));
        }
        return element.appendChild(new DataNode(script));
    }
}
