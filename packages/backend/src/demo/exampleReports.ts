// SPDX-License-Identifier: Apache-2.0
import { grypeReport, trivyReport } from './scannerReports';

/** A report that a job of the demo sends. */
export interface ExampleReport {
  readonly entityRef: string;
  readonly dockerfile: string;
  /** As the scanner writes it. */
  readonly body: string;
}

/**
 * What scanners say about the images of examples/: made up, as the services are,
 * vulnerabilities and all. Their ages are what the demo shows, so they count from
 * today.
 */
export function exampleReports(now: Date): ExampleReport[] {
  return EXAMPLES.map(
    ({ component, dockerfile = 'Dockerfile', ...example }) => {
      const { tool, daysAgo, image, os, found } = example;
      const day = Math.floor(now.getTime() / DAY) - daysAgo;
      const scan = {
        image: `registry.example.org/harbour/${image}`,
        os,
        // At midnight: a second start on the same day sends the same.
        scannedAt: new Date(day * DAY),
        found: found.map(parseFound),
      };
      return {
        entityRef: `component:default/${component}`,
        dockerfile,
        body: tool === 'trivy' ? trivyReport(scan) : grypeReport(scan),
      };
    },
  );
}

/** What a scanner found. */
export interface Found {
  readonly id: string;
  readonly severity: string;
  readonly kind: 'os' | 'npm' | 'python';
  readonly package: string;
  readonly version: string;
  /** Undefined: there is none yet. */
  readonly fixedVersion: string | undefined;
  readonly isExploited: boolean;
}

interface Example {
  readonly component: string;
  readonly dockerfile?: string;
  readonly tool: 'trivy' | 'grype';
  readonly daysAgo: number;
  readonly image: string;
  readonly os: string;
  /** `number severity kind package version fixed`; `-`: there is no fix. */
  readonly found: readonly string[];
}

const DAY = 86_400_000;

const CATALOG_FOUND = [
  '90110 MEDIUM os libssl3t64 3.5.1-1 3.5.4-1',
  '90111 LOW os perl-base 5.40.1-6 -',
  '90112 LOW os login 4.17.4-2 -',
];

/** Older ones first, as they would have come. */
const EXAMPLES: readonly Example[] = [
  {
    component: 'gateway-go',
    tool: 'trivy',
    daysAgo: 0,
    image: 'gateway:2.4.1',
    os: 'debian 13.1',
    found: [],
  },
  {
    component: 'ledger-python',
    tool: 'grype',
    daysAgo: 6,
    image: 'ledger:1.9.0',
    os: 'debian 13.1',
    found: [
      '90101 MEDIUM os libsqlite3-0 3.46.1-7 3.46.1-8',
      '90102 LOW os libc6 2.41-12 -',
    ],
  },
  {
    component: 'shop-catalog',
    tool: 'trivy',
    daysAgo: 33,
    image: 'catalog:3.0.0',
    os: 'debian 13.1',
    found: ['90113 CRITICAL npm multiparse 1.4.1 1.4.5', ...CATALOG_FOUND],
  },
  {
    component: 'shop-catalog',
    tool: 'trivy',
    daysAgo: 3,
    image: 'catalog:3.1.2',
    os: 'debian 13.1',
    found: ['90114 HIGH npm wavebuffer 2.0.3 2.0.7', ...CATALOG_FOUND],
  },
  {
    component: 'shop-checkout',
    tool: 'trivy',
    daysAgo: 45,
    image: 'checkout:1.2.0',
    os: 'debian 12.5',
    found: [
      '90120 CRITICAL os libwebp7 1.2.4-0.2 1.2.4-0.2+deb12u1',
      '90121 HIGH os libexpat1 2.5.0-1 2.5.0-1+deb12u2',
      '90122 HIGH os linux-libc-dev 6.1.76-1 6.1.140-1',
      '90123 HIGH python cartwheel 3.2.0 3.2.4',
      '90124 MEDIUM python quaystamp 0.9.1 0.9.3',
      '90125 MEDIUM os libgcrypt20 1.10.1-3 -',
      '90126 LOW os tar 1.34+dfsg-1.2 -',
    ],
  },
  {
    component: 'photos-node',
    tool: 'trivy',
    daysAgo: 2,
    image: 'photos:5.3.0',
    os: 'debian 13.1',
    found: ['90130 LOW os libtiff6 4.7.0-3 -'],
  },
  {
    component: 'photos-node',
    dockerfile: 'worker.Dockerfile',
    tool: 'grype',
    daysAgo: 9,
    image: 'photos-worker:5.3.0',
    os: 'debian 13.1',
    found: [
      '90131 CRITICAL npm thumbforge 4.1.0 4.1.9',
      '90132 MEDIUM os libheif1 1.19.8-1 1.19.8-1+deb13u1',
    ],
  },
  {
    component: 'orders-node',
    tool: 'trivy',
    daysAgo: 20,
    image: 'orders:latest',
    os: 'debian 12.11',
    found: [
      '90140 CRITICAL npm queueshell 0.3.1 0.3.4',
      '90141 CRITICAL os libaom3 3.6.0-1 3.6.0-1+deb12u1',
      '90142 HIGH npm orderform 1.0.2 1.2.0',
    ],
  },
  {
    component: 'orders-node',
    tool: 'grype',
    daysAgo: 1,
    image: 'orders:latest',
    os: 'debian 12.11',
    found: [
      '90140 CRITICAL npm queueshell 0.3.1 0.3.4 exploited',
      '90141 CRITICAL os libaom3 3.6.0-1 3.6.0-1+deb12u1',
      '90142 HIGH npm orderform 1.0.2 1.2.0',
      '90143 HIGH os git 2.39.5-0 2.39.5-0+deb12u2',
      '90144 HIGH os imagemagick 6.9.11.60-1.6 6.9.11.60-1.6+deb12u3',
      '90145 MEDIUM os curl 7.88.1-10 7.88.1-10+deb12u12',
      '90146 MEDIUM os libxml2 2.9.14-1 -',
    ],
  },
];

function parseFound(line: string): Found {
  const [number, severity, kind, name, version, fixed, note] = line.split(' ');
  return {
    id: `CVE-2026-${number}`,
    severity: severity!,
    kind: kind as Found['kind'],
    package: name!,
    version: version!,
    fixedVersion: fixed === '-' ? undefined : fixed,
    isExploited: note === 'exploited',
  };
}
