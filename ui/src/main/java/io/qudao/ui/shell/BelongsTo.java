package io.qudao.ui.shell;

/** A page of the portal that belongs to another entry of the navigation than its URL says. */
public interface BelongsTo {
    /** Returns the URL of the entry. */
    String entry();
}
