package io.qudao.deploy.stack;

import java.nio.file.Path;

/**
 * The options of a local stack.
 *
 * @param home the data folder ({@code .qudao})
 * @param project the folder of the source tree with the built jars
 * @param port port of the gateway; 0 for any free port
 * @param nodes number of platform nodes
 * @param scope which processes are started
 * @param elasticsearch whether a real Elasticsearch is used for search
 * @param fresh whether everything in {@code home} is deleted first
 * @param startCache whether programs without a start-up cache record one, which is written when they stop
 */
public record StackOptions(
        Path home,
        Path project,
        int port,
        int nodes,
        Scope scope,
        boolean elasticsearch,
        boolean fresh,
        boolean startCache) {

    public static final int DEFAULT_PORT = 8080;

    /** How much of the stack is started. */
    public enum Scope {
        /** PostgreSQL and Redis, for programs started by hand. */
        SERVICES,
        /** The services and all programs. */
        EVERYTHING
    }

    public StackOptions {
        home = home.toAbsolutePath().normalize();
        project = project.toAbsolutePath().normalize();
    }

    /** Returns the options for one node on the default port over {@code home}. */
    public static StackOptions at(Path home, Path project) {
        return new StackOptions(home, project, DEFAULT_PORT, 1, Scope.EVERYTHING, false, false, true);
    }

    public StackOptions withPort(int port) {
        return new StackOptions(home, project, port, nodes, scope, elasticsearch, fresh, startCache);
    }

    public StackOptions withNodes(int nodes) {
        return new StackOptions(home, project, port, nodes, scope, elasticsearch, fresh, startCache);
    }

    public StackOptions withScope(Scope scope) {
        return new StackOptions(home, project, port, nodes, scope, elasticsearch, fresh, startCache);
    }

    public StackOptions withElasticsearch(boolean elasticsearch) {
        return new StackOptions(home, project, port, nodes, scope, elasticsearch, fresh, startCache);
    }

    public StackOptions withFresh(boolean fresh) {
        return new StackOptions(home, project, port, nodes, scope, elasticsearch, fresh, startCache);
    }

    public StackOptions withStartCache(boolean startCache) {
        return new StackOptions(home, project, port, nodes, scope, elasticsearch, fresh, startCache);
    }
}
