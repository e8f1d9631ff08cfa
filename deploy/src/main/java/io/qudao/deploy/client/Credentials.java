package io.qudao.deploy.client;

/** Id and secret of an API client. */
public record Credentials(String id, String secret) {}
