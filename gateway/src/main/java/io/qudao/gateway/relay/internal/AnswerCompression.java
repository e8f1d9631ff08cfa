package io.qudao.gateway.relay.internal;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.Compression;

/** Decides which direct responses are compressed, by the settings that the server uses for all others. */
final class AnswerCompression {
    private static final Pattern GZIP = Pattern.compile("(?i)(^|.*[, ])gzip\\s*(;\\s*q=(1|0\\.\\d*[1-9]).*|,.*|$)");

    private final boolean enabled;
    private final long leastBytes;
    private final Set<String> types;

    AnswerCompression(Compression settings) {
        enabled = settings.getEnabled();
        leastBytes = settings.getMinResponseSize().toBytes();
        types = Set.copyOf(Arrays.asList(settings.getMimeTypes()));
    }

    boolean pays(String acceptedEncodings, HttpHeaders answer) {
        return enabled
                && !acceptedEncodings.isEmpty()
                && GZIP.matcher(acceptedEncodings).matches()
                && !answer.contains(HttpHeaderNames.CONTENT_ENCODING)
                && isLarge(answer.get(HttpHeaderNames.CONTENT_LENGTH))
                && types.contains(typeOf(answer.get(HttpHeaderNames.CONTENT_TYPE, "")));
    }

    private boolean isLarge(@Nullable String length) {
        return length == null || Long.parseLong(length) >= leastBytes;
    }

    private static String typeOf(String header) {
        int parameters = header.indexOf(';');
        return (parameters < 0 ? header : header.substring(0, parameters))
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
