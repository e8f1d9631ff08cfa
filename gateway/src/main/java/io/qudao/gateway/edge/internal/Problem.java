package io.qudao.gateway.edge.internal;

import java.util.List;

/** A problem detail (RFC 9457) in the shape of the whole platform. */
record Problem(
        String type, String title, int status, String detail, String code, List<String> violations, String reference) {}
