/** Sends the real orders of a folder through the running system and compares every total with the file. */
@NullMarked
package io.qudao.deploy.replay;

import org.jspecify.annotations.NullMarked;
