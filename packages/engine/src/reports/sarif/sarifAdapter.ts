// SPDX-License-Identifier: Apache-2.0
import { hasAt, outlineAt } from '../json/outline.ts';
import { element, type ReportAdapter } from '../reportAdapter.ts';
import { SarifReading } from './sarifReading.ts';
import {
  SARIF_LOG,
  SARIF_RESULT,
  SARIF_RULE,
  SARIF_RUN,
  SARIF_TOOL,
} from './sarifShapes.ts';

/** Static Analysis Results Interchange Format, of any tool. */
export const sarifAdapter: ReportAdapter = {
  id: 'sarif',
  title: 'SARIF 2.1.0',
  homepage: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html',
  testedVersions: ['2.1.0'],
  recognise(head) {
    const schema = outlineAt(head, '$schema');
    return (
      (typeof schema === 'string' && /\bsarif\b/i.test(schema)) ||
      hasAt(head, 'runs', 0, 'tool') ||
      (hasAt(head, 'runs') && hasAt(head, 'version'))
    );
  },
  read(draft) {
    const reading = new SarifReading(draft);
    const tool = '$.runs[*].tool';
    return {
      elements: {
        $: element(SARIF_LOG, value => reading.log(value)),
        '$.runs[*]': element(SARIF_RUN, value => reading.run(value)),
        [tool]: element(SARIF_TOOL, value => reading.toolEnded(value)),
        [`${tool}.driver.rules[*]`]: element(SARIF_RULE, value =>
          reading.rule(value),
        ),
        [`${tool}.extensions[*]`]: element({}, () => reading.extension()),
        [`${tool}.extensions[*].rules[*]`]: element(SARIF_RULE, value =>
          reading.extensionRule(value),
        ),
        '$.runs[*].results[*]': element(SARIF_RESULT, value =>
          reading.result(value),
        ),
      },
      finish: () => reading.finish(),
    };
  },
};
