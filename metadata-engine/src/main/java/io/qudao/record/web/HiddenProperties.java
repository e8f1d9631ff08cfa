package io.qudao.record.web;

import io.qudao.record.HiddenFields;
import io.qudao.record.StandsFor;
import io.qudao.tenancy.TenantScope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.BeanPropertyWriter;
import tools.jackson.databind.ser.ValueSerializerModifier;

/** Leaves properties out of JSON that stand for fields hidden from the caller, whichever handler returns them. */
@Component
final class HiddenProperties implements JsonMapperBuilderCustomizer {
    private final ObjectProvider<HiddenFields> hidden;

    /** @param hidden resolved lazily, because what finds it out reads JSON itself */
    HiddenProperties(ObjectProvider<HiddenFields> hidden) {
        this.hidden = hidden;
    }

    @Override
    public void customize(JsonMapper.Builder mapper) {
        mapper.addModule(new SimpleModule("hidden").setSerializerModifier(new Modifier(hidden)));
    }

    private static final class Modifier extends ValueSerializerModifier {
        private static final long serialVersionUID = 1;

        private final transient ObjectProvider<HiddenFields> hidden;

        Modifier(ObjectProvider<HiddenFields> hidden) {
            this.hidden = hidden;
        }

        @Override
        public List<BeanPropertyWriter> changeProperties(
                SerializationConfig config, BeanDescription.Supplier bean, List<BeanPropertyWriter> properties) {
            properties.replaceAll(property -> {
                var stands = property.getAnnotation(StandsFor.class);
                return stands == null ? property : new Writer(property, List.of(stands.value()), hidden);
            });
            return properties;
        }
    }

    private static final class Writer extends BeanPropertyWriter {
        private static final long serialVersionUID = 1;

        private final transient List<String> fields;
        private final transient ObjectProvider<HiddenFields> hidden;

        Writer(BeanPropertyWriter property, List<String> fields, ObjectProvider<HiddenFields> hidden) {
            super(property);
            this.fields = fields;
            this.hidden = hidden;
        }

        @Override
        public void serializeAsProperty(Object bean, JsonGenerator json, SerializationContext context)
                throws Exception {
            if (TenantScope.current().isEmpty() || !isHidden(context)) {
                super.serializeAsProperty(bean, json, context);
            }
        }

        /** Asks once for each body, which may contain thousands of records. */
        private boolean isHidden(SerializationContext context) {
            var known = (Known) context.getAttribute(Known.class);
            if (known == null) {
                known = new Known(hidden.getObject(), new HashMap<>());
                context.setAttribute(Known.class, known);
            }
            return known.hides(fields);
        }
    }

    /** @param answers whether one of some fields is hidden */
    private record Known(HiddenFields hidden, Map<List<String>, Boolean> answers) {
        boolean hides(List<String> fields) {
            return answers.computeIfAbsent(fields, some -> hidden.hides(some.toArray(String[]::new)));
        }
    }
}
