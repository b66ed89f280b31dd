// SPDX-License-Identifier: Apache-2.0
import { describeReason } from '@plimsoll/model';
import type {
  AreaScore,
  AssessmentDetail,
} from '@plimsoll/plugin-hardening-common';
import type { KeptAssessment } from '../assess/judge';
import { printPoints, type PointsColumns } from './printedPoints';

/** An assessment as the API tells it. */
export function detailOf({
  scans: _,
  ...assessment
}: KeptAssessment): AssessmentDetail {
  const columns = printPoints(assessment);
  return {
    ...assessment,
    areas: areasOf(assessment, columns),
    controls: assessment.controls.map((control, index) => ({
      ...control,
      printed: columns.controls[index]!,
    })),
    printed: columns.printed,
    outcomes: assessment.outcomes.map(outcome => ({
      ...outcome,
      sentence: outcome.reason && describeReason(outcome.reason),
    })),
  };
}

/** The areas of an assessment with what they lost. */
export function areasOf(
  { areas }: Pick<KeptAssessment, 'areas'>,
  columns: PointsColumns,
): AreaScore[] {
  return areas.map(area => ({
    ...area,
    sentence: area.reason && describeReason(area.reason),
    printed: columns.areas.get(area.area) ?? '0.0',
  }));
}
