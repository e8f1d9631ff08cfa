package io.qudao.deploy.stack;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** One request to a service of the stack. */
final class Http {

    private static final int TIMEOUT_MILLIS = 2000;

    private Http() {}

    /** Returns whether a GET of {@code url} responds with 200. */
    static boolean ok(String url) {
        try {
            var connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException notYet) {
            return false;
        }
    }
}
