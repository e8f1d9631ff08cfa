package io.qudao.ui;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import com.vaadin.flow.internal.nodefeature.ElementPropertyMap;
import com.vaadin.flow.internal.nodefeature.PropertyChangeDeniedException;
import com.vaadin.flow.internal.nodefeature.VirtualChildrenList;
import io.qudao.partner.Partner;
import io.qudao.permission.Members;
import io.qudao.permission.NewMember;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.TenantScope;
import io.qudao.testing.TradeFixture;
import io.qudao.ui.component.DecimalField;
import io.qudao.ui.component.Pages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import tools.jackson.databind.node.JsonNodeFactory;

/** Tests of pages without a browser, on the node that all such tests share. */
@NodeTest
public abstract class PageTest extends SpringBrowserlessTest {
    private static final List<String> SPOKEN = List.of("label", "placeholder", "aria-label", "title", "helperText");

    @Autowired
    protected ApplicationContext context;

    protected TradeFixture trade;

    @Override
    @BeforeEach
    protected void initVaadinEnvironment() {
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("somebody", "", "member"));
        super.initVaadinEnvironment();
        trade = TradeFixture.in(context);
    }

    @Override
    @AfterEach
    protected void cleanVaadinEnvironment() {
        super.cleanVaadinEnvironment();
        SecurityContextHolder.clearContext();
    }

    /** A new member who acts for a partner, with the rights of a permission set, and reads a language. */
    protected Caller member(Partner partner, String permissionSet, Locale locale) {
        var members = context.getBean(Members.class);
        var email = "p" + Long.toString(System.nanoTime(), 36) + "@" + trade.tenant.slug() + ".example";
        var invitation =
                new NewMember("李雷", email, locale, null, List.of(partner.id().value()), Set.of(permissionSet));
        var invited = trade.asPlatform(() -> members.invite(invitation));
        return members.callerOf(trade.tenant, invited.id(), partner.id().value())
                .reading(locale);
    }

    /** Opens a page as somebody. */
    protected void open(Caller caller, String address) {
        TenantScope.run(caller, () -> {
            Pages.open(address);
            roundTrip();
        });
    }

    /** What the page says, grids and labels of inputs included. */
    protected static List<String> words() {
        var words = new ArrayList<String>();
        collect(UI.getCurrent(), words);
        return words;
    }

    /** Types a text into an input as a browser does, which says what cannot be read apart from the value. */
    protected static void type(Component input, String text) {
        boolean plain = input instanceof DecimalField;
        var node = input.getElement().getNode();
        try {
            node.getFeature(ElementPropertyMap.class)
                    .deferredUpdateFromClient("value", plain ? text : "")
                    .run();
        } catch (PropertyChangeDeniedException denied) {
            throw new IllegalStateException(denied);
        }
        if (!plain) {
            input.getElement().setProperty("_inputElementValue", text);
            node.getFeature(ElementListenerMap.class)
                    .fireEvent(new DomEvent(
                            input.getElement(), "unparsable-change", JsonNodeFactory.instance.objectNode()));
        }
    }

    /** The component of this name for tests. */
    protected static Optional<Component> named(String name) {
        return all(UI.getCurrent())
                .filter(component -> name.equals(component.getElement().getAttribute("data-test")))
                .findFirst();
    }

    protected static Stream<Component> all(Component component) {
        var below = Stream.concat(component.getChildren(), footer(component));
        return Stream.concat(Stream.of(component), below.flatMap(PageTest::all));
    }

    /** What stands in the header and footer of a dialog, which are not among its children. */
    private static Stream<Component> footer(Component component) {
        return component instanceof Dialog
                ? component.getElement().getNode().getFeatureIfInitialized(VirtualChildrenList.class).stream()
                        .flatMap(list -> IntStream.range(0, list.size()).mapToObj(list::get))
                        .flatMap(node -> Element.get(node).getChildren())
                        .flatMap(element -> element.getComponent().stream())
                : Stream.empty();
    }

    private static void collect(Component component, List<String> words) {
        // What is written for machines is not for people.
        if (component.getElement().getClassList().contains("q-code")
                || component.getElement().getClassList().contains("build-code")) {
            return;
        }
        for (var attribute : SPOKEN) {
            var element = component.getElement();
            words.add(element.getAttribute(attribute) == null ? "" : element.getAttribute(attribute));
            words.add(element.getProperty(attribute, ""));
        }
        if (component.getChildren().findAny().isEmpty()) {
            words.add(component.getElement().getTextRecursively());
        }
        if (component instanceof Grid<?> grid) {
            cells(grid).forEach(cell -> collect(cell, words));
        }
        component.getChildren().forEach(child -> collect(child, words));
        words.removeIf(String::isBlank);
    }

    private static <T> List<Component> cells(Grid<T> grid) {
        var cells = new ArrayList<Component>();
        var items = grid.getListDataView().getItems().toList();
        for (var column : grid.getColumns()) {
            if (column.getRenderer() instanceof com.vaadin.flow.data.renderer.ComponentRenderer<?, ?> renderer) {
                items.forEach(item -> cells.add(created(renderer, item)));
            }
        }
        return cells;
    }

    @SuppressWarnings("unchecked")
    private static <T> Component created(com.vaadin.flow.data.renderer.ComponentRenderer<?, ?> renderer, T item) {
        return ((com.vaadin.flow.data.renderer.ComponentRenderer<Component, T>) renderer).createComponent(item);
    }
}
