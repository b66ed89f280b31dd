// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { SECRET_KINDS } from '../data/secretShapes.ts';
import { arbitraryText } from '../testing/arbitraryText.ts';
import { expectLinear } from '../testing/expectLinear.ts';
import { drawn, PLANTED_SECRETS } from '../testing/plantedSecrets.ts';
import { findSecrets } from './findSecrets.ts';
import { maskSecrets } from './maskSecrets.ts';

const ALNUM = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const HEX = '0123456789abcdef';

function found(text: string): string[] {
  return findSecrets(text).flatMap(({ parts }) =>
    parts.map(({ start, end }) => text.slice(start, end)),
  );
}

describe('findSecrets', () => {
  it.each([
    // ENV and ARG, as Docker splits them.
    ['ENV DB_PASSWORD=hunter2', ['hunter2']],
    ['ENV DB_PASSWORD hunter2 and more', ['hunter2 and more']],
    ['ENV A=b DB_PASSWORD="hunter 2" C=d', ['hunter 2']],
    ['ENV DB_PASSWORD=hun"ter 2"\'x\'', ['hun', 'ter 2', 'x']],
    ['ENV DB_PASSWORD=hunter\\ 2', ['hunter', ' 2']],
    ['ENV DB_PASSWORD="hun\\"ter\\u00e42"', ['hun\\"ter\\u00e42']],
    ['env db_password=hunter2', ['hunter2']],
    ['ENV A=b \\\n    DB_PASSWORD=hunter2 \\\n    C=d', ['hunter2']],
    ['ENV DB_PASSWORD=hun\\\nter2', ['hun', 'ter2']],
    ['ONBUILD ENV DB_PASSWORD hunter2', ['hunter2']],
    ['ARG DB_PASSWORD=hunter2', ['hunter2']],
    ['ENV DB_PASSWORD=${X:-hunter2}', ['hunter2']],
    ["ENV DB_PASSWORD='a$b3c'", ['a$b3c']],
    ['ENV DB_PASSWORD="P@$$w0rd"', ['P@$$w0rd']],
    ['# escape=`\nENV DB_PASSWORD=hunter2` x', ['hunter2` x']],
    ['ENV KEY=hunter2', ['hunter2']],
    // Shells.
    ['RUN DB_PASSWORD=hunter2 make', ['hunter2']],
    ['RUN export DB_PASSWORD="hunter 2" && make', ['hunter 2']],
    ['RUN echo "password=hunter2" > a', ['hunter2']],
    ["RUN echo 'password: hunter2' > a", ['hunter2']],
    ['RUN run --password hunter2 -v', ['hunter2']],
    ['RUN run --password="hunter2"', ['hunter2']],
    ['RUN sh -c "run --password \'hunter2\'"', ['hunter2']],
    ['RUN echo "{\\"password\\": \\"hunter2\\"}"', ['hunter2']],
    ['RUN sshpass -p hunter2 ssh a', ['hunter2']],
    ['RUN mysql -phunter2 -e x', ['hunter2']],
    ['RUN mysqladmin -u root password hunter2', ['hunter2']],
    ['RUN sudo /usr/bin/mysql -phunter2', ['hunter2']],
    ['RUN chpasswd <<< root:hunter2', ['hunter2']],
    ['RUN echo -n "root:hunter2" | sudo chpasswd', ['hunter2']],
    ['RUN openssl rsa -passin pass:hunter2', ['hunter2']],
    ['RUN mysql -e "IDENTIFIED BY \'hunter2\'"', ['hunter2']],
    ['RUN setx DB_PASSWORD hunter2', ['hunter2']],
    ["RUN $env:DB_PASSWORD = 'hunter2'", ['hunter2']],
    ['RUN keytool -storepass hunter2', ['hunter2']],
    ['RUN X="${DB_PASSWORD:-hunter2}" make', ['hunter2']],
    // Other files.
    ['password: hunter2\n', ['hunter2']],
    ['"password":"hunter2",', ['hunter2']],
    ['{"name": "DB_PASSWORD", "value": "hunter2"}', ['hunter2']],
    ['- name: DB_PASSWORD\n  value: hunter2\n', ['hunter2']],
    ['"name": "DB_PASSWORD",\r\n"value": "hunter2"\r\n', ['hunter2']],
    ['<password>hunter2</password>', ['hunter2']],
    ['<add key="ClearTextPassword" value="hunter2" />', ['hunter2']],
    ['spring.datasource.password = hunter2', ['hunter2']],
    ['DB_PASSWORD=hunter2 # note', ['hunter2']],
    ['machine a login b password hunter2', ['hunter2']],
    ['Server=a;Password=hunter2;Pool=2', ['hunter2']],
    ['a?user=b&password=hunter2&c=d', ['hunter2']],
    ['# -e DB_PASSWORD=hunter2', ['hunter2']],
    // URLs and headers.
    ['https://me:hunter2@a.test/b', ['hunter2']],
    ['https://me:hun@ter2@a.test/b', ['hun@ter2']],
    ['postgres://${U}:hunter2@db/a', ['hunter2']],
    [`https://${drawn(ALNUM, 40)}@a.test`, [drawn(ALNUM, 40)]],
    ['-H "Authorization: Bearer hunter22"', ['hunter22']],
    ['-H "Authorization: hunter22"', ['hunter22']],
  ])('in %p finds %p', (text, secrets) => {
    expect(found(text)).toEqual(secrets);
  });

  it.each([
    'ENV DB_PASSWORD=',
    'ENV DB_PASSWORD=$X',
    'ENV DB_PASSWORD=${X:-}',
    'ENV DB_PASSWORD=changeme',
    'ENV DB_PASSWORD_FILE=/run/secrets/a',
    'ENV AUTH_PORT=8080 KEY=value',
    'ENV GPG_KEY=0D96DF4D4110E5C43FBFB17F2D347EA6AA65421D',
    `ENV NODE_SHA256=${drawn(HEX, 64)}`,
    `ADD --checksum=sha256:${drawn(HEX, 64)} https://a.test/b /`,
    'RUN gpg --recv-keys 0D96DF4D4110E5C43FBFB17F2D347EA6AA65421D',
    'RUN apt-key adv --keyserver hkp://keys.test --recv-key ABCDEF01',
    'RUN adduser --disabled-password --gecos "" app',
    'RUN adduser -D app && passwd -d app',
    'RUN useradd -p "*" app',
    'RUN docker login --password-stdin a',
    'RUN --mount=type=secret,id=token,env=API_TOKEN make',
    'RUN echo "//a.test/:_authToken=${NPM_TOKEN}" > .npmrc',
    'RUN curl -u "$U:$P" https://a.test',
    'RUN curl -H "Authorization: Bearer $(cat /run/secrets/a)" b',
    'RUN git clone git@github.com:a/b.git',
    'RUN git clone https://$TOKEN@github.com/a/b.git',
    'RUN git clone https://x-access-token:${TOKEN}@github.com/a/b.git',
    'RUN apt-get install -y curl mysql-client unzip -p',
    'RUN npm install --key=value keyv',
    'RUN sed -i "s/PasswordAuthentication yes/PasswordAuthentication no/" a',
    'RUN if [ "$TOKEN" = abc ]; then make; fi',
    'RUN cat /etc/passwd: x',
    'RUN ./configure --with-http_auth_request_module --with-pass',
    'RUN echo "Enter your password: then press a key"',
    'COPY --chown=a:b key /auth/token',
    'FROM registry.test/auth/token:latest',
    '# token: see the wiki for it',
    'permissions:\n  id-token: write\n',
    'auth: none\ntoken: ${{ secrets.TOKEN }}\n',
    '"password": 12345,',
    '"name": "DB_PASSWORD",\n"value": 12345\n',
    '- name: DB_PASSWORD\n  valueFrom:\n    secretKeyRef:\n      key: hunter2\n',
    '- name: db-tls-key\n  value: server\n',
    '"password": {',
    'const password = url.password;',
    'const token = await read(key);',
    'password: process.env.PASSWORD,',
    'https://key@o1.ingest.sentry.io/2',
    'https://a.test:8080/b@c',
    '-----BEGIN CERTIFICATE-----\nMIIDazCCAlOgAwIBAgIUQ\n-----END CERTIFICATE-----',
    '-----BEGIN PUBLIC KEY-----\nMIIBIjANBgkqhkiG9w0BAQEF\n-----END PUBLIC KEY-----',
    'ghp_tooshort sk-notakey AKIAnot task-force-one-two-three-four-five',
    `AKIA${'X'.repeat(16)} ghp_${'x'.repeat(36)}`,
    "sed -n '/-----BEGIN PRIVATE KEY-----/,/-----END PRIVATE KEY-----/p' a",
    'RUN grep -q "-----BEGIN PRIVATE KEY-----" key\nRUN make\n',
    '\ue0b0\ue0b1\uf015 prompt',
    '',
  ])('in %p finds nothing', text => {
    expect(found(text)).toEqual([]);
  });

  it('names the kind of what both name and form tell', () => {
    const token = `gh${'p_'}${drawn(ALNUM, 36)}`;
    expect(findSecrets(`ENV PASSWORD="${token}"`)[0]?.kind.id).toBe(
      'github-token',
    );
  });

  it('finds the parts of a key and leaves the lines around it', () => {
    const body = drawn(ALNUM, 64);
    const text = `-----BEGIN PRIVATE KEY-----\n${body}\n${body}\nAb==\n-----END PRIVATE KEY-----`;
    expect(findSecrets(text)).toHaveLength(1);
    expect(found(text)).toEqual([body, body, 'Ab==']);
    const [secret] = findSecrets(text.replaceAll('\n', '\\n'));
    expect(secret?.parts).toHaveLength(3);
  });

  it('gives each kind a mask of its own', () => {
    const masks = SECRET_KINDS.map(({ mask }) => mask);
    expect(new Set(masks).size).toBe(masks.length);
    expect(Math.min(...masks)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...masks)).toBeLessThan(256);
  });

  it('says of every kind where its form is written down', () => {
    for (const { label, source } of SECRET_KINDS) {
      expect(label).toMatch(/^(?:an?|the) /);
      expect(source).not.toBe('');
    }
    expect(SECRET_KINDS.length).toBeGreaterThanOrEqual(40);
  });
});

