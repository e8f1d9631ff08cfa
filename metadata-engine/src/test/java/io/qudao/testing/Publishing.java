package io.qudao.testing;

/** Shapes a test's tenant over REST. */
public final class Publishing {
    private static final String METADATA = "/api/v1/metadata";

    private Publishing() {}

    /**
     * Publishes components together.
     *
     * @param admin who may
     * @param components kind and name, such as {@code permission_set/clerk}, and its document, in turn
     */
    public static void publish(ApiClient admin, String... components) {
        for (int index = 0; index < components.length; index += 2) {
            require(admin.put(METADATA + "/components/" + components[index], components[index + 1]));
        }
        require(admin.post(METADATA + "/publish", "{\"comment\":\"by a test\"}"));
    }

    private static void require(ApiClient.Answer answer) {
        if (answer.status() >= 300) {
            throw new IllegalStateException(answer.status() + " " + answer.body());
        }
    }
}
