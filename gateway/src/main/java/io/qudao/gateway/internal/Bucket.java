package io.qudao.gateway.internal;

import io.qudao.gateway.internal.GatewaySettings.Allowance;

/** One allowance to be drawn from, under its name in Redis. */
record Bucket(String key, Allowance allowance) {}