describe('masks', () => {
  const pieces = [
    ...PLANTED_SECRETS.map(({ dockerfile }) => dockerfile),
    ...PLANTED_SECRETS.map(({ secret }) => secret),
    'ENV ',
    'ARG ',
    'RUN ',
    'PASSWORD',
    '_TOKEN',
    'key',
    'auth',
    ': ',
    ' = ',
    '--password ',
    '://u:',
    '@h',
    'mysql -p',
    'Authorization: ',
    'name: TOKEN\nvalue: ',
    '${',
    ':-',
    '-----BEGIN PRIVATE KEY-----',
    '\ue400',
    '\ue414\ue414',
    ';',
    ',',
    '<',
    '>',
  ];

  it('keep length, lines and columns, and are read as the same secrets', () => {
    fc.assert(
      fc.property(arbitraryText(pieces), text => {
        const masked = maskSecrets(text);
        expect(masked).toHaveLength(text.length);
        const lineEnds = (one: string) => one.replace(/[^\r\n]/g, '.');
        expect(lineEnds(masked)).toBe(lineEnds(text));
        expect(maskSecrets(masked)).toBe(masked);
        expect(findSecrets(masked)).toEqual(findSecrets(text));
      }),
      { numRuns: 2_000 },
    );
  });

  it('leave a JSON file one', () => {
    const value = fc.oneof(
      fc.string(),
      fc.constantFrom(...PLANTED_SECRETS.map(({ secret }) => secret)),
      fc.integer(),
      fc.constant({ password: 12_345, token: ['a', 'b'], auth: null }),
    );
    const key = fc.constantFrom('password', 'token', 'value', 'key', 'a');
    fc.assert(
      fc.property(fc.dictionary(key, value), fc.boolean(), (data, isWide) => {
        const text = JSON.stringify(data, undefined, isWide ? 2 : 0);
        const read: unknown = JSON.parse(maskSecrets(text));
        expect(Object.keys(read as object)).toEqual(Object.keys(data));
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('hostile texts', () => {
  const shapes: readonly (readonly [string, string])[] = [
    ['names', 'token='],
    ['names and quotes', 'token="'],
    ['names without an end', 'token_'],
    ['vague names', 'key=a'],
    ['empty values', "password=''"],
    ['options', '--password '],
    ['tokens that never end', 'eyJ'],
    ['tokens with a minus', 'eyJ-'],
    ['URLs', '://a:b'],
    ['keys without an end', '-----BEGIN PRIVATE KEY-----'],
    ['keys on lines', '-----BEGIN PRIVATE KEY-----\nabcd\n'],
    ['commands', 'mysql -p '],
    ['commands with words', 'curl a b c '],
    ['logins', 'echo a:b|chpasswd '],
    ['continued lines', 'ENV TOKEN \\\n'],
    ['comments', '# token\n'],
    ['continued comments', 'key \\\n# key\n'],
    ['references', 'token=$token'],
    ['defaults', '${token:-'],
    ['braces', '{token:'],
    ['elements', '<key>'],
    ['masks', '\ue400\ue401'],
    ['headers', 'Authorization: '],
    ['SQL', "identified by '"],
    ['ENV', 'ENV PASSWORD='],
    ['settings', 'config set key '],
    ['random', drawn(HEX, 40)],
    ['digits before a mark', '1234567890:AA'],
  ];

  it.each(shapes)('take linear time: %s', (_, piece) => {
    expectLinear(repeats => piece.repeat(repeats), findSecrets);
  });

  it.each([
    ['a token', `gh${'p_'}`, 'a'],
    ['half a token', '', 'eyJ'],
    ['a name', 'token', '_a'],
    ['a value', 'KEY=', 'b4c0de'],
    ['a value in quotes', 'TOKEN="', 'b c'],
    ['a URL', 'https://', 'a'],
    ['a key', '-----BEGIN PRIVATE KEY-----', 'Ab0'],
    ['an option', '--password ', ' '],
    ['a mask', '', '\ue400'],
    ['a line', 'ENV PASSWORD=', 'abcdefgh\\\n'],
  ])('of 20 MB do no harm: %s', (_, start, piece) => {
    const text = start + piece.repeat(20_000_000 / piece.length);
    expect(() => maskSecrets(text)).not.toThrow();
  });
});
