package io.qudao.deploy.replay;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One line of a real invoice.
 *
 * @param row its line in the file; the header is line 1
 * @param dollars total price of the line
 */
record SalesLine(
        long row, String invoice, LocalDate date, String outlet, String item, long bottles, BigDecimal dollars) {}
