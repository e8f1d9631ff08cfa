package io.qudao.search.internal;

import org.jspecify.annotations.Nullable;

/** The search engine is unavailable or refused; no data is lost. */
final class SearchDownException extends RuntimeException {
    private static final long serialVersionUID = 1;

    SearchDownException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
