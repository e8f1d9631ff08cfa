package io.qudao.testing;

/** Shapes a test's tenant over REST. */
public final class Publishing {
    private static final String METADATA = "/api/v1/metadata";

    private Publishing() {}

    /**
     * Publishes one component.
     *
     * @param admin who may
     * @param component kind and name, such as {@code permission_set/clerk}
     */
    public static void publish(ApiClient admin, String component, String json) {
        require(admin.put(METADATA + "/components/" + component, json));
        require(admin.post(METADATA + "/publish", "{\"comment\":\"by a test\"}"));
    }

    private static void require(ApiClient.Answer answer) {
        if (answer.status() >= 300) {
            throw new IllegalStateException(answer.status() + " " + answer.body());
        }
    }
}
