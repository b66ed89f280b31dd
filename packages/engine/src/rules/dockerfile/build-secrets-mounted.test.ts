// SPDX-License-Identifier: Apache-2.0
import { describeRule } from '../../testing/describeRule.ts';
import { buildSecretsMounted } from './build-secrets-mounted.ts';

const FROM = 'FROM alpine:3.22\n';
const SECRET = 'RUN --mount=type=secret,id=token,env=API_TOKEN ';
const FILE = 'RUN --mount=type=secret,id=token ';

describeRule(buildSecretsMounted, {
  passing: [
    {
      name: 'a login that a mount brings',
      files: `${FROM}${SECRET}git clone "https://x:$API_TOKEN@git.test/a"\n${FILE}curl -H "Authorization: Bearer $(cat /run/secrets/token)" -o a https://a.test\nRUN --mount=type=ssh git clone git@git.test:a/b.git\n`,
    },
    {
      name: 'a mount that a tool reads by itself',
      files:
        'FROM node:22\nRUN --mount=type=secret,id=npmrc,target=/root/.npmrc npm ci\n',
    },
    {
      name: 'a secret that goes into a pipe, a mount, a device or is removed again',
      files: `${FROM}${FILE}cat /run/secrets/token | docker login --password-stdin a\n${FILE}--mount=type=tmpfs,target=/tmp/t cat /run/secrets/token > /tmp/t/a && run\n${FILE}cat /run/secrets/token > /dev/null\n${FILE}cp /run/secrets/token ~/.npmrc && npm ci && rm -f ~/.npmrc\n${SECRET}npm config set //a.test/:_authToken "$API_TOKEN" && npm ci && npm config delete //a.test/:_authToken\n${FILE}ln -s /run/secrets/token ~/.npmrc\n`,
    },
    {
      name: 'output of a program that is given the secret',
      files: `${FROM}${SECRET}curl -H "Authorization: Bearer $API_TOKEN" https://a.test > a.tgz\n`,
    },
    {
      name: 'private Go modules with a mount where they are fetched',
      files:
        'FROM golang:1.25\nENV GOPRIVATE=git.test/*\nRUN --mount=type=ssh go mod download\nRUN go build ./...\n',
    },
    {
      name: 'Maven with settings that a mount brings',
      files:
        'FROM maven:3\nRUN --mount=type=secret,id=settings,target=/s.xml mvn -s /s.xml package\n',
    },
  ],
  failing: [
    {
      name: 'a token for npm in a file',
      files: `FROM node:22\nARG NPM_TOKEN\nRUN echo "//npm.example.com/:_authToken=$NPM_TOKEN" > .npmrc && npm ci\nRUN npm config set //a.test/:_authToken $NPM_TOKEN\n`,
      findings: [
        {
          messageId: 'unmounted',
          line: 3,
          data: { access: 'a token for npm' },
        },
        { messageId: 'unmounted', line: 4, data: { access: 'a login of npm' } },
      ],
    },
    {
      name: 'credentials in URLs',
      files: `${FROM}ARG USER_NAME\nARG API_TOKEN\nRUN pip3 install --extra-index-url https://$USER_NAME:\${API_TOKEN}@pypi.test/simple a\nRUN git clone https://\${API_TOKEN}@git.test/a && \\\n  git config --global url."https://x:$API_TOKEN@git.test/".insteadOf https://git.test/\n`,
      findings: [
        {
          messageId: 'unmounted',
          line: 4,
          data: { access: 'a credential in a URL' },
        },
        { messageId: 'unmounted', line: 5 },
        { messageId: 'unmounted', line: 6 },
      ],
    },
    {
      name: 'Git over SSH',
      files: `${FROM}RUN git clone git@git.test:a/b.git\nRUN npm install git+ssh://git@git.test/a.git\nRUN ["git", "clone", "ssh://git@git.test/a.git"]\n`,
      findings: [
        { messageId: 'unmounted', line: 2, data: { access: 'SSH' } },
        { messageId: 'unmounted', line: 3 },
        { messageId: 'unmounted', line: 4 },
      ],
    },
    {
      name: 'a header',
      files: `${FROM}ARG API_TOKEN\nRUN curl -H "Authorization: Bearer $API_TOKEN" https://a.test && wget --header="PRIVATE-TOKEN: $API_TOKEN" https://a.test\n`,
      findings: [
        {
          messageId: 'unmounted',
          line: 3,
          data: { access: 'a credential in the header "Authorization"' },
        },
        { messageId: 'unmounted', line: 3 },
      ],
    },
    {
      name: 'logins that package managers keep',
      files: `${FROM}ARG T\nRUN composer config --global http-basic.a.test x $T\nRUN poetry config http-basic.a x $T\nRUN bundle config a.test x:$T\nRUN cargo login $T\nRUN dotnet nuget add source https://a.test -u x --password $T\nRUN pip config set global.index-url https://x:$T@a.test/simple\n`,
      findings: [3, 4, 5, 6, 7, 8].map(line => ({
        messageId: 'unmounted',
        line,
      })),
    },
    {
      name: 'Maven with settings and an argument for a password',
      files:
        'FROM maven:3\nARG NEXUS_PASSWORD\nCOPY settings.xml /s.xml\nRUN mvn -s /s.xml package\n',
      findings: [
        {
          messageId: 'unmounted',
          line: 4,
          data: { access: 'the settings of Maven' },
        },
      ],
    },
    {
      name: 'private Go modules without any mount',
      files:
        'FROM golang:1.25\nENV GOPRIVATE=git.test/*\nRUN go mod download\nRUN go build ./...\n',
      findings: [
        {
          messageId: 'unmounted',
          line: 3,
          data: { access: 'what GOPRIVATE names' },
        },
      ],
    },
    {
      name: 'a mount of another kind',
      files: `${FROM}ARG API_TOKEN\nRUN --mount=type=cache,target=/a git clone https://x:$API_TOKEN@git.test/a\n`,
      findings: [{ messageId: 'unmounted', line: 3 }],
    },
    {
      name: 'a mounted secret in a file of the layer',
      files: `${FROM}${FILE}cat /run/secrets/token > /root/.token\n${SECRET}echo "machine a password $API_TOKEN" >> ~/.netrc && make\n${FILE}cp /run/secrets/token /root/.npmrc\n${FILE}T=$(cat /run/secrets/token) && echo $T | base64 | tee /etc/token\n${SECRET}git config --global url."https://$API_TOKEN@git.test".insteadOf https://git.test\nRUN --mount=type=secret,id=a,target=/a.txt <<EOF\nmv /a.txt /b.txt\nEOF\n`,
      findings: [
        { messageId: 'written', line: 2, data: { path: '"/root/.token"' } },
        { messageId: 'written', line: 3, data: { path: '"~/.netrc"' } },
        { messageId: 'written', line: 4 },
        { messageId: 'written', line: 5, data: { path: '"/etc/token"' } },
        { messageId: 'written', line: 6, data: { path: '".gitconfig"' } },
        { messageId: 'written', line: 8, data: { path: '"/b.txt"' } },
      ],
    },
    {
      name: 'a stage that is only copied from',
      files:
        'FROM alpine:3.22 AS build\nRUN git clone git@git.test:a/b.git\nFROM scratch\nCOPY --from=build /a /a\n',
      findings: [{ messageId: 'unmounted', line: 2 }],
    },
  ],
  notApplicable: [
    {
      name: 'no login',
      files: `${FROM}RUN git clone https://github.com/a/b && npm ci && go mod download\n`,
      reason: 'no-subject',
    },
    {
      name: 'a registry that asks for no login',
      files:
        'FROM python:3.13\nARG INDEX\nRUN pip install -i https://pypi.test/simple --extra-index-url $INDEX a && mvn -s settings.xml package\n',
      reason: 'no-subject',
    },
    {
      name: 'the settings that come with the image of Maven',
      files:
        'FROM maven:3\nARG API_TOKEN\nRUN mvn -s /usr/share/maven/ref/settings-docker.xml package\n',
      reason: 'no-subject',
    },
    {
      name: 'a token that the script fetches for itself',
      files: `${FROM}RUN TOKEN=$(curl -s https://auth.test/token) && curl -H "Authorization: Bearer $TOKEN" https://a.test\n`,
      reason: 'no-subject',
    },
    {
      name: 'SSH in a setting, and a user without a password',
      files: `${FROM}ARG NAME\nRUN git config --global url."https://github.com/".insteadOf git@github.com: && ssh-keyscan github.com && curl https://$NAME@a.test\n`,
      reason: 'no-subject',
    },
    {
      name: 'a stage that nothing needs',
      files:
        'FROM alpine:3.22 AS old\nRUN git clone git@git.test:a/b.git\nFROM alpine:3.22\n',
      reason: 'no-subject',
    },
    {
      name: 'an image for Windows',
      files:
        'FROM mcr.microsoft.com/windows/servercore:ltsc2022\nRUN git clone git@git.test:a/b.git\n',
      reason: 'windows-image',
    },
  ],
  unknown: [
    {
      name: 'a file that does not parse',
      files: 'FROM alpine:3.22\nRUN git clone git@a:b\nRUN <<EOF\nmake\n',
      reason: 'unparsed',
    },
  ],
});
