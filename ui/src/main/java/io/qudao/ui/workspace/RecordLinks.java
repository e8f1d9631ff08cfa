package io.qudao.ui.workspace;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import io.qudao.record.RecordTypes;
import java.util.UUID;

/** Words that lead to a record of one object, for those who may see the object; plain words for others. */
final class RecordLinks {
    private final String object;
    private final boolean open;

    RecordLinks(RecordTypes types, String object) {
        this.object = object;
        this.open = types.visible(object).isPresent();
    }

    Component to(UUID id, String words) {
        return open ? new Anchor(WorkspaceNavigation.record(object, id), words) : new Span(words);
    }
}
