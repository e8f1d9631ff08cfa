/** Sign-up in one transaction. */
@NullMarked
package io.qudao.onboarding.internal;

import org.jspecify.annotations.NullMarked;
