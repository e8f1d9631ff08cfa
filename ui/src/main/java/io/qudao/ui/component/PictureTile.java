package io.qudao.ui.component;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import java.lang.Character.UnicodeScript;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/** A picture on a tile with initials and the colour of a group, so that something is visible without a picture. */
public final class PictureTile extends Div {
    private static final int HUES = 360;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    /**
     * Creates a tile.
     *
     * @param group determines the colour
     * @param picture URL of the picture; if there is none, the tile stays visible
     */
    public PictureTile(String name, UUID group, String picture) {
        addClassName("q-tile");
        getStyle().set("--q-hue", String.valueOf(Math.floorMod(group.hashCode() * 47, HUES)));
        var letters = new Span(letters(name));
        letters.getElement().setAttribute("aria-hidden", "true");
        var image = new Image(picture, "");
        image.getElement().setAttribute("loading", "lazy");
        image.getElement().setAttribute("onerror", "this.remove()");
        add(letters, image);
    }

    /** Returns two Han characters, or the initials of two words. */
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
