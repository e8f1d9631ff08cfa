package io.qudao.control.testing;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** A browser at one host: keeps cookies, sends forms with what the page put into them, follows nothing by itself. */
public final class Browser {

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    private final Calls calls;
    private final String host;
    private final String address;
    private final Map<String, String> cookies = new HashMap<>();

    public Browser(Calls calls, String host) {
        this(calls, host, Calls.freshAddress());
    }

    /** Behind the same network address as another. */
    public Browser(Calls calls, String host, String address) {
        this.calls = calls;
        this.host = host;
        this.address = address;
    }

    public String address() {
        return address;
    }

    public Map<String, String> cookies() {
        return cookies;
    }

    public Answer get(String path) {
        return keep(calls.send(calls.request(host, path, "X-Forwarded-For", address, "Cookie", cookie())
                .GET()));
    }

    /** Fills the form of a page in and sends it. */
    public Answer submit(Answer page, String path, Map<String, String> entries) {
        var form = hidden(page);
        form.putAll(entries);
        return post(path, form);
    }

    public Answer post(String path, Map<String, String> form) {
        return keep(calls.send(calls.request(host, path, "X-Forwarded-For", address, "Cookie", cookie())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(Calls.encoded(form)))));
    }

    /** Where an answer leads, as a path at this host. */
    public static String path(Answer redirect) {
        return redirect.header("Location").replaceFirst("^https?://[^/]+", "");
    }

    private static Map<String, String> hidden(Answer page) {
        var form = new LinkedHashMap<String, String>();
        var found = HIDDEN.matcher(page.body());
        while (found.find()) {
            form.put(found.group(1), found.group(2).replace("&amp;", "&"));
        }
        return form;
    }

    private Answer keep(Answer answer) {
        answer.response().headers().allValues("Set-Cookie").forEach(line -> {
            var pair = line.split(";", 2)[0].split("=", 2);
            if (pair[1].isEmpty()) {
                cookies.remove(pair[0]);
            } else {
                cookies.put(pair[0], pair[1]);
            }
        });
        return answer;
    }

    private String cookie() {
        return cookies.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .reduce((one, other) -> one + "; " + other)
                .orElse("none=1");
    }
}
