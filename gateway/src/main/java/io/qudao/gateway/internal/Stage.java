package io.qudao.gateway.internal;

/** The order of our filters, between the gateway's writing of the answer (-1) and its sending of the request (last). */
final class Stage {
    static final int BODY = 100;
    static final int TOKEN = 200;
    static final int RATE = 300;
    static final int LOOP = 400;
    static final int NODE = 10_000;

    private Stage() {}
}
