// SPDX-License-Identifier: Apache-2.0
import { baseImageDigestPinned } from './dockerfile/base-image-digest-pinned.ts';
import { baseImageDistroless } from './dockerfile/base-image-distroless.ts';
import { baseImageMinimal } from './dockerfile/base-image-minimal.ts';
import { baseImageNoLatest } from './dockerfile/base-image-no-latest.ts';
import { baseImageSupported } from './dockerfile/base-image-supported.ts';
import { baseImageTrustedSource } from './dockerfile/base-image-trusted-source.ts';
import { buildSecretsMounted } from './dockerfile/build-secrets-mounted.ts';
import { builderRuntimeCompatible } from './dockerfile/builder-runtime-compatible.ts';
import { cacheMounts } from './dockerfile/cache-mounts.ts';
import { devDependenciesExcluded } from './dockerfile/dev-dependencies-excluded.ts';
import { healthcheckPresent } from './dockerfile/healthcheck-present.ts';
import { healthcheckToolAvailable } from './dockerfile/healthcheck-tool-available.ts';
import { lockfileCopiedFirst } from './dockerfile/lockfile-copied-first.ts';
import { multiStageBuild } from './dockerfile/multi-stage-build.ts';
import { noBuildToolsInFinalStage } from './dockerfile/no-build-tools-in-final-stage.ts';
import { noPipeToShell } from './dockerfile/no-pipe-to-shell.ts';
import { noPrivilegedBuild } from './dockerfile/no-privileged-build.ts';
import { noSecretFilesCopied } from './dockerfile/no-secret-files-copied.ts';
import { noSecretLiterals } from './dockerfile/no-secret-literals.ts';
import { noSecretsInArg } from './dockerfile/no-secrets-in-arg.ts';
import { noSecretsInEnv } from './dockerfile/no-secrets-in-env.ts';
import { noSshServer } from './dockerfile/no-ssh-server.ts';
import { nonRootUser } from './dockerfile/non-root-user.ts';
import { packagesSignatureVerified } from './dockerfile/packages-signature-verified.ts';
import { parsesCleanly } from './dockerfile/parses-cleanly.ts';
import { tlsVerificationEnabled } from './dockerfile/tls-verification-enabled.ts';
import { dockerignoreExcludesSecrets } from './dockerignore/excludes-secrets.ts';
import { dockerignoreExcludesVcs } from './dockerignore/excludes-vcs.ts';
import { dockerignoreNoUnsafeNegation } from './dockerignore/no-unsafe-negation.ts';
import { dockerignorePresent } from './dockerignore/present.ts';
import { scanCriticalFixable } from './scan/critical-fixable.ts';
import { scanHighFixable } from './scan/high-fixable.ts';
import { scanKnownExploited } from './scan/known-exploited.ts';
import { scanLikelyExploited } from './scan/likely-exploited.ts';
import { scanMalware } from './scan/malware.ts';
import { scanMediumBudget } from './scan/medium-budget.ts';
import { scanPresent } from './scan/present.ts';
import { scanRecent } from './scan/recent.ts';
import { scanSecrets } from './scan/secrets.ts';
import type { Rule } from './rule.ts';

/**
 * The rules of this version, by id.
 *
 * @public
 */
export const RULES: readonly Rule[] = [
  baseImageDigestPinned,
  baseImageDistroless,
  baseImageMinimal,
  baseImageNoLatest,
  baseImageSupported,
  baseImageTrustedSource,
  buildSecretsMounted,
  builderRuntimeCompatible,
  cacheMounts,
  devDependenciesExcluded,
  healthcheckPresent,
  healthcheckToolAvailable,
  lockfileCopiedFirst,
  multiStageBuild,
  noBuildToolsInFinalStage,
  noPipeToShell,
  noPrivilegedBuild,
  noSecretFilesCopied,
  noSecretLiterals,
  noSecretsInArg,
  noSecretsInEnv,
  noSshServer,
  nonRootUser,
  packagesSignatureVerified,
  parsesCleanly,
  tlsVerificationEnabled,
  dockerignoreExcludesSecrets,
  dockerignoreExcludesVcs,
  dockerignoreNoUnsafeNegation,
  dockerignorePresent,
  scanCriticalFixable,
  scanHighFixable,
  scanKnownExploited,
  scanLikelyExploited,
  scanMalware,
  scanMediumBudget,
  scanPresent,
  scanRecent,
  scanSecrets,
];
