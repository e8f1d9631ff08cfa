/** The public site, the sign-up API and the API of clients. */
@NullMarked
package io.qudao.onboarding.web;

import org.jspecify.annotations.NullMarked;
