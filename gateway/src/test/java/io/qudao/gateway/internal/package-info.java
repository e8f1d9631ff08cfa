/** Tests of the gateway's rules, and of the running gateway between real clients and backends. */
@NullMarked
package io.qudao.gateway.internal;

import org.jspecify.annotations.NullMarked;
