package io.qudao.imports.internal;

import io.qudao.imports.ImportEncoding;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Violation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Determines the encoding of a text file: what its sender declares, else its byte order mark, else what its text looks
 * like. If two encodings are equally likely, the sender is asked instead of guessing.
 */
final class Encodings {
    private static final char MARK = '\uFEFF';
    private static final int LONGEST_MARK = 3;

    private Encodings() {}

    /** Opens the text of a file, without its byte order mark. */
    static Reader open(Path file, ImportEncoding encoding) throws IOException {
        var reader = new BufferedReader(strict(Files.newInputStream(file), encoding.charset()));
        reader.mark(1);
        if (reader.read() != MARK) {
            reader.reset();
        }
        return reader;
    }

    /** @param said encoding declared by the sender */
    static ImportEncoding of(Path file, Optional<ImportEncoding> said) throws IOException {
        if (said.isPresent()) {
            if (!isText(file, said.get(), Encodings::isNeverEnough)) {
                throw new ProblemException(
                        ImportProblem.WRONG_ENCODING,
                        List.of(Violation.of(
                                "encoding", "wrong_encoding", said.get().code())));
            }
            return said.get();
        }
        var marked = byMark(file);
        if (marked.isPresent()) {
            return marked.filter(encoding -> isReadable(file, encoding)).orElseThrow(ImportProblem.NOT_A_TABLE::ofFile);
        }
        return guess(file);
    }

    private static ImportEncoding guess(Path file) throws IOException {
        var unicode = new Reading(ImportEncoding.UTF_8);
        var simplified = new Reading(ImportEncoding.GB18030);
        var traditional = new Reading(ImportEncoding.BIG5);
        var possible = new java.util.ArrayList<Reading>();
        for (Reading reading : List.of(unicode, simplified, traditional)) {
            if (isText(file, reading.encoding(), reading)) {
                possible.add(reading);
            }
        }
        if (possible.isEmpty()) {
            throw ImportProblem.NOT_A_TABLE.ofFile();
        }
        return Reading.choose(possible)
                .map(Reading::encoding)
                .orElseThrow(() -> new ProblemException(
                        ImportProblem.UNCLEAR_ENCODING,
                        List.of(Violation.of("encoding", "unclear_encoding", Reading.samples(possible)))));
    }

    private static Optional<ImportEncoding> byMark(Path file) throws IOException {
        byte[] start;
        try (var in = Files.newInputStream(file)) {
            start = in.readNBytes(LONGEST_MARK);
        }
        if (start.length >= 2 && start[0] == (byte) 0xFF && start[1] == (byte) 0xFE) {
            return Optional.of(ImportEncoding.UTF_16LE);
        }
        if (start.length >= 2 && start[0] == (byte) 0xFE && start[1] == (byte) 0xFF) {
            return Optional.of(ImportEncoding.UTF_16BE);
        }
        return start.length == LONGEST_MARK
                        && start[0] == (byte) 0xEF
                        && start[1] == (byte) 0xBB
                        && start[2] == (byte) 0xBF
                ? Optional.of(ImportEncoding.UTF_8)
                : Optional.empty();
    }

    private static boolean isReadable(Path file, ImportEncoding encoding) {
        try {
            return isText(file, encoding, Encodings::isNeverEnough);
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    /**
     * Decodes to the end and checks that there are no control characters, which no table contains.
     *
     * @param look receives each character and returns true when it has seen enough
     */
    private static boolean isText(Path file, ImportEncoding encoding, IntPredicate look) throws IOException {
        var buffer = new char[1 << 14];
        boolean enough = false;
        try (var reader = strict(Files.newInputStream(file), encoding.charset())) {
            for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    if (buffer[i] < ' ' && "\t\n\r\f".indexOf(buffer[i]) < 0) {
                        return false;
                    }
                    enough = enough || look.test(buffer[i]);
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

    private static boolean isNeverEnough(int character) {
        return false;
    }
}
