package io.qudao.gateway;

/** A call that can go to a node at once, and the level of the bucket that has the least left. */
public record AdmittedCall(IncomingRequest incoming, RateLevel level) {}
