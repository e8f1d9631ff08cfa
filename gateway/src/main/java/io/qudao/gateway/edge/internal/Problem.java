package io.qudao.gateway.edge.internal;

import java.util.List;

/** A problem detail (RFC 9457) in the form used by the whole platform. */
record Problem(
        String type, String title, int status, String detail, String code, List<String> violations, String reference) {}
