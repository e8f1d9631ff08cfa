/** The inbox of approvals over REST. */
@NullMarked
package io.qudao.approval.web;

import org.jspecify.annotations.NullMarked;
