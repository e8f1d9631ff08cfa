FROM qudao/base:local
COPY redis/redis-server /usr/local/bin/
USER 10001:10001
EXPOSE 6379
CMD ["redis-server"]
