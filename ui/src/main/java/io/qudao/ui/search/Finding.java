package io.qudao.ui.search;

/**
 * Something that was found.
 *
 * @param kind such as {@code partner}
 * @param code what else it is known by; empty where that is its title
 * @param address where it is shown, without the leading slash
 */
record Finding(String kind, String title, String code, String address) {}
