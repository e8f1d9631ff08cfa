package io.qudao.ordering;

import io.qudao.partner.AccountId;

/**
 * An order was stored, as a draft or submitted; told in its transaction, so whatever undoes the order undoes what was made
 * of this too.
 *
 * @param key idempotency key of the request
 */
public record OrderPlaced(OrderId order, AccountId account, String key) {}
