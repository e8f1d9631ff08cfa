package io.qudao.identity.internal;

import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.TenantId;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Asks the platform, every time, what members may do. */
@Component
class MemberRights {

    private final RestClient http;

    MemberRights(RestClient platform) {
        this.http = platform;
    }

    private record Rights(boolean all) {}

    /** Returns whether a member holds all rights of the tenant; false for anybody who is not a member. */
    boolean hasAll(TenantId tenant, String subject) {
        try {
            var rights = http.get()
                    .uri("/internal/tenants/{id}/members/{subject}/rights", tenant.value(), subject)
                    .retrieve()
                    .body(Rights.class);
            return rights != null && rights.all();
        } catch (HttpClientErrorException.Forbidden | HttpClientErrorException.NotFound nobody) {
            return false;
        } catch (RestClientException down) {
            throw new ProblemException(CommonProblem.UNAVAILABLE, List.of(), down);
        }
    }
}
