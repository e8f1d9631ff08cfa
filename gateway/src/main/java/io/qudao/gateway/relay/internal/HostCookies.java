package io.qudao.gateway.relay.internal;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The names of our cookies where TLS is on: with the prefix {@code __Host-}, which browsers accept from the host itself
 * only, over TLS only, for no other host. The programs behind the gateway know them by their plain names; a plain one that
 * a browser sends was set by somebody else, and is dropped.
 */
final class HostCookies {
    private static final String OURS = "QUDAO_";
    private static final String PREFIX = "__Host-";

    private HostCookies() {}

    /** The name that a browser knows one of our cookies by. */
    static String name(String plain, boolean secure) {
        return secure ? PREFIX + plain : plain;
    }

    /** A {@code Cookie} header of a browser as the programs understand it; empty if nothing is left of it. */
    static String received(String header) {
        return Arrays.stream(header.split(";", -1))
                .map(String::strip)
                .filter(cookie -> !cookie.isEmpty() && !cookie.startsWith(OURS))
                .map(cookie -> cookie.startsWith(PREFIX + OURS) ? cookie.substring(PREFIX.length()) : cookie)
                .collect(Collectors.joining("; "));
    }

    /** A {@code Set-Cookie} header of a program as a browser gets it. */
    static String sent(String header) {
        if (!header.startsWith(OURS)) {
            return header;
        }
        boolean secure = Arrays.stream(header.split(";", -1))
                .anyMatch(
                        attribute -> attribute.strip().toLowerCase(Locale.ROOT).equals("secure"));
        return PREFIX + header + (secure ? "" : "; Secure");
    }
}
