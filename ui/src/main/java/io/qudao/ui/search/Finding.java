package io.qudao.ui.search;

import org.jspecify.annotations.Nullable;

/**
 * A search result.
 *
 * @param kind such as {@code partner}
 * @param label name of the kind, if the tenant named it
 * @param code its code; empty if the title is the code
 * @param address URL of its page, without the leading slash
 */
record Finding(String kind, @Nullable String label, String title, String code, String address) {
    Finding(String kind, String title, String code, String address) {
        this(kind, null, title, code, address);
    }
}
