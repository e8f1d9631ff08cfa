/** A client of a running Qudao, as any program outside would write it: tokens, repeats, imports. */
@NullMarked
package io.qudao.deploy.client;

import org.jspecify.annotations.NullMarked;
