// SPDX-License-Identifier: Apache-2.0
import type { DependencyToolRow } from './dependencyTools.ts';

/**
 * Tools of languages whose programs are not compiled, by name.
 *
 * Source: as in dependencyTools.ts.
 * Basis: knowledge, 2026-11-21.
 */
export const SCRIPTING_TOOLS: Readonly<Record<string, DependencyToolRow>> = {
  npm: {
    programs: 'npm',
    ecosystem: 'node',
    manifests: 'package.json',
    lockFiles: 'package-lock.json npm-shrinkwrap.json',
    caches: '~/.npm',
    cacheVariables: 'npm_config_cache NPM_CONFIG_CACHE',
    install:
      'ci,clean-install,ic,install-clean,install,i,in,ins,inst,add,install-test,it,install-ci-test,cit',
    valueOptions:
      '--cache --registry --loglevel --omit --include --only --workspace -w --userconfig --globalconfig --fetch-timeout --fetch-retries --maxsockets --script-shell --target --arch --platform --install-strategy --before --tag',
    folderOptions: '--prefix -C',
  },
  yarn: {
    programs: 'yarn yarnpkg',
    ecosystem: 'node',
    manifests: 'package.json',
    lockFiles: 'yarn.lock',
    caches: '/usr/local/share/.cache/yarn ~/.cache/yarn ~/.yarn .yarn/cache',
    cacheVariables: 'YARN_CACHE_FOLDER YARN_GLOBAL_FOLDER',
    install: ',install,workspaces focus',
    valueOptions:
      '--cache-folder --preferred-cache-folder --global-folder --link-folder --modules-folder --network-timeout --network-concurrency --registry --mutex --use-yarnrc --mode --otp',
    folderOptions: '--cwd',
  },
  pnpm: {
    programs: 'pnpm',
    ecosystem: 'node',
    manifests: 'package.json',
    lockFiles: 'pnpm-lock.yaml',
    caches: '~/.local/share/pnpm/store ~/.pnpm-store /pnpm/store ~/.cache/pnpm',
    cacheVariables: 'PNPM_HOME npm_config_store_dir NPM_CONFIG_STORE_DIR',
    install: 'install,i,fetch,deploy,install-test,it',
    valueOptions:
      '--filter -F --filter-prod --store-dir --lockfile-dir --virtual-store-dir --modules-dir --reporter --network-concurrency --workspace-concurrency --child-concurrency --loglevel --registry --cache-dir --node-linker --package-import-method',
    folderOptions: '--dir -C',
  },
  bun: {
    programs: 'bun',
    ecosystem: 'node',
    manifests: 'package.json',
    lockFiles: 'bun.lock bun.lockb',
    caches: '~/.bun/install/cache',
    cacheVariables: 'BUN_INSTALL_CACHE_DIR BUN_INSTALL',
    install: 'install,i,ci',
    valueOptions:
      '--omit --filter --config -c --cache-dir --backend --registry --linker --network-concurrency',
    folderOptions: '--cwd',
  },
  pip: {
    programs: 'pip',
    ecosystem: 'python',
    manifests: 'requirements*.txt pyproject.toml setup.py',
    caches: '~/.cache/pip',
    cacheVariables: 'PIP_CACHE_DIR',
    install: 'install,wheel,download',
    valueOptions:
      '-r --requirement -e --editable -c --constraint -t --target --prefix --root --src -i --index-url --extra-index-url -f --find-links --cache-dir --timeout --retries --trusted-host --platform --python-version --implementation --abi --no-binary --only-binary --progress-bar --log --proxy --cert --client-cert --exists-action --upgrade-strategy --global-option --install-option --config-settings -C --python -w --wheel-dir -d --dest --report --use-feature --use-deprecated --group --root-user-action --keyring-provider',
  },
  uv: {
    programs: 'uv',
    ecosystem: 'python',
    manifests: 'pyproject.toml',
    lockFiles: 'uv.lock',
    caches: '~/.cache/uv',
    cacheVariables: 'UV_CACHE_DIR',
    install: 'sync,pip install,pip sync',
    valueOptions:
      '-r --requirement --requirements -e --editable -c --constraint --constraints --override --extra --group --only-group --no-group --python -p --index --default-index --index-url -i --extra-index-url --find-links -f --cache-dir --package --link-mode --config-file --no-install-package --target --prefix --no-binary --only-binary --no-binary-package --no-build-package --python-version --python-platform --index-strategy --keyring-provider --resolution --prerelease --exclude-newer --refresh-package --reinstall-package --upgrade-package -P --config-setting --color --torch-backend',
    folderOptions: '--project --directory',
  },
  Poetry: {
    programs: 'poetry',
    ecosystem: 'python',
    manifests: 'pyproject.toml',
    lockFiles: 'poetry.lock',
    caches: '~/.cache/pypoetry',
    cacheVariables: 'POETRY_CACHE_DIR',
    install: 'install,sync',
    valueOptions: '--with --without --only -E --extras',
    folderOptions: '-C --directory -P --project',
  },
  Pipenv: {
    programs: 'pipenv',
    ecosystem: 'python',
    manifests: 'Pipfile',
    lockFiles: 'Pipfile.lock',
    caches: '~/.cache/pipenv ~/.cache/pip',
    cacheVariables: 'PIPENV_CACHE_DIR PIP_CACHE_DIR',
    install: 'install,sync',
    valueOptions:
      '-r --requirements -e --editable -i --index --python -p --categories --extra-pip-args --pypi-mirror',
  },
  PDM: {
    programs: 'pdm',
    ecosystem: 'python',
    manifests: 'pyproject.toml',
    lockFiles: 'pdm.lock',
    caches: '~/.cache/pdm',
    cacheVariables: 'PDM_CACHE_DIR',
    install: 'install,sync',
    valueOptions: '-G --group --with --without -L --lockfile -c --config',
    folderOptions: '-p --project',
  },
  conda: {
    programs: 'conda mamba micromamba',
    ecosystem: 'conda',
    manifests: 'environment*.yml environment*.yaml',
    lockFiles: '',
    caches:
      '/opt/conda/pkgs ~/.conda/pkgs ~/miniconda3/pkgs /opt/miniconda/pkgs',
    cacheVariables: 'CONDA_PKGS_DIRS MAMBA_ROOT_PREFIX',
    install: 'env create,env update,install,create,update',
    valueOptions: '-f --file -n --name -p --prefix -c --channel --solver',
  },
  Bundler: {
    programs: 'bundle bundler',
    ecosystem: 'ruby',
    manifests: 'Gemfile',
    lockFiles: 'Gemfile.lock',
    caches: '/usr/local/bundle/cache ~/.bundle/cache ~/.gem vendor/cache',
    cacheVariables: 'BUNDLE_PATH GEM_HOME BUNDLE_USER_CACHE',
    install: ',install',
    valueOptions:
      '--without --with --path -j --jobs --retry --trust-policy --target-rbconfig',
    folderOptions: '--gemfile',
  },
  Composer: {
    programs: 'composer',
    ecosystem: 'php',
    manifests: 'composer.json',
    lockFiles: 'composer.lock',
    caches: '~/.composer/cache ~/.cache/composer /tmp/cache',
    cacheVariables: 'COMPOSER_CACHE_DIR COMPOSER_HOME',
    install: 'install,i,update,u',
    valueOptions:
      '--ignore-platform-req --prefer-install --apcu-autoloader-prefix',
    folderOptions: '-d --working-dir',
  },
};
