// SPDX-License-Identifier: Apache-2.0
import { Link } from '@backstage/ui';
import type { Finding, Rule } from '@plimsoll/plugin-hardening-common';
import type { ReactNode } from 'react';
import { LEVEL_NAMES } from '../../glyphs/LevelChip';
import { Icon } from '../../glyphs/Icon';
import text from '../../text.module.css';
import { join } from '../../words/join';
import { formatDay } from '../../words/time';
import type { RuleRowProps } from './RuleRow';
import styles from './RuleDetail.module.css';

/** Where a rule failed, why that matters, how to fix it, and what it maps to. */
export function RuleDetail({
  rule,
  outcome,
  findings = [],
  places,
}: RuleRowProps) {
  return (
    <div className={styles.detail}>
      {places}
      {rule && (
        <div className={styles.words}>
          <Words title="Why it matters">{rule.rationale}</Words>
          <Words title={outcome === 'passed' ? 'What it asks' : 'How to fix'}>
            {rule.remediation}
          </Words>
          <Facts rule={rule} findings={findings} />
        </div>
      )}
    </div>
  );
}

function Words({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}) {
  return (
    <div className={styles.paragraph}>
      <h4>{title}</h4>
      <p className={text.muted}>{children}</p>
    </div>
  );
}

function Facts({
  rule,
  findings,
}: {
  readonly rule: Rule;
  readonly findings: readonly Finding[];
}) {
  const { mandatoryFor, frameworks, references, peers, confidence } = rule;
  const known = Object.entries(peers).map(
    ([tool, ids]) => `${tool} ${ids.join(', ')}`,
  );
  const seen = findings.map(({ firstSeenAt }) => firstSeenAt).sort()[0];
  const links = references.filter(address => /^https?:\/\//i.test(address));
  return (
    <dl className={styles.facts}>
      {seen && <Fact name="Open since">{formatDay(new Date(seen))}</Fact>}
      <Fact name="Needed for">
        {mandatoryFor.length > 0
          ? mandatoryFor.map(level => LEVEL_NAMES[level]).join(', ')
          : 'no level; it costs points only'}
      </Fact>
      <Fact name="Mapped to">
        {frameworks.length > 0 ? frameworks.join(', ') : 'no framework'}
      </Fact>
      <Fact name="Also known as">
        {known.length > 0 ? known.join(' · ') : 'no other tool has it'}
      </Fact>
      <Fact name="Confidence">{confidence}</Fact>
      {links.length > 0 && (
        <Fact name="References">
          {links.map(address => (
            <Link
              key={address}
              href={address}
              target="_blank"
              rel="noopener noreferrer"
              standalone
              className={join(text.link, styles.reference)}
            >
              {shortAddress(address)}
              <Icon name="leave" size={12} />
              <span className={text.unseen}>, opens a new tab</span>
            </Link>
          ))}
        </Fact>
      )}
    </dl>
  );
}

function Fact({
  name,
  children,
}: {
  readonly name: string;
  readonly children: ReactNode;
}) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

/** Host and page, without what nobody reads. */
function shortAddress(address: string): string {
  return address.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, '');
}
