// SPDX-License-Identifier: Apache-2.0

const OFFICIAL = 'docker.io/library/';

/**
 * Where Docker's official images are also found, by agreement with Docker or
 * built by it for one architecture.
 *
 * Source: https://docs.aws.amazon.com/AmazonECR/latest/public/docker-hub-images.html,
 * https://cloud.google.com/artifact-registry/docs/pull-cached-dockerhub-images,
 * https://github.com/docker-library/official-images#architectures-other-than-amd64.
 * The mirror in Microsoft's registry none of these names.
 * Basis: publisher, 2026-11-21.
 */
const COPIES =
  /^(?:public\.ecr\.aws\/docker\/library|mirror\.gcr\.io(?:\/library)?|registry\.hub\.docker\.com\/library|mcr\.microsoft\.com\/mirror\/docker\/library|docker\.io\/(?:amd64|arm32v5|arm32v6|arm32v7|arm64v8|i386|mips64le|ppc64le|riscv64|s390x|winamd64))\/(?=[^/]+$)/;

/** The repository, or the official image on Docker Hub that it is a copy of. */
export function officialName(repository: string): string {
  return repository.startsWith(OFFICIAL)
    ? repository
    : repository.replace(COPIES, OFFICIAL);
}
