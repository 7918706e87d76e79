import { formatInstant, type Json, toCanonicalJson, toObject, toText } from '@candor/core/base';
import type { ApprovalType } from '@candor/core/notice/operator';

export interface DescribedRow {
  readonly label: string;
  readonly value: string;
}

export type ActDescription =
  | {
      readonly matter: Exclude<ApprovalType, 'enrollment' | 'revocation'>;
      readonly rows: readonly DescribedRow[];
    }
  /** Matters with several documents; `kind` is a row as well. */
  | {
      readonly matter: 'enrollment' | 'revocation';
      readonly kind: string;
      readonly rows: readonly DescribedRow[];
    };

/** Labels by path, in the order of the rows; `time`: its number is one. */
type Labels = readonly (readonly [path: string, label: string, form?: 'time'])[];

const INCIDENT = ['incident', 'incident'] as const;
const WHY = ['why', 'reason'] as const;
const KIND = ['kind', 'kind'] as const;
const EXPOSURE: Labels = [
  ['exposure.version', 'exposure'],
  ['exposure.digest', 'exposure digest'],
];

const LABELS: Readonly<Record<ApprovalType, Labels>> = {
  wave: [
    ['wave', 'wave'],
    KIND,
    INCIDENT,
    ...EXPOSURE,
    ['at', 'composed'],
    ['root', 'root of the notices'],
    ['selection', 'selection, salted digest'],
    ['parties', 'root of the parties'],
  ],
  withdrawal: [
    ['notices.notice', 'notice'],
    ['notices.record', 'its record'],
    ['misdirected', 'misdirected'],
    WHY,
    INCIDENT,
  ],
  operators: [
    ['operators.name', 'operator'],
    ['operators.key', 'key'],
    ['operators.mailbox', 'own mailbox'],
    ['quorum', 'people who must agree'],
    ['follows', 'follows entry'],
    ['log', 'log'],
  ],
  enquiry: [
    ['enquiry', 'enquiry'],
    ['domain', 'domain'],
    ['answer', 'answer'],
    ['notice', 'notice'],
    ['gaps', 'gap'],
    ...EXPOSURE,
    ['at', 'drafted'],
    INCIDENT,
  ],
  settlement: [['as', 'settled as'], ['deliveries', 'delivery'], WHY],
  release: [KIND, ['party', 'party'], ['release', 'release'], ['manifest', 'manifest digest'], INCIDENT],
  enrollment: [
    KIND,
    ['party', 'party'],
    ['name', 'name'],
    ['role', 'role'],
    ['domains', 'domain'],
    ['proof', 'proof'],
    ['enrollment', 'enrollment'],
    ['reviewer', 'fingerprint'],
    ['from', 'nominator before'],
    ['to', 'nominator from now on'],
    ['objections', 'objection'],
    WHY,
    ['key.age', 'key for reading'],
    ['key.sign', 'key for signing'],
    ['key.v', 'form of the keys'],
    ['request', 'request'],
    ['continues', 'continues enrollment'],
    ['wait.seconds', 'waiting time in seconds'],
    ['wait.since', 'waits since entry'],
    ['at', 'asked', 'time'],
    INCIDENT,
  ],
  revocation: [
    KIND,
    ['party', 'party'],
    ['release', 'release'],
    ['manifest', 'manifest digest'],
    ['enrollment', 'enrollment'],
    ['reviewer', 'fingerprint'],
    WHY,
    INCIDENT,
  ],
  hold: [KIND, ['party', 'party'], ['message', 'message'], ['reason', 'held because of'], WHY, INCIDENT],
  erasure: [KIND, ['what', 'erased'], ['before', 'recorded before'], WHY, INCIDENT],
  publication: [
    ['name', 'figure'],
    ['value', 'value'],
    ['formula', 'formula'],
    ['rules.exposure', 'rules'],
    ['rules.figures', 'formulas'],
    ...EXPOSURE,
    ['exposure.inputs', 'digest of its inputs'],
    ['exposure.curation', 'curation'],
    ['set', 'set of parties'],
    WHY,
  ],
};

/**
 * Every row that a signing screen shows, from the document's bytes and nothing else: a member without a label of its
 * own is shown under its name, so nothing is signed unseen. Null for bytes that are no canonical JSON object.
 */
export function describeAct(matter: ApprovalType, bytes: Uint8Array): ActDescription | null {
  const document = readDocument(bytes);
  if (document === null) return null;
  const labels = LABELS[matter];
  const rows = listRows(labels, '', document);
  return matter === 'enrollment' || matter === 'revocation'
    ? { matter, kind: toText(document['kind']) ?? '', rows }
    : { matter, rows };
}

function readDocument(bytes: Uint8Array): ReturnType<typeof toObject> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const value: Json = JSON.parse(text);
    return toCanonicalJson(value) === text ? toObject(value) : null;
  } catch {
    return null;
  }
}

/** One row for each leaf; items of a list in their order, members as the labels have them. */
function listRows(labels: Labels, path: string, value: Json): readonly DescribedRow[] {
  if (Array.isArray(value) && value.length > 0)
    return (value as readonly Json[]).flatMap((item) => listRows(labels, path, item));
  const members = toObject(value);
  const names = members === null ? [] : Object.keys(members);
  if (members === null || names.length === 0) return [toRow(labels, path, value)];
  const toPath = (name: string): string => (path === '' ? name : `${path}.${name}`);
  const rank = (name: string): number => {
    const of = toPath(name);
    const at = labels.findIndex(([known]) => known === of || known.startsWith(`${of}.`));
    return at < 0 ? labels.length : at;
  };
  return [...names]
    .sort((a, b) => rank(a) - rank(b))
    .flatMap((name) => listRows(labels, toPath(name), members[name] ?? null));
}

function toRow(labels: Labels, path: string, value: Json): DescribedRow {
  const [, label, form] = labels.find(([known]) => known === path) ?? [path, toPlainLabel(labels, path)];
  return { label, value: form === 'time' && typeof value === 'number' ? formatInstant(value) : toValue(value) };
}

/** A member below a labelled one is shown under that label. */
function toPlainLabel(labels: Labels, path: string): string {
  const above = labels.find(([known]) => path.startsWith(`${known}.`));
  return above === undefined ? path : `${above[1]}: ${path.slice(above[0].length + 1)}`;
}

/** Text that reads as something else, or as nothing: it is shown in quotes. */
const AMBIGUOUS = /^(?:none|yes|no|empty|-?\d+|".*|\s.*|.*\s|)$/su;

function toValue(value: Json): string {
  if (value === null) return 'none';
  if (value === true) return 'yes';
  if (value === false) return 'no';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return AMBIGUOUS.test(value) ? JSON.stringify(value) : value;
  return 'empty';
}
