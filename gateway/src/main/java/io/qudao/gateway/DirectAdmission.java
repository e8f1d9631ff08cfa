package io.qudao.gateway;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/**
 * Decides which API calls can go to a node at once, because their token was verified before and the gateway holds rate
 * tokens for them. All other calls go through the filters.
 */
public interface DirectAdmission {
    /** Returns the admitted call, or null if it has to go through the filters. */
    @Nullable
    AdmittedCall admit(HttpRequest call, Channel client);
}
