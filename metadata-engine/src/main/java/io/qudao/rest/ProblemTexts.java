package io.qudao.rest;

import io.qudao.kernel.Anonymous;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Violation;
import java.util.Locale;

/**
 * The texts of problems for both REST and the user interface. They come from all {@code i18n/*.properties} bundles on
 * the class path, which are also the application's {@code MessageSource}: English in the bundle itself, simplified
 * Chinese in {@code _zh_CN}, traditional Chinese in {@code _zh_TW}. A reader of another language gets English.
 */
public interface ProblemTexts {
    /** Prefix of violation codes that reuse the text of a problem, for one row of many that raised it. */
    String VIOLATION_BY_PROBLEM = "problem.";

    /** Returns the message {@code problem.<code>} with the problem's arguments filled in. */
    @Anonymous
    String detail(ProblemException problem, Locale locale);

    /** Returns the message {@code violation.<code>} with the violation's arguments filled in. */
    @Anonymous
    String message(Violation violation, Locale locale);
}
