package io.qudao.control.web;

import java.util.List;

/** An RFC 9457 problem document. */
record Problem(
        String type, String title, int status, String detail, String code, List<Broken> violations, String reference) {

    /**
     * A violation with its text in the reader's language, and the arguments of that text for programs with texts of
     * their own.
     */
    record Broken(String field, String code, String message, List<String> arguments) {}
}
