package io.qudao.ui.shell;

/**
 * A task for the caller's partner.
 *
 * @param order smaller values are more urgent
 * @param text message key
 * @param path URL without its leading slash
 */
public record ToDo(int order, String text, int count, String path) {
    /** Counting stops here. */
    public static final int MOST = 99;
}
