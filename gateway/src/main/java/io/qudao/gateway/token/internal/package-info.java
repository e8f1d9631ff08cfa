/** Admits API calls only with a token that is valid and not revoked. */
@NullMarked
package io.qudao.gateway.token.internal;

import org.jspecify.annotations.NullMarked;
