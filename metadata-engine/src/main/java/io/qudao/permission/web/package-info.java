/** Members over REST, and the door through which the control plane brings new tenants. */
@NullMarked
package io.qudao.permission.web;

import org.jspecify.annotations.NullMarked;
