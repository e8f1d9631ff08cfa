package io.qudao.ui.shell;

import io.qudao.tenancy.Caller;
import java.util.List;

/** What waits for a caller in one feature: a bean. */
public interface ToDos {
    /** Those there are; one with nothing in it is left out by the page. */
    List<ToDo> of(Caller caller);
}
