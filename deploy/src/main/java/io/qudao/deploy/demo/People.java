package io.qudao.deploy.demo;

import io.qudao.deploy.client.TenantApi;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The users: those of the head office by role, and the owners of partners. */
final class People {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final TenantApi api;
    private final Map<String, String> partners;

    People(TenantApi api, Map<String, String> partners) {
        this.api = api;
        this.partners = partners;
    }

    void load(String password) throws InterruptedException {
        var there = ApiLists.by("email", api, "/api/v1/members");
        for (var person : DemoPerson.others()) {
            if (!there.containsKey(person.email())) {
                invite(person, password);
            }
        }
    }

    private void invite(DemoPerson person, String password) throws InterruptedException {
        var body = JSON.createObjectNode()
                .put("name", person.name())
                .put("email", person.email())
                .put("locale", "zh-CN")
                .put("password", password);
        body.putArray("partners").add(partners.get(person.partner()));
        body.putArray("permissionSets").add(person.set());
        api.post("/api/v1/members", body.toString(), Map.of()).orFail("The member " + person.name());
    }
}
