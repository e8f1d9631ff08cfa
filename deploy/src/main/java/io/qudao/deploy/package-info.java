/** The command line of Qudao: what {@code ./qudao} does once Java has been found and everything is built. */
@NullMarked
package io.qudao.deploy;

import org.jspecify.annotations.NullMarked;
