// SPDX-License-Identifier: Apache-2.0
import type { ResultFacts } from './sarifResult.ts';
import type { RuleFacts } from './sarifRule.ts';

/** The rules of one run: those of its driver, and those of extensions. */
export class SarifRules {
  private readonly driver: RuleFacts[] = [];
  private readonly extensions: RuleFacts[][] = [];
  private extension: RuleFacts[] = [];
  private readonly byId = new Map<string, RuleFacts>();

  add(rule: RuleFacts): void {
    this.driver.push(rule);
    // The driver's goes before that of an extension.
    this.byId.set(rule.id, rule);
  }

  addToExtension(rule: RuleFacts): void {
    this.extension.push(rule);
    if (!this.byId.has(rule.id)) this.byId.set(rule.id, rule);
  }

  endExtension(): void {
    this.extensions.push(this.extension);
    this.extension = [];
  }

  /** The rule of a result, by index where it has one, else by id. */
  of({ id, ruleIndex, extension }: ResultFacts): RuleFacts | undefined {
    const rules =
      extension === undefined ? this.driver : this.extensions[extension];
    const indexed = rules?.[ruleIndex];
    if (indexed && (id === '' || isOf(id, indexed.id))) return indexed;
    return id === '' ? undefined : this.byName(id);
  }

  /** `CA1000/1` is a part of the rule `CA1000` (SARIF 2.1.0, 3.5.4). */
  private byName(id: string): RuleFacts | undefined {
    const slash = id.lastIndexOf('/');
    return (
      this.byId.get(id) ??
      (slash > 0 ? this.byId.get(id.slice(0, slash)) : undefined)
    );
  }
}

function isOf(id: string, rule: string): boolean {
  return id === rule || id.startsWith(`${rule}/`);
}
