package io.qudao.registry.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.net.URI;

/**
 * A request as addressed at its public URL, whichever way it took through the other programs; issuers depend on this.
 */
final class RequestAt extends HttpServletRequestWrapper {

    private final URI origin;

    RequestAt(HttpServletRequest request, String origin) {
        super(request);
        this.origin = URI.create(origin);
    }

    @Override
    public String getScheme() {
        return origin.getScheme();
    }

    @Override
    public boolean isSecure() {
        return origin.getScheme().equals("https");
    }

    @Override
    public String getServerName() {
        return origin.getHost();
    }

    @Override
    public int getServerPort() {
        if (origin.getPort() > 0) {
            return origin.getPort();
        }
        return isSecure() ? 443 : 80;
    }

    @Override
    public StringBuffer getRequestURL() {
        return new StringBuffer(origin.toString()).append(getRequestURI());
    }
}
