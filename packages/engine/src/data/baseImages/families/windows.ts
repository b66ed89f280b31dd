// SPDX-License-Identifier: Apache-2.0
import type { ImageFamily, ImageVariant } from '../imageFamily.ts';
import { USERLANDS } from '../userlands.ts';

const CHECKED = '2026-11-21';
const ADMINISTRATOR = 'ContainerAdministrator';
const REGISTRY = 'mcr.microsoft.com';

/** Base images of Windows, and what Microsoft builds upon them alone. */
export const WINDOWS_IMAGES: readonly ImageFamily[] = [
  {
    name: 'nanoserver',
    repositories: [
      `${REGISTRY}/windows/nanoserver`,
      `${REGISTRY}/windows/nanoserver/insider`,
      'docker.io/microsoft/nanoserver',
    ],
    source:
      'https://learn.microsoft.com/virtualization/windowscontainers/manage-containers/container-base-images',
    basis: 'publisher',
    checked: CHECKED,
    isDistribution: true,
    variants: [{ userland: USERLANDS.nanoserver, user: 'ContainerUser' }],
  },
  {
    name: 'servercore',
    repositories: [
      `${REGISTRY}/windows`,
      `${REGISTRY}/windows/*`,
      'docker.io/microsoft/windowsservercore',
    ],
    source:
      'https://learn.microsoft.com/virtualization/windowscontainers/manage-containers/container-base-images',
    basis: 'publisher',
    checked: CHECKED,
    isDistribution: true,
    variants: [{ userland: USERLANDS.windows, user: ADMINISTRATOR }],
  },
  {
    name: 'dotnet-framework',
    repositories: [
      `${REGISTRY}/dotnet/framework/*`,
      'docker.io/microsoft/aspnet',
      'docker.io/microsoft/iis',
    ],
    source: 'https://github.com/microsoft/dotnet-framework-docker',
    basis: 'repository',
    checked: CHECKED,
    variants: [{ userland: USERLANDS.windows, user: ADMINISTRATOR }],
  },
];

/** The Windows variants that official images share. */
export function windowsVariants(programs = ''): readonly ImageVariant[] {
  return [
    {
      when: 'nanoserver',
      userland: USERLANDS.nanoserver,
      user: 'ContainerUser',
      programs,
    },
    {
      when: 'windowsservercore',
      userland: USERLANDS.windows,
      user: ADMINISTRATOR,
      programs,
    },
  ];
}
