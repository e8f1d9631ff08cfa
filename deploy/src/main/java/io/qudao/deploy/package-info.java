/** The command line of Qudao: what {@code ./qudao} does once Java is found and everything is built. */
@NullMarked
package io.qudao.deploy;

import org.jspecify.annotations.NullMarked;
