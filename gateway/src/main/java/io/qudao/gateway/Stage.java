package io.qudao.gateway;

/**
 * The order of our filters, between the gateway's writing of the response (-1) and its sending of the request (last).
 */
public final class Stage {
    public static final int BODY = 100;
    public static final int TOKEN = 200;
    public static final int RATE = 300;
    public static final int LOOP = 400;
    public static final int NODE = 10_000;

    private Stage() {}
}
