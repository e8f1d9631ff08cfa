package io.qudao.rest.internal;

import com.fasterxml.jackson.annotation.Nulls;
import io.qudao.kernel.ProblemException;
import io.qudao.rest.ProblemWriter;
import java.time.Instant;
import java.util.Map;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.module.SimpleModule;

/** Configures messages, strict JSON, and a response for every path below {@code /api} and {@code /internal}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RestProperties.class)
class RestConfiguration {
    private static final String[] OURS = {"/api/*", "/internal/*", "/actuator/*"};

    @Bean
    static MessageSource messageSource() {
        return BundleMessages.ofClassPath();
    }

    /**
     * JSON is taken literally: no rounding, no text for a number, no duplicate names, no null in lists, no text that
     * cannot be stored. Enums are lower case.
     */
    @Bean
    JsonMapperBuilderCustomizer strictJson() {
        return mapper -> mapper.addModule(new SimpleModule("exact")
                        .addDeserializer(String.class, new StorableTexts())
                        .addDeserializer(Instant.class, new InstantReader()))
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL))
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS, EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN);
    }

    @Bean
    FilterRegistrationBean<RequestIdFilter> requestIds() {
        var registration = new FilterRegistrationBean<>(new RequestIdFilter());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return registration;
    }

    @Bean
    FilterRegistrationBean<ProblemFilter> problemFilter(ProblemWriter problems) {
        return ours(new ProblemFilter(problems), Ordered.HIGHEST_PRECEDENCE + 20);
    }

    @Bean
    FilterRegistrationBean<BodyLimitFilter> bodyLimit(RestProperties properties, ProblemWriter problems) {
        return ours(new BodyLimitFilter(properties.maxBody(), problems), Ordered.HIGHEST_PRECEDENCE + 30);
    }

    @Bean
    FilterRegistrationBean<MediaTypeFilter> mediaTypes(ProblemWriter problems) {
        return ours(new MediaTypeFilter(problems), Ordered.HIGHEST_PRECEDENCE + 25);
    }

    @Bean
    FilterRegistrationBean<AddressFilter> storableAddresses(ProblemWriter problems) {
        return ours(new AddressFilter(problems), Ordered.HIGHEST_PRECEDENCE + 25);
    }

    /** Tried after all handlers and before the handler of pages. */
    @Bean
    SimpleUrlHandlerMapping noEndpoint(ProblemWriter problems) {
        HttpRequestHandler nothing =
                (request, response) -> problems.write(request, response, new ProblemException(HttpProblem.NO_ENDPOINT));
        return new SimpleUrlHandlerMapping(
                Map.of("/api/**", nothing, "/internal/**", nothing), Ordered.LOWEST_PRECEDENCE - 100);
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static ReadAgainAdvisor readAgainAdvisor() {
        return new ReadAgainAdvisor();
    }

    @Bean
    RequestRejectedHandler rejectedRequests(ProblemWriter problems) {
        return (request, response, rejected) ->
                problems.write(request, response, new ProblemException(HttpProblem.REQUEST, ""));
    }

    private static <T extends OncePerRequestFilter> FilterRegistrationBean<T> ours(T filter, int order) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns(OURS);
        registration.setOrder(order);
        return registration;
    }
}
