package io.qudao.onboarding.internal;

import io.qudao.identity.NewMember;
import io.qudao.identity.Role;
import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.TextRules;
import io.qudao.kernel.Violation;
import io.qudao.onboarding.SignUpRequest;
import io.qudao.registry.Accent;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A sign-up with typed values, and the violations of values that could not be converted. */
record Application(
        String slug,
        String company,
        NewMember founder,
        Optional<Locale> locale,
        Optional<CurrencyCode> currency,
        Optional<Accent> accent,
        boolean apiClient) {

    private static final Set<String> LOCALES = Set.of("zh-CN", "zh-TW", "en", "en-US", "en-GB");
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());
    private static final int COMPANY_LENGTH = 120;

    static Application of(SignUpRequest request) {
        var locale =
                Optional.of(text(request.locale())).filter(LOCALES::contains).map(Locale::forLanguageTag);
        return new Application(
                text(request.slug()),
                text(request.company()),
                new NewMember(
                        text(request.email()),
                        text(request.name()),
                        locale.orElse(Locale.ENGLISH),
                        Role.ADMIN,
                        request.password() == null ? "" : request.password()),
                locale,
                Optional.of(text(request.currency()))
                        .filter(CURRENCIES::contains)
                        .map(CurrencyCode::new),
                accent(text(request.accent())),
                Boolean.TRUE.equals(request.apiClient()));
    }

    List<Violation> violations() {
        var broken = new ArrayList<Violation>();
        TextRules.check("company", company, COMPANY_LENGTH).ifPresent(broken::add);
        if (locale.isEmpty()) {
            broken.add(Violation.of("locale", "locale_unknown"));
        }
        if (currency.isEmpty()) {
            broken.add(Violation.of("currency", "currency_unknown"));
        }
        if (accent.isEmpty()) {
            broken.add(Violation.of("accent", "accent_form"));
        } else if (!accent.get().isReadable()) {
            broken.add(Violation.of("accent", "accent_pale"));
        }
        return broken;
    }

    private static Optional<Accent> accent(String given) {
        return given.isEmpty() ? Optional.of(Accent.TEAL) : Accent.parse(given);
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given.strip();
    }
}
