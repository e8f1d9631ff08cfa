package io.qudao.control.web;

import java.util.List;

/** An RFC 9457 problem document. */
record Problem(
        String type, String title, int status, String detail, String code, List<Broken> violations, String reference) {

    /** One violation with its text in the reader's language, and what stands in that text for programs that have their own. */
    record Broken(String field, String code, String message, List<String> arguments) {}
}
