package io.qudao.ui.builder;

import com.vaadin.flow.component.textfield.TextField;
import io.qudao.kernel.language.Language;
import io.qudao.metadata.Label;
import io.qudao.ui.component.Texts;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** The text fields of a label, one for each language. The reader's own language comes first. */
final class LabelFields {
    private final Map<Language, TextField> fields = new LinkedHashMap<>();
    private Label shown = new Label(Map.of());

    LabelFields(Function<Language, TextField> field) {
        var own = Language.of(Texts.locale()).stream();
        Stream.concat(own, Stream.of(Language.values()))
                .distinct()
                .forEach(language -> fields.put(language, field.apply(language)));
    }

    Collection<TextField> all() {
        return fields.values();
    }

    TextField first() {
        return fields.values().iterator().next();
    }

    void forEach(BiConsumer<Language, TextField> action) {
        fields.forEach(action);
    }

    boolean isEmpty() {
        return fields.values().stream().allMatch(field -> field.getValue().isBlank());
    }

    void show(Label label) {
        shown = label;
        fields.forEach((language, field) -> field.setValue(label.texts().getOrDefault(language.tag(), "")));
    }

    /** Returns what was entered, without languages left empty, and what was shown in other languages. */
    Label label() {
        var texts = new TreeMap<>(shown.texts());
        fields.forEach((language, field) -> {
            if (field.getValue().isBlank()) {
                texts.remove(language.tag());
            } else {
                texts.put(language.tag(), field.getValue().strip());
            }
        });
        return new Label(texts);
    }

    /** Returns the text from which a technical name is derived: the English one if there is one. */
    String nameable() {
        return Stream.of(Language.ENGLISH, Language.SIMPLIFIED_CHINESE, Language.TRADITIONAL_CHINESE)
                .map(fields::get)
                .map(TextField::getValue)
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
    }
}
