package io.qudao.record.web;

import io.qudao.kernel.Value;
import tools.jackson.databind.annotation.JsonDeserialize;

/** Values by field name, as the client gives them: not yet of the fields' types. */
@JsonDeserialize(using = RecordBodyDeserializer.class)
record RecordBody(Value.Fields values) {}
