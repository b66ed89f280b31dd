// SPDX-License-Identifier: Apache-2.0

/** A program that downloads what its operands name. */
export interface Downloader {
  /** Options that take a value, which may be the next word. */
  readonly valueOptions: ReadonlySet<string>;
  /** Those that name the file that is written. */
  readonly fileOptions: ReadonlySet<string>;
  /** Those that name the folder that it is written to. */
  readonly folderOptions: ReadonlySet<string>;
  /** Those that name an address. */
  readonly addressOptions: ReadonlySet<string>;
  /** Those with which the file has the last part of the address as its name. */
  readonly namedByAddress: ReadonlySet<string>;
  /** Whether it writes to its output when nothing names a file. */
  readonly writesOutput: boolean;
  /** Options that compare the file with a checksum. */
  readonly checksumOptions: ReadonlySet<string>;
  /** Options with which nothing is kept. */
  readonly idleOptions: ReadonlySet<string>;
}

/**
 * The downloader that a program is.
 *
 * Source: the manual pages of curl 8.11, wget 1.25, aria2c 1.37.
 * Basis: knowledge, 2026-11-21.
 */
export function downloaderOf(program: string): Downloader | undefined {
  return DOWNLOADERS.get(program);
}

const CURL: Downloader = {
  valueOptions: set(
    `-A -b -c -C -d -D -e -E -F -H -K -m -o -P -Q -r -t -T -u -U -w -x -X -y -Y -z
    --abstract-unix-socket --alt-svc --aws-sigv4 --cacert --capath --cert
    --cert-type --ciphers --config --connect-timeout --connect-to --continue-at
    --cookie --cookie-jar --create-file-mode --crlfile --curves --data
    --data-ascii --data-binary --data-raw --data-urlencode --delegation
    --dns-interface --dns-ipv4-addr --dns-ipv6-addr --dns-servers --doh-url
    --dump-header --engine --etag-compare --etag-save --expect100-timeout --form
    --form-string --ftp-account --ftp-method --ftp-port --header --hostpubmd5
    --hostpubsha256 --hsts --interface --json --keepalive-time --key --key-type
    --libcurl --limit-rate --local-port --login-options --mail-auth --mail-from
    --mail-rcpt --max-filesize --max-redirs --max-time --netrc-file --noproxy
    --oauth2-bearer --output --output-dir --parallel-max --pass --pinnedpubkey
    --preproxy --proto --proto-default --proto-redir --proxy --proxy-cacert
    --proxy-header --proxy-user --pubkey --quote --range --rate --referer
    --request --request-target --resolve --retry --retry-delay
    --retry-max-time --socks4 --socks4a --socks5 --socks5-hostname
    --speed-limit --speed-time --stderr --time-cond --tls-max
    --tls13-ciphers --trace --trace-ascii --unix-socket --upload-file --url
    --url-query --user --user-agent --variable --write-out`,
  ),
  fileOptions: set('-o --output'),
  folderOptions: set('--output-dir'),
  addressOptions: set('--url'),
  namedByAddress: set('-O --remote-name --remote-name-all'),
  writesOutput: true,
  checksumOptions: set(''),
  idleOptions: set('-I --head -V --version'),
};

const WGET: Downloader = {
  valueOptions: set(
    `-a -A -B -D -e -i -I -l -o -O -P -Q -R -t -T -U -w -X -Y
    --accept --accept-regex --append-output --base --bind-address --body-data
    --body-file --ca-certificate --ca-directory --certificate --ciphers
    --compression --config --connect-timeout --cut-dirs --default-page
    --directory-prefix --dns-timeout --domains --exclude-directories
    --exclude-domains --execute --header --http-password --http-user
    --include-directories --input-file --level --limit-rate --load-cookies
    --max-redirect --method --output-document --output-file --password
    --post-data --post-file --prefer-family --private-key --progress
    --proxy-password --proxy-user --quota --read-timeout --referer --reject
    --reject-regex --restrict-file-names --retry-on-http-error --save-cookies
    --secure-protocol --start-pos --timeout --tries --user --user-agent --wait
    --waitretry`,
  ),
  fileOptions: set('-O --output-document'),
  folderOptions: set('-P --directory-prefix'),
  addressOptions: set(''),
  namedByAddress: set(''),
  writesOutput: false,
  checksumOptions: set(''),
  idleOptions: set('--spider -V --version'),
};

const ARIA2: Downloader = {
  ...WGET,
  valueOptions: set(
    `-d -i -j -k -l -m -o -s -t -T -U -x --all-proxy --allow-overwrite
    --check-certificate --checksum --connect-timeout --continue --dir
    --file-allocation --header --http-passwd --http-user --input-file --log
    --log-level --max-connection-per-server --max-tries --min-split-size --out
    --retry-wait --split --timeout --user-agent`,
  ),
  fileOptions: set('-o --out'),
  folderOptions: set('-d --dir'),
  checksumOptions: set('--checksum'),
};

const DOWNLOADERS: ReadonlyMap<string, Downloader> = new Map([
  ['curl', CURL],
  ['wget', WGET],
  ['wget2', WGET],
  ['aria2c', ARIA2],
]);

function set(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/).filter(Boolean));
}
