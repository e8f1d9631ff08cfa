FROM qudao/base:local
COPY postgres /opt/postgres
COPY postgres-entrypoint /usr/local/bin/
RUN groupadd -r postgres && useradd -r -g postgres postgres && mkdir -p /var/lib/postgresql \
    && chown postgres: /var/lib/postgresql
USER postgres
VOLUME /var/lib/postgresql
EXPOSE 5432
ENTRYPOINT ["postgres-entrypoint"]
CMD ["postgres"]
