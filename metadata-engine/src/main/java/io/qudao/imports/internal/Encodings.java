package io.qudao.imports.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds out how a text file is encoded: by its byte order mark, else as UTF-8, else as GB18030. What is neither is no text. */
final class Encodings {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final char MARK = '\uFEFF';
    private static final int LONGEST_MARK = 3;

    private Encodings() {}

    /** The text of a file, without its byte order mark. */
    static Reader open(Path file) throws IOException {
        var charset = detect(file);
        var reader = new BufferedReader(strict(Files.newInputStream(file), charset));
        reader.mark(1);
        if (reader.read() != MARK) {
            reader.reset();
        }
        return reader;
    }

    private static Charset detect(Path file) throws IOException {
        var marked = byMark(file);
        var candidates = marked == null ? List.of(StandardCharsets.UTF_8, GB18030) : List.of(marked);
        for (Charset candidate : candidates) {
            if (isText(file, candidate)) {
                return candidate;
            }
        }
        throw ImportProblems.NOT_A_TABLE.ofFile();
    }

    private static @Nullable Charset byMark(Path file) throws IOException {
        byte[] start;
        try (var in = Files.newInputStream(file)) {
            start = in.readNBytes(LONGEST_MARK);
        }
        if (start.length >= 2 && start[0] == (byte) 0xFF && start[1] == (byte) 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        if (start.length >= 2 && start[0] == (byte) 0xFE && start[1] == (byte) 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        return null;
    }

    /** Decodes to the end, without control characters that no table has. */
    private static boolean isText(Path file, Charset charset) throws IOException {
        var buffer = new char[1 << 14];
        try (var reader = strict(Files.newInputStream(file), charset)) {
            for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    if (buffer[i] < ' ' && "\t\n\r\f".indexOf(buffer[i]) < 0) {
                        return false;
                    }
                }
            }
            return true;
        } catch (CharacterCodingException malformed) {
            return false;
        }
    }

    private static Reader strict(InputStream in, Charset charset) {
        return new InputStreamReader(
                in,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }
}
