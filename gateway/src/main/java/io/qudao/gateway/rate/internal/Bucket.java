package io.qudao.gateway.rate.internal;

import io.qudao.gateway.GatewaySettings.Allowance;

/** One allowance to be drawn from, under its name in Redis. */
record Bucket(String key, Allowance allowance) {}
