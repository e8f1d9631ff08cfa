package io.qudao.deploy.stack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The services of one stack with their ports, memory and settings; nothing is started yet. */
record StackPlan(
        int port, Redis redis, Postgres postgres, Optional<Elasticsearch> search, Optional<Programs> programs) {

    private static final int FIRST_NODE = 2;
    private static final int HEALTH = 29;
    private static final int DATABASE = 30;

    /** The three programs. */
    record Programs(Program gateway, Program tenantService, List<Program> nodes) {

        Stream<Program> all() {
            return Stream.concat(Stream.of(gateway, tenantService), nodes.stream());
        }
    }

    static StackPlan of(StackOptions options, StackFolder folder, Secrets secrets) {
        var ports = new Ports();
        boolean everything = options.scope() == StackOptions.Scope.EVERYTHING;
        int port = everything ? ports.require(options.port()) : options.port();
        var sizing = Sizing.ofThisMachine(options.nodes());
        var binaries = new Binaries(folder.path("bin"));
        var postgres = new Postgres(folder, binaries, secrets, ports.near(port, DATABASE), sizing);
        var redis = new Redis(folder, binaries, secrets, ports.near(port, DATABASE + 1));
        Optional<Elasticsearch> search = options.elasticsearch()
                ? Optional.of(new Elasticsearch(
                        folder,
                        binaries,
                        options.project(),
                        ports.near(port, DATABASE + 2),
                        ports.near(port, DATABASE + 3)))
                : Optional.empty();
        var settings = new ProgramSettings(
                secrets, postgres, redis, search, port, ports.near(port, HEALTH), ports.near(port, 1));
        return new StackPlan(
                port,
                redis,
                postgres,
                search,
                everything
                        ? Optional.of(new Site(options, folder, sizing, settings).programs(ports))
                        : Optional.empty());
    }

    /** What all programs of a stack share. */
    private record Site(StackOptions options, StackFolder folder, Sizing sizing, ProgramSettings settings) {

        Programs programs(Ports ports) {
            Map<String, Integer> nodePorts = new LinkedHashMap<>();
            for (int i = 1; i <= options.nodes(); i++) {
                nodePorts.put("platform-" + i, ports.near(settings.gatewayPort(), FIRST_NODE + i - 1));
            }
            int firstNodePort = nodePorts.values().iterator().next();
            return new Programs(gateway(nodePorts), tenantService(firstNodePort), nodes(nodePorts));
        }

        private Program gateway(Map<String, Integer> nodePorts) {
            return new Program(
                    "gateway",
                    Service.Stage.EDGE,
                    jar("gateway"),
                    folder,
                    settings.gatewayPort(),
                    settings.gatewayHealthPort(),
                    sizing.gatewayHeap(),
                    settings.gateway(nodePorts),
                    options.startCache());
        }

        private Program tenantService(int firstNodePort) {
            return new Program(
                    "tenant-service",
                    Service.Stage.CONTROL,
                    jar("tenant-service"),
                    folder,
                    settings.tenantServicePort(),
                    settings.tenantServicePort(),
                    sizing.tenantServiceHeap(),
                    settings.tenantService(firstNodePort),
                    options.startCache());
        }

        /** Plans the nodes; the first of them records the start-up cache for all. */
        private List<Program> nodes(Map<String, Integer> nodePorts) {
            var jar = jar("ui");
            List<Program> nodes = new ArrayList<>();
            nodePorts.forEach((name, port) -> nodes.add(new Program(
                    name,
                    Service.Stage.NODE,
                    jar,
                    folder,
                    port,
                    port,
                    sizing.platformHeap(),
                    settings.platform(name, port),
                    options.startCache() && nodes.isEmpty())));
            return nodes;
        }

        private ProgramJar jar(String module) {
            return new ProgramJar(module, options.project(), folder.path("programs"));
        }
    }

    /** Returns the service with that name. */
    Service service(String name) {
        return Stream.concat(
                        Stream.of(redis, postgres),
                        Stream.concat(search.stream(), programs.stream().flatMap(Programs::all)))
                .filter(service -> service.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no service " + name));
    }
}
