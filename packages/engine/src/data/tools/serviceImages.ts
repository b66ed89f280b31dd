// SPDX-License-Identifier: Apache-2.0

/**
 * Whether images of a family start a server when nothing else is said, told by
 * the name of the family and the tag.
 *
 * Source: the CMD and ENTRYPOINT of the images, from the repositories that the
 * table of base images names, which were read for that table.
 * Basis: repository, 2026-11-21.
 */
export function startsServer(family: string, tag: string): boolean {
  if (family === 'php') return /(?:^|-)(?:apache|fpm)(?:-|$)/.test(tag);
  return SERVERS.has(family);
}

const SERVERS = new Set(
  `nginx nginx-unprivileged httpd caddy traefik haproxy varnish kong nats
  rabbitmq zookeeper flink solr sonarqube wordpress drupal nextcloud ghost
  adminer postgres redis valkey mysql mariadb mongo memcached cassandra couchdb
  neo4j bitnami grafana prometheus jenkins vault consul elasticsearch elastic
  keycloak telegraf influxdb tomcat jetty frankenphp jupyter selenium kafka envoy
  opensearch nginx-proxy otel-collector blackbox-exporter`.split(/\s+/),
);
