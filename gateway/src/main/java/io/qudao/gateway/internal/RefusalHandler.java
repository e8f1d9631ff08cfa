package io.qudao.gateway.internal;

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

/** Answers every failed request: a problem detail to programs, a page to people. */
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
        Arrival arrival = Arrival.of(exchange);
        Refusal refusal = refusal(failure, arrival);
        Fault fault = refusal.fault();
        response.setStatusCode(fault.status());
        HttpHeaders headers = response.getHeaders();
        headers.clear();
        refusal.headers().forEach(headers::set);
        headers.setCacheControl("no-store");
        headers.set(HttpHeaders.VARY, "Accept, Accept-Language");
        RequestBody body = RequestBody.of(exchange);
        if (fault == Fault.SLOW_BODY || (body != null && body.isBroken())) {
            headers.setConnection("close");
        }
        if (fault == Fault.UNAVAILABLE || fault == Fault.TIMEOUT) {
            headers.set(HttpHeaders.RETRY_AFTER, "2");
        }
        return response.writeWith(Mono.just(body(exchange, arrival, fault)));
    }

    private Refusal refusal(Throwable failure, Arrival arrival) {
        return switch (failure) {
            case Refusal refusal -> refusal;
            case ResponseStatusException known
            when known.getStatusCode().value() == 404 -> new Refusal(Fault.NOT_FOUND);
            case ResponseStatusException known
            when known.getStatusCode().is4xxClientError() -> new Refusal(Fault.MALFORMED);
            case ResponseStatusException known when known.getStatusCode().value() == 504 -> new Refusal(Fault.TIMEOUT);
            default -> {
                LOG.error("request {} of {} failed", arrival.requestId(), arrival.slug(), failure);
                yield new Refusal(Fault.INTERNAL);
            }
        };
    }

    private DataBuffer body(ServerWebExchange exchange, Arrival arrival, Fault fault) {
        HttpHeaders asked = exchange.getRequest().getHeaders();
        HttpHeaders answered = exchange.getResponse().getHeaders();
        Locale locale = Tongue.of(asked);
        byte[] bytes;
        if (wantsPage(arrival, asked)) {
            answered.setContentType(MediaType.parseMediaType("text/html;charset=UTF-8"));
            bytes = page.render(fault, texts.detail(fault, locale), arrival.requestId(), locale);
        } else {
            answered.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
            bytes = texts.problem(fault, arrival.requestId(), locale);
        }
        answered.setContentLength(bytes.length);
        answered.setContentLanguage(locale);
        return exchange.getResponse().bufferFactory().wrap(bytes);
    }

    private static boolean wantsPage(Arrival arrival, HttpHeaders asked) {
        String accept = asked.getFirst(HttpHeaders.ACCEPT);
        return accept != null
                && accept.contains(MediaType.TEXT_HTML_VALUE)
                && !arrival.destination().needsToken();
    }
}
