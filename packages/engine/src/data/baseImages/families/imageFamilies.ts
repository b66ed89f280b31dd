// SPDX-License-Identifier: Apache-2.0
import type { ImageFamily } from '../imageFamily.ts';
import { APPLICATIONS } from './applications.ts';
import { CHAINGUARD } from './chainguard.ts';
import { DATABASES } from './databases.ts';
import { DISTRIBUTIONS } from './distributions.ts';
import { DISTROLESS } from './distroless.ts';
import { DOTNET_IMAGES } from './dotnet.ts';
import { JAVA } from './java.ts';
import { JAVA_TOOLS } from './javaTools.ts';
import { LANGUAGES } from './languages.ts';
import { MIDDLEWARE } from './middleware.ts';
import { PLATFORMS } from './platforms.ts';
import { REDHAT_FAMILY } from './redhatFamily.ts';
import { SERVERS } from './servers.ts';
import { WINDOWS_IMAGES } from './windows.ts';

/** All families that are known. */
export const IMAGE_FAMILIES: readonly ImageFamily[] = [
  ...DISTRIBUTIONS,
  ...REDHAT_FAMILY,
  ...LANGUAGES,
  ...JAVA,
  ...JAVA_TOOLS,
  ...DOTNET_IMAGES,
  ...SERVERS,
  ...DATABASES,
  ...DISTROLESS,
  ...CHAINGUARD,
  ...APPLICATIONS,
  ...MIDDLEWARE,
  ...PLATFORMS,
  ...WINDOWS_IMAGES,
];
