package io.qudao.ui.component;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import io.qudao.catalog.Sku;
import java.lang.Character.UnicodeScript;
import java.util.Locale;
import java.util.regex.Pattern;

/** A product's picture over a tile made of its name and its category's colour: there is always something to see. */
public final class ProductTile extends Div {
    private static final int HUES = 360;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    public ProductTile(Sku sku) {
        addClassName("q-tile");
        getStyle().set("--q-hue", String.valueOf(hue(sku)));
        var letters = new Span(letters(sku.name()));
        letters.getElement().setAttribute("aria-hidden", "true");
        var picture = new Image("/pictures/" + sku.product(), "");
        picture.getElement().setAttribute("loading", "lazy");
        picture.getElement().setAttribute("onerror", "this.remove()");
        add(letters, picture);
    }

    private static int hue(Sku sku) {
        return Math.floorMod(sku.category().value().hashCode() * 47, HUES);
    }

    /** Two Han characters, or the initials of two words. */
    static String letters(String name) {
        var text = name.strip();
        if (text.isEmpty()) {
            return "";
        }
        if (UnicodeScript.of(text.codePointAt(0)) == UnicodeScript.HAN) {
            return text.substring(0, text.offsetByCodePoints(0, Math.min(2, text.codePointCount(0, text.length()))));
        }
        var letters = new StringBuilder();
        WORD.matcher(text)
                .results()
                .limit(2)
                .forEach(word -> letters.appendCodePoint(word.group().codePointAt(0)));
        return letters.toString().toUpperCase(Locale.ROOT);
    }
}
