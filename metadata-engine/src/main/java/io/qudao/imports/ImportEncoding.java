package io.qudao.imports;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The text encodings accepted for CSV files. */
public enum ImportEncoding {
    UTF_8(StandardCharsets.UTF_8),
    UTF_16LE(StandardCharsets.UTF_16LE),
    UTF_16BE(StandardCharsets.UTF_16BE),
    /** Also used for files declared as GBK or GB2312, which it includes. */
    GB18030(Charset.forName("GB18030"), "GBK", "GB2312"),
    /** Includes the characters of Hong Kong. */
    BIG5(Charset.forName("Big5-HKSCS"), "Big5"),
    SHIFT_JIS(Charset.forName("windows-31j"), "Shift_JIS"),
    EUC_KR(Charset.forName("x-windows-949"), "EUC-KR"),
    WINDOWS_1252(Charset.forName("windows-1252"), "ISO-8859-1");

    private final Charset charset;

    @SuppressWarnings("ImmutableEnumChecker") // made by Stream.toList, which nothing changes
    private final List<Charset> included;

    ImportEncoding(Charset charset, String... included) {
        this.charset = charset;
        this.included = Arrays.stream(included).map(Charset::forName).toList();
    }

    public Charset charset() {
        return charset;
    }

    /** Returns the usual name, such as {@code UTF-8}. */
    public String code() {
        return included.isEmpty() || this == GB18030
                ? charset.name()
                : included.getFirst().name();
    }

    /** Returns the encoding with this name or alias, such as {@code gbk}; empty if there is none. */
    public static Optional<ImportEncoding> named(@Nullable String name) {
        try {
            var wanted = name == null ? null : Charset.forName(name.strip());
            return Arrays.stream(values())
                    .filter(each -> each.charset.equals(wanted) || each.included.contains(wanted))
                    .findFirst();
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Optional.empty();
        }
    }
}
