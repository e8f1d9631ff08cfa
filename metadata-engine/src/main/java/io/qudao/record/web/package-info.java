/** Records over HTTP. */
@NullMarked
package io.qudao.record.web;

import org.jspecify.annotations.NullMarked;
