package io.qudao.ui.shell;

import io.qudao.tenancy.Caller;
import java.util.List;

/** The tasks for a caller in one feature; implemented by a bean. */
public interface ToDos {
    /** Returns the tasks; the page leaves out those with a count of 0. */
    List<ToDo> of(Caller caller);
}
