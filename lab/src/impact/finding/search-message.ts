import { createHmac } from 'node:crypto';
import { compareUtf8, type Runtime } from '@candor/core/base';
import { readShownMessage } from '@candor/core/evidence/message';
import { toKnownForm } from '@candor/core/impact/counterparty';
import {
  CodePointCounter,
  detectFindings,
  type Finding,
  findPrivilegeMarks,
  maskValue,
  normalizeValue,
} from '@candor/core/impact/detectors';
import { type NamedAddress, toFindingClass } from '@candor/core/impact/findings';
import type { FindingAnswer, FindingTask, PlacedFinding, PlacedMark } from './finding-task.ts';
import { type MessageText, readMessageTexts } from './message-texts.ts';

/** What a message is searched with. */
export type SearchDeps = Pick<FindingTask, 'settings'> & { readonly valueKey: Uint8Array };

/** Searches one message. Values stay here: what is given has places, masks and hashes. */
export async function searchMessage(runtime: Runtime, bytes: Uint8Array, deps: SearchDeps): Promise<FindingAnswer> {
  const { texts, unread } = await readMessageTexts(runtime, bytes, deps.settings);
  const findings = onePerMessage(texts.flatMap((text) => searchText(text, deps)));
  findings.sort((a, b) => compareUtf8(a.part, b.part) || a.offset - b.offset);
  const privilege = texts.flatMap((text) => findMarks(text, deps));
  const isPersonal = findings.some(({ kind }) => toFindingClass(kind) !== 'secret');
  return { is: 'searched', findings, privilege, names: isPersonal ? readNames(runtime, bytes) : [], unread };
}

/** Addresses of one message whose names are kept. */
const NAMED_ADDRESSES = 500;

function readNames(runtime: Runtime, bytes: Uint8Array): readonly NamedAddress[] {
  const named = new Map<string, string>();
  for (const { address, unreadable, name } of readShownMessage(runtime, bytes).addresses) {
    if (unreadable !== null || named.size >= NAMED_ADDRESSES) continue;
    const known = toKnownForm(address);
    if ((named.get(known) ?? '') === '') named.set(known, name);
  }
  return [...named].map(([address, name]) => ({ address, name }));
}

function searchText({ part, text }: MessageText, { settings, valueKey }: SearchDeps): readonly PlacedFinding[] {
  const points = new CodePointCounter(text);
  return detectFindings(text, { sensitive: settings.sensitive }).map((finding) => {
    const { kind, detector, confidence, start, end } = finding;
    const offset = points.at(start);
    const length = points.at(end) - offset;
    const valueHash = toHash(valueKey, `${kind}\0${normalizeValue(finding)}`);
    return { part, offset, length, kind, detector, confidence, valueHash, mask: maskValue(finding) };
  });
}

const SENSITIVE: ReadonlySet<Finding['kind']> = new Set(['health', 'special-category']);

/** Specially protected data is counted per message: what is said of it is that the message holds some. */
function onePerMessage(findings: readonly PlacedFinding[]): PlacedFinding[] {
  const kept = findings.filter(({ kind }) => !SENSITIVE.has(kind));
  for (const kind of SENSITIVE) {
    const first = findings.find((finding) => finding.kind === kind);
    if (first !== undefined) kept.push({ ...first, part: 'message', offset: 0, length: 0 });
  }
  return kept;
}

function findMarks({ part, text }: MessageText, { valueKey }: SearchDeps): readonly PlacedMark[] {
  const points = new CodePointCounter(text);
  return findPrivilegeMarks(text).map(({ start, end, mark, passage }) => {
    const offset = points.at(start);
    const length = points.at(end) - offset;
    return { part, offset, length, mark, passageHash: toHash(valueKey, `privilege\0${passage}`) };
  });
}

function toHash(key: Uint8Array, text: string): string {
  return createHmac('sha256', key).update(text, 'utf8').digest('hex');
}
