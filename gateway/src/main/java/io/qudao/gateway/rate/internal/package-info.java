/** Limits the rates of tenants, clients and sign-ins, by allowances that all gateways share in Redis. */
@NullMarked
package io.qudao.gateway.rate.internal;

import org.jspecify.annotations.NullMarked;
