package io.qudao.ui.shop;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Location;
import io.qudao.tenancy.Caller;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.Pages;
import io.qudao.ui.component.Texts;
import io.qudao.ui.shell.Face;
import io.qudao.ui.shell.TopBarItem;

/** The search field on top of every page of the portal. */
@org.springframework.stereotype.Component
class GoodsSearch implements TopBarItem {
    @Override
    public Face face() {
        return Face.PORTAL;
    }

    @Override
    public int order() {
        return 0;
    }

    @Override
    public boolean isFor(Caller caller) {
        return caller.may("order.create");
    }

    @Override
    public Component create() {
        return new Field();
    }

    /**
     * Contains the words of the displayed results, and is empty on other pages; Enter searches, also for the same words
     * again.
     */
    static final class Field extends TextField {
        private static final long serialVersionUID = 1;

        Field() {
            Named.as("search", this);
            addClassName("portal-search");
            setPlaceholder(Texts.of("portal.search"));
            setAriaLabel(Texts.of("portal.search"));
            setPrefixComponent(VaadinIcon.SEARCH.create());
            setClearButtonVisible(true);
            setValueChangeMode(ValueChangeMode.LAZY);
            // Key presses that confirm a word of an input method are not reported here.
            addKeyPressListener(Key.ENTER, pressed -> search());
            addValueChangeListener(change -> {
                if (change.isFromClient() && change.getValue().isEmpty() && shows(change.getOldValue())) {
                    search();
                }
            });
        }

        @Override
        protected void onAttach(AttachEvent attached) {
            var ui = attached.getUI();
            var listening =
                    ui.addAfterNavigationListener(event -> setValue(ShopNavigation.searched(event.getLocation())));
            addDetachListener(detached -> {
                listening.remove();
                detached.unregisterListener();
            });
        }

        private void search() {
            Pages.open(ShopNavigation.search(getValue().strip()));
        }

        /** Returns whether the page shows the results for these words. */
        private static boolean shows(String words) {
            Location shown = UI.getCurrent().getActiveViewLocation();
            return !words.isBlank() && ShopNavigation.searched(shown).equals(words.strip());
        }
    }
}
