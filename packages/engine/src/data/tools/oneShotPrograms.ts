// SPDX-License-Identifier: Apache-2.0

/**
 * Whether a command ends by itself, or waits for someone at a terminal: nothing
 * that could be asked for its health.
 *
 * @param words - the arguments
 *
 * Source: the manuals of the programs.
 * Basis: knowledge, 2026-11-21.
 */
export function isOneShot(program: string, words: readonly string[]): boolean {
  if (TOOLS.has(program)) return true;
  if (words.length > 0 && words.every(word => HELP.test(word))) return true;
  return TASKS.get(program)?.test(words.join(' ')) ?? false;
}

/** What a tool is asked when nobody gives it anything to do. */
const HELP = /^(?:-h|--?help|help|-v|-V|--?version|version|--usage|--info)$/;

/** Programs that do one thing and end, or that someone sits before. */
const TOOLS = new Set(
  `true false echo cat ls date env printenv sleep
  irb pry ipython jshell ghci iex erl julia R octave sbcl guile racket luajit
  tmux screen vim nvim emacs nano less top htop
  git gh hub svn hg rsync jq yq
  make cmake ctest ninja bazel gcc g++ clang javac rustc tsc
  pytest tox nox flake8 pylint mypy black ruff eslint prettier jest mocha
  shellcheck hadolint yamllint golangci-lint phpunit rspec rubocop
  vitest cypress newman k6
  terraform tofu terragrunt packer ansible ansible-playbook kubectl helm
  helmfile kustomize skaffold aws gcloud gsutil bq az doctl heroku pulumi
  flyway liquibase sqlmap nmap trivy grype syft cosign ffmpeg pandoc
  hugo pdflatex xelatex protoc buf`.split(/\s+/),
);

/**
 * Programs that keep running although they are called without an argument, as a
 * tool would be.
 */
export const DAEMONS: ReadonlySet<string> = new Set(
  `nginx apache2 httpd caddy haproxy traefik varnish squid privoxy tor
  redis-server redis valkey-server memcached mosquitto dnsmasq unbound coredns
  named bind postfix exim dovecot supervisord cron crond prometheus grafana
  consul vault etcd nats-server minio sshd dropbear vsftpd samba smbd nmbd cupsd
  transmission-daemon murmurd freeradius radiusd slapd rsyslog syslog-ng fluentd
  fluent-bit vector telegraf collectd statsd node_exporter gunicorn uwsgi
  uvicorn jupyter znc bitlbee ngircd`.split(/\s+/),
);

/** Arguments with which a program ends. */
const TASKS: ReadonlyMap<string, RegExp> = new Map([
  ['cmd', /^$/],
  ['cmd.exe', /^$/],
  ['powershell', /^$/],
  ['powershell.exe', /^$/],
  ['tail', /^-[fF] \/dev\/null$/],
  ['alembic', /\b(?:upgrade|downgrade)\b/],
  ['rake', /\bdb:|\btest\b/],
  ['npm', /^$|^(?:t|test|(?:run|run-script) (?:test|lint|build)\b)/],
  ['npx', /^$|^(?:playwright|cypress|jest|mocha|vitest|eslint|prettier|tsc)\b/],
  ['playwright', /^(?:test|install)\b/],
  ['locust', /(?:^| )--headless\b/],
  ['yarn', /^$|^(?:run )?(?:test|lint|build)\b/],
  ['pnpm', /^$|^(?:run )?(?:test|lint|build)\b/],
  ['pip', /^$/],
  ['composer', /^$|^(?:install|update)\b/],
  ['go', /^$|^(?:test|build|vet)\b/],
  ['cargo', /^$|^(?:test|build|check|bench)\b/],
  ['mvn', /^$|(?:^| )(?:test|verify|package|install)$/],
  ['gradle', /^$|(?:^| )(?:test|check|build)$/],
  ['sbt', /^$|(?:^| )(?:test|compile)$/],
  ['dotnet', /^$|^(?:test|build|publish)\b/],
  [
    'python',
    /\bmanage\.py (?:migrate|test|collectstatic)\b|^-m (?:pytest|unittest)\b/,
  ],
  [
    'python3',
    /\bmanage\.py (?:migrate|test|collectstatic)\b|^-m (?:pytest|unittest)\b/,
  ],
]);
