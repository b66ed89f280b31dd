// SPDX-License-Identifier: Apache-2.0

/**
 * A text with a secret in it that no output may ever show.
 *
 * All values are made up, and put together when the code runs so that no
 * scanner takes this file for a leak.
 */
export interface PlantedSecret {
  /** The id of its kind. */
  readonly kind: string;
  /** A Dockerfile that builds. */
  readonly dockerfile: string;
  /** What must not be shown. */
  readonly secret: string;
}

const DIGITS = '0123456789';
const HEX = `${DIGITS}abcdef`;
const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const UPPER = LOWER.toUpperCase();
const LETTERS = UPPER + LOWER;
const ALNUM = LETTERS + DIGITS;
const BASE32 = `${UPPER}234567`;

/** Characters that look drawn by lot, and are the same in each run. */
export function drawn(alphabet: string, length: number, seed = 1): string {
  let state = (seed * 2_654_435_761) >>> 0;
  let text = '';
  while (text.length < length) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    text += alphabet[(state >>> 8) % alphabet.length]!;
  }
  return text;
}

/** Secrets that their form gives away, by kind. */
const SHAPED: readonly (readonly [kind: string, ...parts: string[]])[] = [
  ['aws-access-key-id', 'AK', 'IA', drawn(BASE32, 16)],
  ['aws-bedrock-key', 'AB', 'SK', drawn(ALNUM, 124)],
  ['google-api-key', 'AI', 'za', drawn(ALNUM, 35)],
  ['google-oauth-secret', 'GOC', 'SPX-', drawn(ALNUM, 28)],
  ['azure-client-secret', 'aB3', '8', 'Q~', drawn(ALNUM, 34)],
  ['digitalocean-token', 'dop', '_v1_', drawn(HEX, 64)],
  ['heroku-key', 'HR', 'KU-', drawn(ALNUM, 60)],
  ['cloudflare-token', 'cf', 'ut_', drawn(ALNUM, 48)],
  ['fly-token', 'fm', '2_', drawn(ALNUM, 120)],
  ['netlify-token', 'nf', 'p_', drawn(ALNUM, 36)],
  ['supabase-key', 'sb', 'p_', drawn(HEX, 40)],
  ['planetscale-credential', 'pscale', '_pw_', drawn(ALNUM, 43)],
  ['databricks-token', 'da', 'pi', drawn(HEX, 32)],
  ['vault-token', 'hv', 's.', drawn(ALNUM, 90)],
  ['terraform-token', drawn(ALNUM, 14), '.atlas', 'v1.', drawn(ALNUM, 67)],
  ['pulumi-token', 'pu', 'l-', drawn(HEX, 40)],
  ['doppler-token', 'dp.', 'pt.', drawn(ALNUM, 43)],
  ['onepassword-token', 'ops', '_eyJ', drawn(ALNUM, 200)],
  ['tailscale-key', 'tsk', 'ey-auth-', drawn(ALNUM, 12), '-', drawn(ALNUM, 32)],
  ['github-token', 'gh', 'p_', drawn(ALNUM, 36)],
  ['github-token', 'github', '_pat_', drawn(ALNUM, 82)],
  ['gitlab-token', 'gl', 'pat-', drawn(ALNUM, 20)],
  ['atlassian-token', 'ATA', 'TT3', drawn(ALNUM, 180)],
  ['azure-devops-token', drawn(ALNUM, 76), 'AZ', 'DO', drawn(ALNUM, 4)],
  ['npm-token', 'np', 'm_', drawn(ALNUM, 36)],
  ['pypi-token', 'py', 'pi-AgE', drawn(ALNUM, 150)],
  ['rubygems-token', 'ruby', 'gems_', drawn(HEX, 48)],
  ['nuget-key', 'o', 'y2', drawn(LOWER + DIGITS, 43)],
  ['crates-token', 'ci', 'o', drawn(ALNUM, 32)],
  ['clojars-token', 'CLO', 'JARS_', drawn(LOWER + DIGITS, 60)],
  ['docker-hub-token', 'dckr', '_pat_', drawn(ALNUM, 27)],
  ['jfrog-token', 'AK', 'Cp', drawn(ALNUM, 69)],
  ['circleci-token', 'CCI', 'PAT_', drawn(ALNUM, 22), '_', drawn(HEX, 40)],
  ['buildkite-token', 'bk', 'ua_', drawn(HEX, 40)],
  ['sonar-token', 'sq', 'u_', drawn(HEX, 40)],
  ['postman-key', 'PM', 'AK-', drawn(HEX, 24), '-', drawn(HEX, 34)],
  ['anthropic-key', 'sk-', 'ant-', drawn(ALNUM, 95)],
  ['openai-key', 'sk-', 'proj-', drawn(ALNUM, 120)],
  ['openrouter-key', 'sk-', 'or-v1-', drawn(HEX, 64)],
  ['huggingface-token', 'h', 'f_', drawn(LETTERS, 34)],
  ['replicate-token', 'r', '8_', drawn(ALNUM, 37)],
  ['groq-key', 'gs', 'k_', drawn(ALNUM, 52)],
  ['perplexity-key', 'pp', 'lx-', drawn(ALNUM, 48)],
  ['langsmith-key', 'lsv2', '_pt_', drawn(HEX, 32), '_', drawn(HEX, 10)],
  ['slack-token', 'xo', 'xb-', drawn(DIGITS, 12), '-', drawn(ALNUM, 24)],
  ['telegram-token', drawn('123456789', 10), ':', 'AA', drawn(ALNUM, 33)],
  ['stripe-key', 'sk', '_live_', drawn(ALNUM, 24)],
  ['square-token', 'sq0', 'atp-', drawn(ALNUM, 22)],
  ['shopify-token', 'shp', 'at_', drawn(HEX, 32)],
  ['twilio-key', 'S', 'K', drawn(HEX, 32)],
  ['sendgrid-key', 'S', 'G.', drawn(ALNUM, 22), '.', drawn(ALNUM, 43)],
  ['mailgun-key', 'ke', 'y-', drawn(HEX, 32)],
  ['mailchimp-key', drawn(HEX, 32), '-u', 's12'],
  ['brevo-key', 'xkey', 'sib-', drawn(HEX, 64), '-', drawn(ALNUM, 16)],
  ['grafana-token', 'gl', 'sa_', drawn(ALNUM, 32), '_', drawn(HEX, 8)],
  ['new-relic-key', 'NR', 'AK-', drawn(UPPER + DIGITS, 27)],
  ['dynatrace-token', 'dt', '0c01.', drawn(BASE32, 24), '.', drawn(BASE32, 64)],
  ['sentry-token', 'sntr', 'yu_', drawn(HEX, 64)],
  ['linear-key', 'lin', '_api_', drawn(ALNUM, 40)],
  ['notion-token', 'nt', 'n_', drawn(ALNUM, 46)],
  ['airtable-token', 'pa', 't', drawn(ALNUM, 14), '.', drawn(HEX, 64)],
  ['figma-token', 'fi', 'gd_', drawn(ALNUM, 40)],
  ['contentful-token', 'CF', 'PAT-', drawn(ALNUM, 43)],
  ['mapbox-token', 'sk', '.ey', 'J', drawn(ALNUM, 64), '.', drawn(ALNUM, 22)],
  ['age-secret-key', 'AGE-', 'SECRET-KEY-', '1', drawn(UPPER + DIGITS, 58)],
  [
    'jwt',
    'ey',
    'J',
    drawn(ALNUM, 20),
    '.ey',
    'J',
    drawn(ALNUM, 60),
    '.',
    drawn(ALNUM, 43),
  ],
];

