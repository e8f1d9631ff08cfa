-- The key begins as the index of current entries does: whichever of the two the planner takes, also while its statistics
-- are old, a look-up reads the entries of one list and SKU and no others (P8).
alter table apps.price_entry drop constraint price_entry_key,
    add constraint price_entry_key primary key (tenant_id, price_list_id, sku_id, id);
