// SPDX-License-Identifier: Apache-2.0
import { describeRule } from '../../testing/describeRule.ts';
import { drawn } from '../../testing/plantedSecrets.ts';
import { noSecretLiterals } from './no-secret-literals.ts';

const FROM = 'FROM alpine:3.22\n';
const HEX = '0123456789abcdef';
const ALNUM = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const GITHUB_TOKEN = `gh${'p_'}${drawn(ALNUM, 36)}`;
const KEY_LINE = drawn(ALNUM, 64);
const PRIVATE_KEY = 'PRIVATE KEY';

const github = { place: 'RUN', secret: 'a GitHub token' };

describeRule(noSecretLiterals, {
  passing: [
    { name: 'nothing secret', files: `${FROM}RUN make\n` },
    {
      name: 'what the rules about ENV and ARG report',
      files: `ARG TOKEN=${GITHUB_TOKEN}\n${FROM}ENV DB_PASSWORD=hunter2 \\\n  URL=https://me:hunter2@a.test\nARG DB_PASSWORD=hunter2\nONBUILD ENV A_TOKEN=hunter2\n`,
    },
    {
      name: 'checksums and digests',
      files: `FROM alpine@sha256:${drawn(
        HEX,
        64,
      )}\nADD --checksum=sha256:${drawn(
        HEX,
        64,
      )} https://a.test/b /b\nRUN echo "${drawn(
        HEX,
        64,
      )}  key.tar.gz" | sha256sum -c -\n`,
    },
    {
      name: 'public keys, fingerprints and certificates',
      files: `${FROM}RUN gpg --recv-keys 0D96DF4D4110E5C43FBFB17F2D347EA6AA65421D\nRUN echo "ssh-ed25519 ${drawn(
        ALNUM,
        68,
      )} me" >> authorized_keys\nCOPY <<EOF /a.pem\n-----BEGIN CERTIFICATE-----\n${KEY_LINE}\n-----END CERTIFICATE-----\n-----BEGIN PUBLIC KEY-----\n${KEY_LINE}\n-----END PUBLIC KEY-----\nEOF\n`,
    },
    {
      name: 'documented values that stand for others',
      files: `${FROM}# docker run -e DB_PASSWORD=mysecretpassword image\nRUN run --password=changeme --token "<token>" && PASSWORD=test make\nRUN AWS_ACCESS_KEY_ID=AKIA${'IOSFODNN7EXAMPLE'} make\n`,
    },
    {
      name: 'variables, files and substitutions',
      files: `${FROM}RUN run --password "$P" --token=\${T} --key /k && curl -u "$U:$P" https://a.test\nRUN curl -H "Authorization: Bearer $(cat /run/secrets/a)" https://$T@a.test\nRUN echo "//a.test/:_authToken=\${NPM_TOKEN}" > .npmrc && docker login --password-stdin\n`,
    },
    {
      name: 'accounts without a password',
      files: `${FROM}RUN adduser --disabled-password --gecos "" app && passwd -d app && useradd -p '*' b\n`,
    },
    {
      name: 'a word behind a name that is not only used for secrets',
      files: `${FROM}RUN TOKEN=build make && ./configure --with-auth=pam\nLABEL key=value\n`,
    },
  ],
  failing: [
    {
      name: 'tokens in the shell form, the exec form and a here-document',
      files: `${FROM}RUN fetch ${GITHUB_TOKEN}\nRUN ["fetch", "${GITHUB_TOKEN}"]\nRUN <<EOF\nfetch ${GITHUB_TOKEN}\nEOF\nrun make && \\\n  fetch '${GITHUB_TOKEN}'\n`,
      findings: [
        { messageId: 'found', line: 2, data: github },
        { messageId: 'found', line: 3, data: github },
        { messageId: 'found', line: 5, data: github },
        { messageId: 'found', line: 8, data: github },
      ],
    },
    {
      name: 'tokens in other instructions and in comments',
      files: `# was ${GITHUB_TOKEN}\n${FROM}LABEL a=${GITHUB_TOKEN}\nCOPY <<EOF /a\ntoken: ${GITHUB_TOKEN}\nEOF\nCMD run ${GITHUB_TOKEN}\nENTRYPOINT ["run", "${GITHUB_TOKEN}"]\nHEALTHCHECK CMD run ${GITHUB_TOKEN}\nRUN make \\\n  # ${GITHUB_TOKEN}\n  all\nONBUILD RUN fetch ${GITHUB_TOKEN}\n`,
      findings: [
        { messageId: 'found', line: 1, data: { ...github, place: 'comment' } },
        { messageId: 'found', line: 3, data: { ...github, place: 'LABEL' } },
        { messageId: 'found', line: 5, data: { ...github, place: 'COPY' } },
        { messageId: 'found', line: 7, data: { ...github, place: 'CMD' } },
        {
          messageId: 'found',
          line: 8,
          data: { ...github, place: 'ENTRYPOINT' },
        },
        {
          messageId: 'found',
          line: 9,
          data: { ...github, place: 'HEALTHCHECK' },
        },
        { messageId: 'found', line: 11, data: { ...github, place: 'comment' } },
        { messageId: 'found', line: 13, data: github },
      ],
    },
    {
      name: 'options with a password',
      files: `${FROM}RUN svn co --password hunter2 a\nRUN docker login -u me -p hunter2 a\nRUN sshpass -p hunter2 ssh a\nRUN curl -u me:hunter2 https://a.test\nRUN deploy --token=x1y2-z3\n`,
      findings: [
        { messageId: 'found', line: 2 },
        { messageId: 'found', line: 3 },
        { messageId: 'found', line: 4 },
        { messageId: 'found', line: 5 },
        {
          messageId: 'found',
          line: 6,
          data: { place: 'RUN', secret: 'a secret in an option' },
        },
      ],
    },
    {
      name: 'URLs and headers',
      files: `${FROM}RUN git clone https://me:hunter2@git.test/a\nRUN curl -H "Authorization: Bearer ${drawn(
        ALNUM,
        30,
      )}" https://a.test\n`,
      findings: [
        {
          messageId: 'found',
          line: 2,
          data: { place: 'RUN', secret: 'a credential in a URL' },
        },
        {
          messageId: 'found',
          line: 3,
          data: {
            place: 'RUN',
            secret: 'an Authorization header with its credential',
          },
        },
      ],
    },
    {
      name: 'logins that are written to files',
      files: `${FROM}RUN echo "//a.test/:_authToken=x1y2z3w4" > ~/.npmrc\nRUN echo "machine a login b password hunter2" > ~/.netrc\nRUN printf '[pypi]\\nusername = a\\npassword = hunter2\\n' > ~/.pypirc\nRUN echo 'root:hunter2' | chpasswd\n`,
      findings: [2, 3, 4, 5].map(line => ({ messageId: 'found', line })),
    },
    {
      name: 'a variable of a command',
      files: `${FROM}RUN DB_PASSWORD=hunter2 make && export API_TOKEN=${drawn(
        ALNUM,
        32,
      )}\n`,
      findings: [
        {
          messageId: 'found',
          line: 2,
          data: { place: 'RUN', secret: 'a password' },
        },
        {
          messageId: 'found',
          line: 2,
          data: { place: 'RUN', secret: 'a random secret' },
        },
      ],
    },
    {
      name: 'a private key, once',
      files: `${FROM}RUN echo "-----BEGIN ${PRIVATE_KEY}-----" > /k && \\\n  echo "${KEY_LINE}" >> /k && \\\n  echo "${KEY_LINE}" >> /k && \\\n  echo "-----END ${PRIVATE_KEY}-----" >> /k\n`,
      findings: [
        {
          messageId: 'found',
          line: 3,
          data: { place: 'RUN', secret: 'a private key' },
        },
      ],
    },
    {
      name: 'a comment inside an ENV',
      files: `${FROM}ENV A=b \\\n  # ${GITHUB_TOKEN}\n  C=d\n`,
      findings: [
        { messageId: 'found', line: 3, data: { ...github, place: 'comment' } },
      ],
    },
    {
      name: 'a stage that is only copied from, and one that nothing needs',
      files: `FROM alpine:3.22 AS old\nRUN fetch ${GITHUB_TOKEN}\nFROM alpine:3.22 AS build\nRUN fetch ${GITHUB_TOKEN}\nFROM scratch\nCOPY --from=build /a /a\n`,
      findings: [
        { messageId: 'found', line: 2, severity: 'high' },
        { messageId: 'found', line: 4, severity: 'critical' },
      ],
    },
    {
      name: 'an image for Windows',
      files:
        "FROM mcr.microsoft.com/windows/servercore:ltsc2022\nRUN setx DB_PASSWORD hunter2\nRUN $env:DB_PASSWORD = 'hunter2'\n",
      findings: [
        { messageId: 'found', line: 2 },
        { messageId: 'found', line: 3 },
      ],
    },
  ],
  unknown: [
    {
      name: 'a file that does not parse',
      files: `FROM alpine:3.22\nRUN fetch ${GITHUB_TOKEN}\nRUN <<EOF\nmake\n`,
      reason: 'unparsed',
    },
  ],
});
