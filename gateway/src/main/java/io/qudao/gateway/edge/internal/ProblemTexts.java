package io.qudao.gateway.edge.internal;

import io.qudao.gateway.Fault;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes faults as problem details (RFC 9457). */
@Component
final class ProblemTexts {
    private final MessageSource messages;
    private final JsonMapper json;

    ProblemTexts(MessageSource messages, JsonMapper json) {
        this.messages = messages;
        this.json = json;
    }

    String detail(Fault fault, Locale locale) {
        return messages.getMessage("problem." + fault.code(), null, locale);
    }

    byte[] problem(Fault fault, String requestId, Locale locale) {
        return json.writeValueAsBytes(new Problem(
                "about:blank",
                fault.status().getReasonPhrase(),
                fault.status().value(),
                detail(fault, locale),
                fault.code(),
                List.of(),
                requestId));
    }
}
