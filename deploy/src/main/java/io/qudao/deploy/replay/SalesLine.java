package io.qudao.deploy.replay;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One line of a real invoice.
 *
 * @param row its line in the file, the header being 1
 * @param dollars what the line cost in all
 */
record SalesLine(
        long row, String invoice, LocalDate date, String outlet, String item, long bottles, BigDecimal dollars) {}
