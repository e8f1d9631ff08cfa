package io.qudao.ui.shell;

import com.vaadin.flow.component.Component;
import io.qudao.tenancy.Caller;
import java.util.List;

/** What a feature shows on start pages; implemented by a bean. */
public interface HomeSection {
    Face face();

    /** Returns the components; empty if there is nothing for the caller. */
    List<Component> of(Caller caller);
}
