/** Limits the rates of tenants, clients and sign-ins by allowances in Redis that all gateways share. */
@NullMarked
package io.qudao.gateway.rate.internal;

import org.jspecify.annotations.NullMarked;
