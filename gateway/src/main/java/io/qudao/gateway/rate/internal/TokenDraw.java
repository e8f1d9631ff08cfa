package io.qudao.gateway.rate.internal;

/**
 * The result of drawing from one bucket in Redis.
 *
 * @param given tokens drawn; 0 if this bucket or another one of the request is empty
 * @param left tokens still in the bucket
 * @param reset seconds until the bucket is full again
 * @param retry seconds until the next token; 0 if there is one
 */
record TokenDraw(int given, int left, int reset, int retry) {
    boolean isRefused() {
        return retry > 0;
    }
}
