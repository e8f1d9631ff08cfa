package io.qudao.deploy.stack;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The Spring properties through which the programs know about each other. */
record ProgramSettings(
        Secrets secrets,
        Postgres postgres,
        Redis redis,
        Optional<Elasticsearch> search,
        int gatewayPort,
        int gatewayHealthPort,
        int tenantServicePort) {

    private static final String SHARD_ID = "s0";

    Map<String, String> tenantService(int firstNodePort) {
        var settings = common(tenantServicePort);
        database(settings, "qudao.control", Databases.CONTROL);
        settings.put("qudao.identity.ui-client-secret", secrets.get(Secrets.Name.UI_CLIENT));
        settings.put("qudao.identity.key-secret", secrets.get(Secrets.Name.SIGNING_KEYS));
        settings.put("qudao.platform.url", "http://127.0.0.1:" + firstNodePort);
        settings.put("qudao.public.base", "http://{tenant}.localhost:" + gatewayPort);
        settings.put("qudao.public.shards", SHARD_ID);
        return settings;
    }

    Map<String, String> platform(String node, int port) {
        var settings = common(port);
        database(settings, "qudao.tenancy.shards." + SHARD_ID, Databases.SHARD);
        settings.put("qudao.identity.url", "http://127.0.0.1:" + tenantServicePort);
        settings.put("qudao.identity.client-secret", secrets.get(Secrets.Name.UI_CLIENT));
        settings.put("qudao.node.name", node);
        search.ifPresent(elasticsearch -> settings.put("qudao.search.elasticsearch.url", elasticsearch.url()));
        return settings;
    }

    Map<String, String> gateway(Map<String, Integer> nodePorts) {
        var settings = common(gatewayPort);
        settings.put("management.server.port", Integer.toString(gatewayHealthPort));
        settings.put("qudao.gateway.tenant-service", "http://127.0.0.1:" + tenantServicePort);
        settings.put("qudao.gateway.domain", "localhost");
        nodePorts.forEach((node, port) -> settings.put("qudao.gateway.nodes." + node, "http://127.0.0.1:" + port));
        return settings;
    }

    private Map<String, String> common(int port) {
        var settings = new LinkedHashMap<String, String>();
        settings.put("server.address", "127.0.0.1");
        settings.put("server.port", Integer.toString(port));
        settings.put("spring.data.redis.url", redis.url());
        settings.put("qudao.internal.secret", secrets.get(Secrets.Name.INTERNAL));
        return settings;
    }

    private void database(Map<String, String> settings, String prefix, String database) {
        settings.put(prefix + ".url", postgres.url(database));
        settings.put(prefix + ".username", Databases.APP);
        settings.put(prefix + ".password", secrets.get(Secrets.Name.DATABASE_APP));
        settings.put(prefix + ".owner-username", Databases.OWNER);
        settings.put(prefix + ".owner-password", secrets.get(Secrets.Name.DATABASE_OWNER));
    }
}
