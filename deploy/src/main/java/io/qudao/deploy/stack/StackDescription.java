package io.qudao.deploy.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * A running stack, as written to {@code stack.json} in its folder while it is healthy. Holds no secrets: those are in
 * {@link Secrets}.
 *
 * @param url the public address without a tenant, as {@code http://localhost:8080}
 * @param launcher the process that ends the stack when it ends
 * @param database where the databases are
 * @param services every process, first started first
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

    /** One process: where it answers on 127.0.0.1 and where it logs. */
    public record RunningService(String name, long pid, int port, String log) {}

    /** The platform nodes among the services. */
    public List<RunningService> platformNodes() {
        return services.stream()
                .filter(service -> service.name().startsWith("platform-"))
                .toList();
    }

    /** The public address of a tenant, as {@code http://acme.localhost:8080}. */
    public String tenantUrl(String slug) {
        return url.replace("://", "://" + slug + ".");
    }

    /** The stack that runs from {@code home}, if one does. */
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

    /** The description as one line of JSON. */
    public String toJson() {
        return new JsonMapper().writeValueAsString(this);
    }
}
