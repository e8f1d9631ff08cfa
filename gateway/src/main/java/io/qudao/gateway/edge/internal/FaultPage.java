package io.qudao.gateway.edge.internal;

import io.qudao.gateway.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** The page shown to people when the gateway itself responds; it needs no other resources. */
@Component
final class FaultPage {
    private final String template;
    private final MessageSource messages;

    FaultPage(@Value("classpath:fault-page.html") Resource template, MessageSource messages) throws IOException {
        this.template = template.getContentAsString(StandardCharsets.UTF_8);
        this.messages = messages;
    }

    byte[] render(Fault fault, String text, String reference, Locale locale) {
        boolean passing = fault == Fault.UNAVAILABLE || fault == Fault.TIMEOUT;
        return template.replace("{language}", locale.toLanguageTag())
                .replace("{refresh}", passing ? "<meta http-equiv=\"refresh\" content=\"5\">" : "")
                .replace("{title}", message("page.title." + (passing ? "passing" : "refused"), locale))
                .replace("{text}", text)
                .replace("{again}", message("page.again", locale))
                .replace("{label}", message("page.reference", locale))
                .replace("{reference}", reference)
                .getBytes(StandardCharsets.UTF_8);
    }

    private String message(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
