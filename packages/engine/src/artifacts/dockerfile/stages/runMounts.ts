// SPDX-License-Identifier: Apache-2.0
import type { Instruction, Word } from '../dockerfile.ts';
import { flagValues } from './flags.ts';
import {
  isMemorySize,
  parseBoolean,
  parseCsv,
  parseUint32,
} from './goValues.ts';
import type { Expanded, ExpandedWords } from './variables.ts';

/** The kinds of `RUN --mount`. */
export type MountType = 'bind' | 'cache' | 'tmpfs' | 'secret' | 'ssh';

/**
 * One `--mount` of a RUN. Texts that are not given are empty.
 *
 * @public
 */
export interface RunMount {
  /** The whole flag. */
  readonly flag: Word;
  readonly type: MountType;
  readonly from: string;
  readonly source: string;
  readonly target: string;
  readonly id: string;
  readonly sharing: string;
  readonly readOnly: boolean;
  readonly required: boolean;
  /** The variable that gets a secret. */
  readonly env?: string | undefined;
  readonly uid?: number | undefined;
  readonly gid?: number | undefined;
  readonly mode?: number | undefined;
  /** Variables in it whose value is not known. */
  readonly missing: readonly string[];
}

/** The mounts of a RUN, and what the build refuses in them. */
export interface ReadMounts {
  readonly mounts: readonly RunMount[];
  readonly complaints: readonly (Expanded & { readonly at: Word })[];
}

/** Reads all mounts of a RUN; a refused one is left out. */
export function readMounts(
  instruction: Instruction,
  expand: (word: string) => ExpandedWords,
): ReadMounts {
  const mounts: RunMount[] = [];
  const complaints: (Expanded & { at: Word })[] = [];
  for (const at of flagValues(instruction, 'mount')) {
    const reader = new MountReader(at, expand);
    const error = reader.read();
    if (error === undefined) mounts.push(reader.mount());
    else complaints.push({ value: error, missing: reader.missing(), at });
  }
  return { mounts, complaints };
}

/**
 * The stages or images that mounts name, before variables are expanded; empty
 * for a mount that names none.
 */
export function mountSources(
  instruction: Instruction,
): { readonly from: string; readonly at: Word }[] {
  return flagValues(instruction, 'mount').flatMap(at => {
    if (!/from=/i.test(at.value)) return [{ from: '', at }];
    const fields = parseCsv(at.value);
    if (typeof fields === 'string') return [];
    const from = fields.findLast(field => /^from=/i.test(field)) ?? '';
    return [{ from: from.slice('from='.length), at }];
  });
}

interface Draft {
  type: MountType;
  from: string;
  source: string;
  target: string;
  id: string;
  sharing: string;
  required: boolean;
  readOnly: boolean | undefined;
  env: string | undefined;
  uid: number | undefined;
  gid: number | undefined;
  mode: number | undefined;
}

