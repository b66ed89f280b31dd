// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { PLANTED_SECRETS } from './plantedSecrets.ts';

/**
 * Dockerfiles with secrets, and what looks like them, in every place: `N` in a
 * line becomes a name, `V` a value.
 */
export function arbitrarySecretDockerfile(): fc.Arbitrary<string> {
  return fc
    .tuple(HEAD, fc.array(STATEMENT, { maxLength: 6 }), LINE_END)
    .map(([head, lines, end]) =>
      `${head}FROM alpine:3.22\n${lines.join('\n')}\n`.replaceAll('\n', end),
    );
}

const HEAD = fc.constantFrom(
  '',
  '# escape=`\n',
  '# syntax=docker/dockerfile:1\n',
);
const LINE_END = fc.constantFrom('\n', '\r\n');
const VALUE = fc.oneof(
  fc.constantFrom(...PLANTED_SECRETS.map(({ secret }) => secret)),
  fc.constantFrom(
    'hunter2',
    'P@$$w0rd',
    "it's",
    'a"b3c',
    'x1\\y2',
    'x;y&z|1',
    'a,b=c',
    'ä€🐳1x',
    '<a>',
    '{"a":1}',
    '$X',
    '$API_TOKEN',
    '${SETTING}',
    '0D96DF4D4110E5C43FBFB17F2D347EA6AA65421D',
    '${X}',
    '${X:-hunter2}',
    'changeme',
    '',
    'true',
    '/run/secrets/a',
    '12345',
  ),
);
const NAME = fc.constantFrom(
  'DB_PASSWORD',
  'apiToken',
  'API_TOKEN',
  'CLIENT_SECRET',
  'KEY',
  'AUTH',
  'AWS_SECRET_ACCESS_KEY',
  'SETTING',
  'TOKEN_FILE',
);
const LINE = fc.constantFrom(
  'ENV N=V',
  'ENV N="V" B=c',
  "ENV A='b c' N='V'",
  'ENV N V',
  'env N=V \\\n  B=V',
  'ENV A=b \\\n  # N=V\n  N=V',
  'ENV N=V\\\n2',
  'ARG N=V',
  'ARG N="V" B',
  'ARG N',
  'ONBUILD ENV N=V',
  'LABEL a.N=V b="V"',
  'RUN N=V make',
  'RUN export N="V" && make --password V',
  "RUN run --N='V' | tee a",
  'RUN ["run", "--N", "V"]',
  'RUN ["sh", "-c", "run --password=\'V\'"]',
  'RUN <<EOF\nexport N=V\nrun "V"\nEOF',
  "RUN cat <<'EOF' > a\nN: V\nEOF",
  'COPY <<EOF /a.json\n{"N": "V", "b": [1, "V"]}\nEOF',
  'COPY <<-EOF /a\n\tN = V\n\tEOF',
  '# N=V',
  'RUN git clone https://me:V@git.test/a.git',
  'RUN curl -u me:V -H "Authorization: Bearer V" https://a.test',
  "RUN echo 'root:V' | chpasswd",
  'RUN mysql -pV -e "IDENTIFIED BY \'V\'"',
  'RUN echo "//a.test/:_authToken=V" > ~/.npmrc && \\\n  npm ci',
  'CMD run V',
  'ENTRYPOINT ["run", "V"]',
  'HEALTHCHECK CMD run --token V',
  'COPY .env V /app/',
  'USER V',
  'EXPOSE 80',
  'FROM alpine:3.22',
);
const STATEMENT = fc
  .tuple(LINE, NAME, VALUE)
  .map(([line, name, value]) =>
    line.replace(/[NV](?![A-Z])(?<![A-Z].)/g, mark =>
      mark === 'N' ? name : value,
    ),
  );
