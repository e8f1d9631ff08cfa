package io.qudao.gateway;

import org.springframework.http.HttpHeaders;

/** The security headers of all public responses. */
public final class SecurityHeaders {
    private static final String POLICY = "Content-Security-Policy";

    /** Vaadin uses an inline bootstrap script and evaluates calls from the server in the page. */
    private static final String PAGES = "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval';"
            + " style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:;"
            + " connect-src 'self'; worker-src 'self' blob:; object-src 'none'; base-uri 'self';"
            + " frame-ancestors 'none'; form-action 'self'";

    /** Sign-in may redirect to any program that the tenant admits, so the targets of its forms are not restricted. */
    private static final String IDENTITY = "default-src 'self'; style-src 'self' 'unsafe-inline';"
            + " script-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'self';"
            + " frame-ancestors 'none'";

    private static final String API = "default-src 'none'; frame-ancestors 'none'";

    private SecurityHeaders() {}

    /** Sets the headers of a response, except for a policy that its backend has set. */
    public static void write(IncomingRequest incoming, HttpHeaders headers) {
        headers.set(IncomingRequest.ID_HEADER, incoming.requestId());
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "strict-origin-when-cross-origin");
        headers.set("Permissions-Policy", "camera=(self), geolocation=(self), microphone=(), payment=(), usb=()");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        if (incoming.isSecure()) {
            headers.set("Strict-Transport-Security", "max-age=31536000");
        }
        // A backend may set stricter headers for a single file.
        if (!headers.containsHeader(POLICY)) {
            headers.set(POLICY, policy(incoming));
        }
        headers.remove(HttpHeaders.SERVER);
        headers.remove("X-Powered-By");
    }

    private static String policy(IncomingRequest incoming) {
        return switch (incoming.destination()) {
            case PAGES -> PAGES;
            case IDENTITY, NOWHERE -> IDENTITY;
            // Sign-up ends at the new tenant's own host.
            case PUBLIC_SITE -> IDENTITY + "; form-action 'self' " + incoming.scheme() + "://*." + incoming.host();
            case CLIENTS, API, LONG_API -> API;
        };
    }
}
