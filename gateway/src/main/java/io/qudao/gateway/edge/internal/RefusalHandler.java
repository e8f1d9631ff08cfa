package io.qudao.gateway.edge.internal;

import io.qudao.gateway.Fault;
import io.qudao.gateway.IncomingRequest;
import io.qudao.gateway.Refusal;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Responds to every failed request: with a problem detail for programs, a page for people. */
@Component
@Order(-2)
final class RefusalHandler implements ErrorWebExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(RefusalHandler.class);

    private final ApplicationContext context;
    private final ProblemTexts texts;
    private final FaultPage page;

    RefusalHandler(ApplicationContext context, ProblemTexts texts, FaultPage page) {
        this.context = context;
        this.texts = texts;
        this.page = page;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        ServerHttpResponse response = exchange.getResponse();
        if (!context.equals(exchange.getApplicationContext()) || response.isCommitted()) {
            return Mono.error(failure);
        }
        IncomingRequest incoming = IncomingRequest.of(exchange);
        Refusal refusal = refusal(failure, incoming);
        Fault fault = refusal.fault();
        response.setStatusCode(fault.status());
        HttpHeaders headers = response.getHeaders();
        headers.clear();
        refusal.headers().forEach(headers::set);
        headers.setCacheControl("no-store");
        headers.set(HttpHeaders.VARY, "Accept, Accept-Language");
        if (fault == Fault.UNAVAILABLE || fault == Fault.TIMEOUT) {
            headers.set(HttpHeaders.RETRY_AFTER, "2");
        }
        return response.writeWith(Mono.just(body(exchange, incoming, fault)));
    }

    private Refusal refusal(Throwable failure, IncomingRequest incoming) {
        return switch (failure) {
            case Refusal refusal -> refusal;
            case ResponseStatusException known
            when known.getStatusCode().value() == 404 -> new Refusal(Fault.NOT_FOUND);
            case ResponseStatusException known
            when known.getStatusCode().is4xxClientError() -> new Refusal(Fault.MALFORMED);
            case ResponseStatusException known when known.getStatusCode().value() == 504 -> new Refusal(Fault.TIMEOUT);
            default -> {
                LOG.error("request {} of {} failed", incoming.requestId(), incoming.slug(), failure);
                yield new Refusal(Fault.INTERNAL);
            }
        };
    }

    private DataBuffer body(ServerWebExchange exchange, IncomingRequest incoming, Fault fault) {
        HttpHeaders asked = exchange.getRequest().getHeaders();
        HttpHeaders answered = exchange.getResponse().getHeaders();
        Locale locale = AcceptedLanguage.of(asked);
        byte[] bytes;
        if (wantsPage(incoming, asked)) {
            answered.setContentType(MediaType.parseMediaType("text/html;charset=UTF-8"));
            bytes = page.render(fault, texts.detail(fault, locale), incoming.requestId(), locale);
        } else {
            answered.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
            bytes = texts.problem(fault, incoming.requestId(), locale);
        }
        answered.setContentLength(bytes.length);
        answered.setContentLanguage(locale);
        return exchange.getResponse().bufferFactory().wrap(bytes);
    }

    private static boolean wantsPage(IncomingRequest incoming, HttpHeaders asked) {
        String accept = asked.getFirst(HttpHeaders.ACCEPT);
        return accept != null
                && accept.contains(MediaType.TEXT_HTML_VALUE)
                && !incoming.destination().needsToken();
    }
}
