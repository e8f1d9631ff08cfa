package io.qudao.gateway.rate.internal;

/**
 * What Redis gave of a bucket.
 *
 * @param given tokens drawn; none, when this bucket or another one of the request is empty
 * @param left tokens still in the bucket
 * @param reset seconds until the bucket is full again
 * @param retry seconds until the next token; 0 where there is one
 */
record TokenDraw(int given, int left, int reset, int retry) {
    boolean isRefused() {
        return retry > 0;
    }
}
