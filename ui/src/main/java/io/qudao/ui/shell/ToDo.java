package io.qudao.ui.shell;

/**
 * Something that waits for the caller's partner.
 *
 * @param order the most pressing first
 * @param text message key
 * @param path address without its leading slash
 */
public record ToDo(int order, String text, int count, String path) {
    /** More than these are not counted. */
    public static final int MOST = 99;
}
