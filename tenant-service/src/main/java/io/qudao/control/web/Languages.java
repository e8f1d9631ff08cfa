package io.qudao.control.web;

import io.qudao.kernel.language.Language;
import java.time.Duration;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The language of the pages: the chosen one (kept in a cookie), else the best match of Accept-Language, else English.
 */
@Configuration(proxyBeanMethods = false)
public class Languages implements WebMvcConfigurer {

    /** Returns the locale of the language that a reader of the wanted one gets, by default English. */
    public static Locale nearest(Locale wanted) {
        return Language.of(wanted).orElse(Language.ENGLISH).locale();
    }

    @Bean
    LocaleResolver localeResolver() {
        return new ChosenLocaleResolver("QUDAO_LANGUAGE", Duration.ofDays(365));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new LanguageSwitch());
    }
}
