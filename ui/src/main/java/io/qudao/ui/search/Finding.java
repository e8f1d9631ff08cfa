package io.qudao.ui.search;

/**
 * A search result.
 *
 * @param kind such as {@code partner}
 * @param code its code; empty if the title is the code
 * @param address URL of its page, without the leading slash
 */
record Finding(String kind, String title, String code, String address) {}
