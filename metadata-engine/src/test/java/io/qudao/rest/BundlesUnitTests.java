package io.qudao.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class BundlesUnitTests {
    @Test
    void hasEveryMessageInBothLanguages() throws IOException {
        var bundles = new PathMatchingResourcePatternResolver().getResources("classpath*:i18n/*.properties");
        Set<String> english = new TreeSet<>();
        Set<String> chinese = new TreeSet<>();
        for (Resource bundle : bundles) {
            var target = String.valueOf(bundle.getFilename()).endsWith("_zh_CN.properties") ? chinese : english;
            target.addAll(keys(bundle));
        }
        assertThat(english).isNotEmpty().isEqualTo(chinese);
    }

    private static Set<String> keys(Resource bundle) throws IOException {
        var texts = new Properties();
        try (var reader = new InputStreamReader(bundle.getInputStream(), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts.stringPropertyNames();
    }
}
