package io.qudao.ui.shell;

/**
 * A page of the portal that is also one of the workspace, at the same URL below it. Who opens it where they do not work
 * is led to the other, because links are passed on between the brand and its partners.
 */
public interface PageOfBothFaces {}
