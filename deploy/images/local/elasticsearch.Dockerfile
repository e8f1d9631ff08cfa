FROM qudao/base:local
COPY elasticsearch /usr/share/elasticsearch
RUN groupadd -r elasticsearch && useradd -r -g elasticsearch -d /usr/share/elasticsearch elasticsearch \
    && mkdir -p /usr/share/elasticsearch/data /usr/share/elasticsearch/logs \
    && chown -R elasticsearch: /usr/share/elasticsearch
USER elasticsearch
WORKDIR /usr/share/elasticsearch
ENV ES_JAVA_HOME=/opt/java
EXPOSE 9200
# The official image takes settings from its environment; here they are put into the file.
CMD ["bash", "-c", "env | grep -E '^(cluster|discovery|node|xpack|network|http|transport)\\.' | sed 's/=/: /' >config/elasticsearch.yml && exec bin/elasticsearch -E network.host=0.0.0.0"]
