package io.qudao.gateway.edge.internal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decodes a path that every server interprets in the same way. Routing and access checks depend on the path, so one
 * that servers might interpret differently (dot segments, empty segments, parameters, encoded separators, invalid
 * UTF-8) is refused.
 */
final class PlainPath {
    /** If encoded, some servers read these as part of a name and others as structure. */
    private static final String FORBIDDEN = "/%";

    private static final String PUNCTUATION = "/?%-._~!$&'()*+,;=:@";

    private PlainPath() {}

    /** Returns whether a query is valid text: complete percent-encodings in UTF-8. */
    static boolean isText(@Nullable String query) {
        return query == null
                || query.indexOf('%') < 0
                || percentDecode(query, "").isPresent();
    }

    /** Returns whether an address has only valid characters (RFC 3986, 3.3 and 3.4) and a query of valid text. */
    static boolean isAddress(String uri) {
        for (int i = 0; i < uri.length(); i++) {
            char c = uri.charAt(i);
            if (c >= 0x80 || !(Character.isLetterOrDigit(c) || PUNCTUATION.indexOf(c) >= 0)) {
                return false;
            }
        }
        int query = uri.indexOf('?');
        return query < 0 || isText(uri.substring(query + 1));
    }

    /** Returns the decoded path; empty if it is ambiguous. */
    static Optional<String> decode(String raw) {
        if (!raw.startsWith("/")) {
            return Optional.empty();
        }
        String path = raw;
        if (raw.indexOf('%') >= 0) {
            Optional<String> decoded = percentDecode(raw, FORBIDDEN);
            if (decoded.isEmpty()) {
                return decoded;
            }
            path = decoded.get();
        }
        return isPlain(path) ? Optional.of(path) : Optional.empty();
    }

    private static boolean isPlain(String path) {
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c < 0x20 || c == 0x7f || c == '\\' || c == ';') {
                return false;
            }
            if (c == '/' && (path.startsWith("//", i) || isDots(path, i + 1))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDots(String path, int from) {
        int slash = path.indexOf('/', from);
        String segment = path.substring(from, slash < 0 ? path.length() : slash);
        return segment.equals(".") || segment.equals("..");
    }

    private static Optional<String> percentDecode(String raw, String forbidden) {
        ByteBuffer bytes = ByteBuffer.allocate(raw.length() * 3);
        int i = 0;
        while (i < raw.length()) {
            char c = raw.charAt(i);
            if (c != '%') {
                bytes.put(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
                i++;
                continue;
            }
            int high = i + 2 < raw.length() ? Character.digit(raw.charAt(i + 1), 16) : -1;
            int low = high < 0 ? -1 : Character.digit(raw.charAt(i + 2), 16);
            int octet = high * 16 + low;
            if (low < 0 || forbidden.indexOf(octet) >= 0) {
                return Optional.empty();
            }
            bytes.put((byte) octet);
            i += 3;
        }
        try {
            return Optional.of(
                    StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString());
        } catch (CharacterCodingException malformed) {
            return Optional.empty();
        }
    }
}
