package io.qudao.approval.internal;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param zone whose day {@code today()} is in entry criteria */
@ConfigurationProperties("qudao.approval")
record ApprovalProperties(@DefaultValue("Asia/Shanghai") ZoneId zone) {}
