// SPDX-License-Identifier: Apache-2.0
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { GRADES } from '@plimsoll/model';
import { HardeningCard } from '../src/card/HardeningCard';
import { Mark } from '../src/figures/Mark';
import theme from '../src/theme.module.css';
import { ENTITIES } from './fakePortal';

const POINTS = [97, 83, 74, 59, 47, 22];
const COVERAGES = [0.99, 0.94, 0.88, 0.88, 0.71, 0.64];
const SIZES = [88, 72, 24, 16];

/** All states of the card, and the mark in all sizes. */
export function Gallery() {
  return (
    <div style={{ padding: 24, display: 'grid', gap: 24 }}>
      <div
        style={{
          display: 'grid',
          gap: 20,
          gridTemplateColumns:
            'repeat(auto-fill, minmax(min(100%, 400px), 1fr))',
          alignItems: 'start',
        }}
      >
        {ENTITIES.map(entity => (
          <div key={entity.metadata.name} data-state={entity.metadata.name}>
            <EntityProvider entity={entity}>
              <HardeningCard
                tabPath={`/catalog/default/component/${entity.metadata.name}/hardening`}
              />
            </EntityProvider>
          </div>
        ))}
      </div>
      <div
        className={theme.theme}
        style={{
          background: 'var(--bui-bg-neutral-1)',
          borderRadius: 8,
          padding: 24,
          display: 'grid',
          gap: 16,
        }}
      >
        {SIZES.map(size => (
          <div
            key={size}
            style={{ display: 'grid', gridTemplateColumns: 'repeat(10, 1fr)' }}
          >
            {GRADES.map((grade, at) => (
              <Mark
                key={grade}
                state="scored"
                grade={grade}
                points={POINTS[at]!}
                coverage={COVERAGES[at]!}
                size={size}
                showPoints={size > 60}
              />
            ))}
            <Mark
              state="stale"
              grade="C"
              points={76}
              coverage={0.9}
              size={size}
            />
            <Mark state="notScored" size={size} />
            <Mark state="notEnough" size={size} />
            <Mark state="scanning" size={size} />
          </div>
        ))}
      </div>
    </div>
  );
}
