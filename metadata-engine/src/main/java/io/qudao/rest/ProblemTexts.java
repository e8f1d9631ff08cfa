package io.qudao.rest;

import io.qudao.kernel.Anonymous;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Violation;
import java.util.Locale;

/**
 * The words of problems, for REST and for the user interface alike. They come from all {@code i18n/*.properties} bundles
 * of the class path, which are also the application's {@code MessageSource}: English in the bundle itself, Chinese in
 * {@code _zh_CN}; every kind of Chinese reads the latter, every other language the former.
 */
public interface ProblemTexts {
    /** A violation whose code is this and a problem's code has the problem's text: one row of many met it. */
    String VIOLATION_BY_PROBLEM = "problem.";

    /** The message {@code problem.<code>} with the problem's arguments in place. */
    @Anonymous
    String detail(ProblemException problem, Locale locale);

    /** The message {@code violation.<code>} with the violation's arguments in place. */
    @Anonymous
    String message(Violation violation, Locale locale);
}
