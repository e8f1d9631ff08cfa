/** The local stack: PostgreSQL, Redis and the programs of Qudao as child processes with one data folder. */
@NullMarked
package io.qudao.deploy.stack;

import org.jspecify.annotations.NullMarked;
