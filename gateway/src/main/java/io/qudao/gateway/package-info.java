/** The public entrance of Qudao: routes by host, checks API tokens, limits rates, keeps sessions on their node. */
@NullMarked
package io.qudao.gateway;

import org.jspecify.annotations.NullMarked;
