package io.qudao.deploy.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * A running stack, as written to {@code stack.json} in its folder while it is healthy. It contains no secrets; those
 * are in {@link Secrets}.
 *
 * @param url the public URL without a tenant, such as {@code http://localhost:8080}
 * @param launcher the process whose end stops the stack
 * @param database the locations of the databases
 * @param services every process in order of start
 */
public record StackDescription(
        String url, int port, long launcher, String home, Database database, List<RunningService> services) {

    static final String FILE = "stack.json";

    public StackDescription {
        services = List.copyOf(services);
    }

    /**
     * The databases of a stack.
     *
     * @param control JDBC address of the control plane's database
     * @param shard JDBC address of the tenants' database
     * @param owner the role that owns the tables; its password is {@link Secrets.Name#DATABASE_OWNER}
     * @param app the role that owns nothing; its password is {@link Secrets.Name#DATABASE_APP}
     */
    public record Database(String control, String shard, String owner, String app) {}

    /** One process with its port on 127.0.0.1 and its log. */
    public record RunningService(String name, long pid, int port, String log) {}

    /** Returns the platform nodes among the services. */
    public List<RunningService> platformNodes() {
        return services.stream()
                .filter(service -> service.name().startsWith("platform-"))
                .toList();
    }

    /** Returns the public URL of a tenant, such as {@code http://acme.localhost:8080}. */
    public String tenantUrl(String slug) {
        return url.replace("://", "://" + slug + ".");
    }

    /** Returns the stack running over {@code home}, if there is one. */
    public static Optional<StackDescription> running(Path home) {
        Path file = home.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var description = new JsonMapper().readValue(file, StackDescription.class);
        return ProcessHandle.of(description.launcher())
                .filter(ProcessHandle::isAlive)
                .map(alive -> description);
    }

    /** Returns the description as one line of JSON. */
    public String toJson() {
        return new JsonMapper().writeValueAsString(this);
    }
}