const PASSWORD = `Tr0ub4dor${drawn(ALNUM, 6, 2)}`;
const TOKEN = drawn(ALNUM, 40, 3);
const PEM_LINE = drawn(ALNUM, 64, 4);

/** Secrets that only their place gives away; `%` is where they stand. */
const PLACED: readonly (readonly [
  kind: string,
  secret: string,
  line: string,
])[] = [
  ['password', PASSWORD, 'ENV DB_PASSWORD=%'],
  ['password', PASSWORD, 'ENV DB_PASSWORD %'],
  ['password', PASSWORD, `ENV A="b c" dbPassword='%' D=e`],
  ['password', PASSWORD, 'ENV A=b \\\n  # the login\n  DB_PASSWORD="%"'],
  ['password', PASSWORD, 'ARG ADMIN_PASSWORD=%'],
  ['named-value', 'q7fk2', 'ENV API_TOKEN=%'],
  ['random-value', TOKEN, 'ARG session_key=%'],
  ['aws-secret-access-key', TOKEN, 'ENV AWS_SECRET_ACCESS_KEY=%'],
  ['password', PASSWORD, 'RUN mysql -u root -p% -e "select 1"'],
  ['password', PASSWORD, 'RUN ["mysql", "-uroot", "-p%"]'],
  ['password', PASSWORD, 'RUN docker login -u me -p % registry.test'],
  ['password', PASSWORD, 'RUN curl -u "me:%" https://host.test/file'],
  ['password', PASSWORD, "RUN echo 'root:%' | chpasswd"],
  ['password', PASSWORD, 'RUN svn co --password=% svn://host.test/a'],
  ['password', PASSWORD, `RUN psql -c "CREATE ROLE a WITH PASSWORD '%'"`],
  ['password', PASSWORD, 'RUN <<EOF\nmachine=1\nexport PGPASSWORD=%\nEOF'],
  ['password', PASSWORD, 'COPY <<EOF /etc/app.yaml\ndb:\n  password: "%"\nEOF'],
  [
    'password',
    PASSWORD,
    'COPY <<EOF /a.json\n{"user": "me", "password": "%"}\nEOF',
  ],
  [
    'password',
    PASSWORD,
    'RUN echo "machine host.test login me password %" > ~/.netrc',
  ],
  ['password', PASSWORD, 'CMD ["server", "--password", "%"]'],
  ['password', PASSWORD, 'HEALTHCHECK CMD redis-cli -a % ping'],
  ['password', PASSWORD, 'LABEL com.example.password="%"'],
  ['password', PASSWORD, '# docker run -e ROOT_PASSWORD=% image'],
  ['secret-argument', 'q7fk2-z9', 'RUN deploy --token=% now'],
  ['random-value', TOKEN, 'RUN deploy --api-key % now'],
  [
    'registry-token',
    TOKEN,
    'RUN echo "//npm.example.com/:_authToken=%" > ~/.npmrc',
  ],
  [
    'registry-token',
    TOKEN,
    'RUN npm config set //npm.example.com/:_authToken %',
  ],
  [
    'docker-auth',
    drawn(ALNUM, 24, 5),
    `RUN echo '{"auths":{"r.test":{"auth":"%"}}}' > ~/.docker/config.json`,
  ],
  ['url-credential', PASSWORD, 'ENV DATABASE_URL=postgres://me:%@db.test/a'],
  [
    'url-credential',
    PASSWORD,
    'RUN pip install -i https://me:%@pypi.test/simple a',
  ],
  ['url-credential', TOKEN, 'RUN git clone https://%@git.test/a.git'],
  [
    'authorization',
    TOKEN,
    'RUN curl -H "Authorization: Bearer %" https://a.test',
  ],
  [
    'authorization',
    drawn(ALNUM, 24, 6),
    "RUN curl -H 'Authorization: Basic %' https://a.test",
  ],
  [
    'azure-storage-key',
    drawn(ALNUM, 86, 7),
    'ENV STORE="AccountName=a;AccountKey=%;EndpointSuffix=a.test"',
  ],
  [
    'azure-sas-signature',
    drawn(ALNUM, 44, 8),
    'RUN curl "https://a.test/b?sv=2024-01-01&sig=%"',
  ],
  [
    'slack-webhook',
    `T${drawn(UPPER, 8)}/B${drawn(UPPER, 8)}/${drawn(ALNUM, 24)}`,
    'ENV HOOK=https://hooks.slack.com/services/%',
  ],
  [
    'discord-webhook',
    `${drawn(DIGITS, 18)}/${drawn(ALNUM, 68)}`,
    'ENV HOOK=https://discord.com/api/webhooks/%',
  ],
  [
    'private-key',
    PEM_LINE,
    `COPY <<EOF /key\n-----BEGIN ${'PRIVATE KEY'}-----\n%\nabcd==\n-----END ${'PRIVATE KEY'}-----\nEOF`,
  ],
  [
    'private-key',
    PEM_LINE,
    `ENV SIGNING="-----BEGIN RSA ${'PRIVATE KEY'}-----\\n%\\nabcd==\\n-----END RSA ${'PRIVATE KEY'}-----\\n"`,
  ],
  [
    'private-key',
    PEM_LINE,
    `RUN echo "-----BEGIN EC ${'PRIVATE KEY'}-----" > /k && \\\n    echo "%" >> /k && \\\n    echo "-----END EC ${'PRIVATE KEY'}-----" >> /k`,
  ],
];

/** Places for what its form gives away. */
const LINES: readonly string[] = [
  'ENV SETTING=%',
  'ARG SETTING="%"',
  'RUN install-app --with "%"',
  'RUN ["install-app", "%"]',
  'RUN <<EOF\ninstall-app %\nEOF',
  'COPY <<EOF /app.conf\nsetting = %\nEOF',
  'LABEL setting=%',
  '# once it was %',
  'RUN make && \\\n  install-app \\\n  %',
  'CMD install-app %',
];

/** A secret of each kind, and each place where one may stand. */
export const PLANTED_SECRETS: readonly PlantedSecret[] = [
  ...SHAPED.map(([kind, ...parts], index) => {
    const secret = parts.join('');
    return {
      kind,
      secret,
      dockerfile: plant(LINES[index % LINES.length]!, secret),
    };
  }),
  ...PLACED.map(([kind, secret, line]) => ({
    kind,
    secret,
    dockerfile: plant(line, secret),
  })),
];

function plant(line: string, secret: string): string {
  return `FROM alpine:3.22\n${line.replace('%', () => secret)}\nRUN make\n`;
}
