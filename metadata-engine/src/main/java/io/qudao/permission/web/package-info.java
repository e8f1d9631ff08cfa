/** Members over REST, and the endpoint through which the control plane adds tenants. */
@NullMarked
package io.qudao.permission.web;

import org.jspecify.annotations.NullMarked;
