// SPDX-License-Identifier: Apache-2.0
import { CARRIAGE_RETURN, NEWLINE } from '../../text/characters.ts';
import { composeDocument } from './composeDocument.ts';
import { RepairedText } from './repairIndentation.ts';
import { splitDocuments, type DocumentText } from './splitDocuments.ts';
import {
  readYamlEvents,
  TOO_MANY_NODES,
  type NodeBudget,
  type YamlEvent,
  type YamlFailure,
} from './yamlEvents.ts';
import {
  MAX_BREAKS,
  MAX_DOCUMENTS,
  MAX_EVENTS,
  MAX_LENGTH,
  MAX_NODES,
  MAX_REPAIRABLE_LENGTH,
  MAX_REPAIRED_LENGTH,
} from './yamlLimits.ts';
import type { YamlDocument, YamlError, YamlStream } from './yamlTree.ts';

/**
 * Reads a file of YAML, or of JSON.
 *
 * Never throws. A document that cannot be read has an error and no root, and
 * does not hide the others; a file that is too large is one such document.
 * Aliases stay references, and a document in which following them would take
 * more than 250,000 steps has an error.
 */
export function parseYaml(text: string): YamlStream {
  const excess = excessOf(text);
  if (excess) {
    return {
      text,
      documents: [unread({ start: 0, end: text.length }, excess)],
    };
  }
  const budget: Budget = {
    nodes: MAX_NODES,
    events: MAX_EVENTS,
    repairs: MAX_REPAIRED_LENGTH,
  };
  const documents: YamlDocument[] = [];
  for (const part of splitDocuments(text)) {
    if (documents.length >= MAX_DOCUMENTS) {
      const message = `it has more than ${MAX_DOCUMENTS} documents`;
      const error = errorAt('too-complex', message, part.start);
      documents.push(unread({ start: part.start, end: text.length }, error));
      break;
    }
    const document = readDocument(text, part, budget);
    if (budget.nodes < 0 || budget.events < 0) {
      // What follows is not read either: the last one stands for it.
      if (document) documents.push({ ...document, end: text.length });
      break;
    }
    if (document) documents.push(document);
  }
  return { text, documents };
}

/** What is seen before anything is parsed. */
function excessOf(text: string): YamlError | undefined {
  if (text.length > MAX_LENGTH) {
    const message = `it has more than ${MAX_LENGTH} characters`;
    return errorAt('too-large', message, 0);
  }
  if (text.length > MAX_BREAKS && countBreaks(text) > MAX_BREAKS) {
    const message = `it has more than ${MAX_BREAKS} lines`;
    return errorAt('too-complex', message, 0);
  }
  return undefined;
}

function countBreaks(text: string): number {
  let breaks = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit === NEWLINE || unit === CARRIAGE_RETURN) breaks++;
  }
  return breaks;
}

interface Budget extends NodeBudget {
  events: number;
  /** How much text may be read once more. */
  repairs: number;
}

/** Undefined where there are only comments. */
function readDocument(
  text: string,
  { start, end, content }: DocumentText,
  budget: Budget,
): YamlDocument | undefined {
  const isWhole = start === 0 && end === text.length;
  const part = isWhole ? text : text.slice(start, end);
  const events = readEvents(part, budget);
  if (!isEvents(events)) {
    const { kind, message, offset } = events;
    const reason = kind === 'complexity' ? 'too-complex' : 'unparsed';
    const error = errorAt(reason, message, start + offset);
    return unread({ start, end }, error);
  }
  if (events.length === 0) return undefined;
  budget.events -= events.length;
  if (budget.events < 0) {
    const error = errorAt('too-complex', TOO_MANY_NODES, start);
    return unread({ start, end }, error);
  }
  const ground = { text, base: start, content };
  return { start, end, ...composeDocument(events, ground) };
}

/** The events of a document, with lines moved where that helps. */
function readEvents(
  text: string,
  budget: Budget,
): readonly YamlEvent[] | YamlFailure {
  let events = readYamlEvents(text, budget);
  if (isEvents(events) || events.kind !== 'indentation') return events;
  if (text.length > MAX_REPAIRABLE_LENGTH) return events;
  const repaired = new RepairedText(text);
  while (!isEvents(events)) {
    budget.repairs -= repaired.text.length;
    const { kind, offset } = events;
    const canRepair = kind === 'indentation' && budget.repairs >= 0;
    if (!canRepair || !repaired.moveLine(offset)) {
      return { ...events, offset: repaired.originalOffset(offset) };
    }
    events = readYamlEvents(repaired.text, budget);
  }
  return repaired.originalEvents(events);
}

function isEvents(
  answer: readonly YamlEvent[] | YamlFailure,
): answer is readonly YamlEvent[] {
  return Array.isArray(answer);
}

function unread(
  range: { readonly start: number; readonly end: number },
  error: YamlError,
): YamlDocument {
  return { ...range, root: undefined, error, duplicates: [] };
}

function errorAt(
  reason: YamlError['reason'],
  message: string,
  start: number,
): YamlError {
  return { reason, message, start, end: start };
}
