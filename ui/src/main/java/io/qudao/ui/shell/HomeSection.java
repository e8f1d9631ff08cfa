package io.qudao.ui.shell;

import com.vaadin.flow.component.Component;
import io.qudao.tenancy.Caller;
import java.util.List;

/** What a feature shows where people start: a bean. */
public interface HomeSection {
    Face face();

    /** None where there is nothing for the caller. */
    List<Component> of(Caller caller);
}
