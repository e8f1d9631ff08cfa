-- Reservations are read by their document; a second index would be written for every line of every order.
drop index apps.stock_reservation_by_sku;
