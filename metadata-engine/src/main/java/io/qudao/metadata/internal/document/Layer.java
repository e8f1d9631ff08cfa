package io.qudao.metadata.internal.document;

/** The layer a component belongs to; later layers override earlier ones. */
enum Layer {
    /** Components that ship with the platform. */
    STANDARD,
    /** Components of an implementer's app; none can be installed yet. */
    PACKAGE,
    /** The tenant's own components. */
    TENANT
}
