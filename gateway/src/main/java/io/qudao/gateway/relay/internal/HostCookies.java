package io.qudao.gateway.relay.internal;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The names of our cookies when TLS is on: with the prefix {@code __Host-}, which browsers accept only from the host
 * itself and only over TLS. The programs behind the gateway know them by their plain names. A plain name sent by a
 * browser was set by somebody else and is dropped.
 */
final class HostCookies {
    private static final String OURS = "QUDAO_";
    private static final String PREFIX = "__Host-";

    private HostCookies() {}

    /** Returns the name under which a browser stores one of our cookies. */
    static String name(String plain, boolean secure) {
        return secure ? PREFIX + plain : plain;
    }

    /** Converts a {@code Cookie} header of a browser to the form the programs understand; empty if nothing remains. */
    static String received(String header) {
        return Arrays.stream(header.split(";", -1))
                .map(String::strip)
                .filter(cookie -> !cookie.isEmpty() && !cookie.startsWith(OURS))
                .map(cookie -> cookie.startsWith(PREFIX + OURS) ? cookie.substring(PREFIX.length()) : cookie)
                .collect(Collectors.joining("; "));
    }

    /** Converts a {@code Set-Cookie} header of a program to the form for a browser. */
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
