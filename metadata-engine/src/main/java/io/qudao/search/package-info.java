/** Full-text search of records: one port with PostgreSQL or Elasticsearch behind it, fed from the outbox. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "tenancy", "rest", "outbox", "metadata", "record", "sql"})
package io.qudao.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
