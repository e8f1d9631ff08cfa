package io.qudao.metadata.internal;

/** Whose a component is; an upper layer overrides those before it. */
enum Layer {
    /** Ships with the platform. */
    STANDARD,
    /** An implementer's app; none can be installed yet. */
    PACKAGE,
    /** The tenant's own. */
    TENANT
}
