/** A client of a running Qudao, written like any external program: tokens, retries, imports. */
@NullMarked
package io.qudao.deploy.client;

import org.jspecify.annotations.NullMarked;
