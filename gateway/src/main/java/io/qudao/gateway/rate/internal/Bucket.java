package io.qudao.gateway.rate.internal;

import io.qudao.gateway.GatewaySettings.Allowance;

/** A bucket of an allowance, with its key in Redis. */
record Bucket(String key, Allowance allowance) {}
