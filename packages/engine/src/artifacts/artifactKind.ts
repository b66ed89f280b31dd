// SPDX-License-Identifier: Apache-2.0
import { isExcludedPath } from './fileRole.ts';
import { isReadForSecrets } from './secretFiles.ts';

/**
 * Whether a path is that of a Dockerfile, told by its name: `Dockerfile`,
 * `Dockerfile.prod`, `api.Dockerfile` and the same with `Containerfile`.
 *
 * People name them by language, too: with a capital letter `Dockerfile.go` is
 * one, without it is a program. Templates, notes and backups are none.
 *
 * @public
 */
export function isDockerfilePath(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (NAMED_LAST.test(name)) return true;
  if (!NAMED_FIRST.test(name) || name.endsWith('~')) return false;
  const extension = /\.([^.]*)$/.exec(name)?.[1]!.toLowerCase() ?? '';
  if (OTHER.has(extension)) return false;
  if (!PROGRAMS.has(extension)) return true;
  // `src/main/java/Dockerfile.java` is a class.
  const isClass = CLASSES.has(extension) && /(?:^|\/)src\//.test(path);
  return /^[A-Z]/.test(name) && !isClass;
}

const NAMED_LAST = /.\.(?:docker|container)file$/i;
const NAMED_FIRST = /^(?:docker|container)file(?:[._-].*)?$/is;

/** Of `Dockerfile.md`: what is about a Dockerfile, or becomes one. */
const OTHER = words(`
  dockerignore containerignore
  j2 jinja jinja2 njk erb ejs mustache hbs handlebars liquid ftl tmpl tpl
  gotmpl template in m4 tt
  md markdown rst adoc html pdf
  json jsonc jsonl csv log yaml yml toml xml ini lock snap
  sh bash bats ps1 bat cmd
  jsx tsx vue svelte css
  patch diff orig bak old rej swp tmp
  sig asc sha1 sha256 sha512 md5
  png jpg svg gz tgz zip
`);

/** Languages whose classes give their files a capital letter. */
const CLASSES = words('java kt scala groovy cs php swift ts js');

const PROGRAMS = new Set([
  ...CLASSES,
  ...words('go py rb rs mjs cjs mts lua pl ex exs clj hs ml c h cpp el'),
]);

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

/** Whether a path is that of an ignore file, by any of its names. */
export function isIgnoreFilePath(path: string): boolean {
  return /\.(?:docker|container)ignore$/.test(path);
}

/**
 * Whether the text of a file can change an assessment: what has to be read.
 * Of all others path and size are enough.
 *
 * @public
 */
export function isRelevantPath(path: string): boolean {
  return (
    isDockerfilePath(path) ||
    isIgnoreFilePath(path) ||
    isReadForSecrets(path) ||
    (isCopiedInput(path) && !isExcludedPath(path))
  );
}

/**
 * Manifests tell what an install brings, and the script that a container starts
 * with tells whether it gives its rights away.
 */
function isCopiedInput(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return (
    MANIFESTS.has(name) ||
    /^requirements[^/]*\.txt$/.test(name) ||
    (/entrypoint|start|run|init/i.test(name) && /\.sh$|^[^.]*$/.test(name))
  );
}

const MANIFESTS = words(`
  package.json composer.json pyproject.toml Pipfile Gemfile go.mod
  pom.xml build.gradle build.gradle.kts
`);
