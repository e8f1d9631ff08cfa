package io.qudao.ui.shell;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;

/** What the features add to each other's pages. */
@org.springframework.stereotype.Component
public class PageAdditions {
    private final List<PageAddition<?>> all;

    PageAdditions(ObjectProvider<PageAddition<?>> all) {
        this.all = all.orderedStream().toList();
    }

    public <T> List<Component> actions(Face face, Class<T> type, T shown, Runnable changed) {
        return to(type).flatMap(addition -> addition.actions(face, shown, changed).stream())
                .toList();
    }

    public <T> List<Component> sections(Face face, Class<T> type, T shown, Runnable changed) {
        return to(type).flatMap(addition -> addition.sections(face, shown, changed).stream())
                .toList();
    }

    @SuppressWarnings("unchecked")
    private <T> Stream<PageAddition<T>> to(Class<T> type) {
        return all.stream().filter(addition -> addition.shown().equals(type)).map(addition ->
                (PageAddition<T>) addition);
    }
}