class MountReader {
  readonly #flag: Word;
  readonly #expand: (word: string) => ExpandedWords;
  readonly #missing = new Set<string>();
  readonly #draft: Draft = {
    type: 'bind',
    from: '',
    source: '',
    target: '',
    id: '',
    sharing: '',
    required: false,
    readOnly: undefined,
    env: undefined,
    uid: undefined,
    gid: undefined,
    mode: undefined,
  };

  constructor(flag: Word, expand: (word: string) => ExpandedWords) {
    this.#flag = flag;
    this.#expand = expand;
  }

  missing(): string[] {
    return [...this.#missing];
  }

  mount(): RunMount {
    const { readOnly, ...draft } = this.#draft;
    const isWritten = draft.type === 'cache' || draft.type === 'tmpfs';
    return {
      flag: this.#flag,
      ...draft,
      readOnly: readOnly ?? !isWritten,
      missing: this.missing(),
    };
  }

  /** @returns why the build refuses the mount */
  read(): string | undefined {
    const fields = parseCsv(this.#flag.value);
    if (typeof fields === 'string') return fields;
    for (const field of fields) {
      const error = this.#readField(field);
      if (error !== undefined) return error;
    }
    return this.#checkTogether();
  }

  #readField(field: string): string | undefined {
    const equals = field.indexOf('=');
    if (equals < 0) return this.#readSwitch(field);
    const key = field.slice(0, equals).toLowerCase();
    const expansion = this.#expand(field.slice(equals + 1));
    if (expansion.error !== undefined) return expansion.error;
    for (const name of expansion.missing) this.#missing.add(name);
    return this.#readOption(key, expansion.value, field);
  }

  /** A field without a value. */
  #readSwitch(field: string): string | undefined {
    const key = field.toLowerCase();
    switch (key) {
      case 'readonly':
      case 'ro':
        this.#draft.readOnly = true;
        return undefined;
      case 'readwrite':
      case 'rw':
        this.#draft.readOnly = false;
        return undefined;
      case 'required':
        return this.#readRequired('true');
      default:
        return `invalid field '${field}' must be a key=value pair`;
    }
  }

  #readOption(key: string, value: string, field: string): string | undefined {
    const draft = this.#draft;
    switch (key) {
      case 'type': {
        const type = value.toLowerCase();
        if (!isMountType(type)) return `unsupported mount type "${value}"`;
        draft.type = type;
        return undefined;
      }
      case 'from':
        draft.from = value;
        return undefined;
      case 'source':
      case 'src':
        draft.source = value;
        return undefined;
      case 'target':
      case 'dst':
      case 'destination':
        draft.target = value;
        return undefined;
      case 'id':
        draft.id = value;
        return undefined;
      case 'env':
        draft.env = value;
        return undefined;
      case 'readonly':
      case 'ro':
      case 'readwrite':
      case 'rw': {
        const flag = parseBoolean(value);
        if (flag === undefined) return `invalid value for ${key}: ${value}`;
        draft.readOnly = key.startsWith('reado') || key === 'ro' ? flag : !flag;
        return undefined;
      }
      case 'required':
        return this.#readRequired(value);
      case 'size':
        if (draft.type !== 'tmpfs') return this.#unexpected(key);
        return isMemorySize(value)
          ? undefined
          : `invalid value for ${key}: ${value}`;
      case 'sharing': {
        const sharing = value.toLowerCase();
        if (!/^(?:shared|private|locked)$/.test(sharing)) {
          return `unsupported sharing value "${value}"`;
        }
        draft.sharing = sharing;
        return undefined;
      }
      case 'mode':
        draft.mode = parseUint32(value, 8);
        return draft.mode === undefined
          ? `invalid value ${value} for mode`
          : undefined;
      case 'uid':
      case 'gid':
        draft[key] = parseUint32(value, 10);
        return draft[key] === undefined
          ? `invalid value ${value} for ${key}`
          : undefined;
      default:
        return `unexpected key '${key}' in '${field}'`;
    }
  }

  #readRequired(value: string): string | undefined {
    const draft = this.#draft;
    if (draft.type !== 'secret' && draft.type !== 'ssh') {
      return this.#unexpected('required');
    }
    const required = parseBoolean(value);
    if (required === undefined) return `invalid value for required: ${value}`;
    draft.required = required;
    return undefined;
  }

  #unexpected(key: string): string {
    return `unexpected key '${key}' for mount type '${this.#draft.type}'`;
  }

  /** What only shows when all options are known. */
  #checkTogether(): string | undefined {
    const { type, from, source, target, id, sharing, ...draft } = this.#draft;
    if (type === 'bind' || type === 'tmpfs') {
      for (const key of ['mode', 'uid', 'gid'] as const) {
        if (draft[key] !== undefined) {
          return `${key} not allowed for "${type}" type mounts`;
        }
      }
    }
    if (type === 'secret') {
      if (from !== '') return 'secret mount should not have a from';
      if (sharing !== '') return 'secret mount should not define sharing';
      if (source === '' && target === '' && id === '') {
        return 'invalid secret mount. one of source, target required';
      }
      if (source !== '' && id !== '') return "both source and id can't be set";
    }
    return sharing !== '' && type !== 'cache'
      ? `invalid cache sharing set for ${type} mount`
      : undefined;
  }
}

function isMountType(text: string): text is MountType {
  return /^(?:bind|cache|tmpfs|secret|ssh)$/.test(text);
}
