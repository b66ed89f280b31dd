// SPDX-License-Identifier: Apache-2.0
import type { Severity } from '@plimsoll/model';
import type { Finding, Rule } from '@plimsoll/plugin-hardening-common';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { EffortLabel } from '../../glyphs/EffortLabel';
import { Icon } from '../../glyphs/Icon';
import { OutcomeGlyph } from '../../glyphs/OutcomeGlyph';
import { SeverityLabel } from '../../glyphs/SeverityLabel';
import { join } from '../../words/join';
import { count } from '../../words/points';
import { RuleDetail } from './RuleDetail';
import styles from './RuleRow.module.css';

/** One rule in a list. */
export interface RuleRowProps {
  readonly id: string;
  readonly rule?: Rule;
  readonly outcome: 'failed' | 'unknown' | 'passed';
  readonly severity: Severity;
  readonly findings?: readonly Finding[];
  /** How many findings there are in all. */
  readonly total?: number;
  /** Stands instead of the place. */
  readonly where?: string;
  /** The places themselves, once it is open. */
  readonly places?: ReactNode;
  /** Points that it costs. */
  readonly printed?: string;
  readonly isOpen: boolean;
  readonly onToggle: (isOpen: boolean) => void;
}

/** A rule as a row that opens to its places, why it matters and how to fix it. */
export function RuleRow(props: RuleRowProps) {
  const { id, rule, outcome, severity, printed, isOpen, onToggle } = props;
  const detailId = useId();
  const row = useRef<HTMLDivElement>(null);
  // The address may name a row further down.
  useEffect(() => {
    if (isOpen) row.current?.scrollIntoView?.({ block: 'nearest' });
  }, [isOpen]);
  return (
    <div ref={row} className={join(styles.item, isOpen && styles.open)}>
      <button
        type="button"
        data-row
        className={styles.row}
        aria-expanded={isOpen}
        aria-controls={isOpen ? detailId : undefined}
        onClick={() => onToggle(!isOpen)}
      >
        <OutcomeGlyph outcome={outcome} />
        <span className={styles.name}>
          <span className={styles.title}>{rule?.title ?? id}</span>
          <span className={styles.id}>{id}</span>
        </span>
        <span className={styles.severity}>
          <SeverityLabel severity={severity} />
        </span>
        <span className={styles.where} title={props.findings?.[0]?.path}>
          {whereOf(props)}
        </span>
        <span className={styles.effort}>
          {rule && outcome === 'failed' && <EffortLabel effort={rule.effort} />}
        </span>
        <span className={styles.points}>
          {printed !== undefined && `−${printed}`}
        </span>
        <span className={styles.chevron}>
          <Icon name={isOpen ? 'down' : 'next'} size={14} />
        </span>
      </button>
      {isOpen && (
        <div id={detailId}>
          <RuleDetail {...props} />
        </div>
      )}
    </div>
  );
}

/** What the columns of the rows are. */
export function RuleRowHeads() {
  return (
    <div className={join(styles.row, styles.heads)} aria-hidden="true">
      <span />
      <span>Rule</span>
      <span className={styles.severity}>Severity</span>
      <span className={styles.where}>Where</span>
      <span className={styles.effort}>Fix</span>
      <span className={styles.points}>Points</span>
      <span />
    </div>
  );
}

function whereOf({ where, findings = [], total = 0 }: RuleRowProps): string {
  const [first] = findings;
  if (where !== undefined) return where;
  if (total > 1) return count(total, 'place');
  if (!first) return '';
  const fileName = first.path.replace(/^.*\//, '');
  return `${fileName}:${first.start.line}`;
}
