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
import { type FindingClass, isInAttached, type NamedAddress, toFindingClass } from '@candor/core/impact/findings';
import type { FindingAnswer, FindingTask, PlacedFinding, PlacedMark } from './finding-task.ts';
import { type MessageText, readMessageTexts } from './message-texts.ts';

/** What a message is searched with. */
export type SearchDeps = Pick<FindingTask, 'settings' | 'isBodyOnly'> & { readonly valueKey: Uint8Array };

/** Findings of one message; a customer list of 100,000 rows would make a state of megabytes, and says it all before. */
const KEPT_FINDINGS = 20_000;

/** Searches one message. Values stay here: what is given has places, masks and hashes. */
export async function searchMessage(runtime: Runtime, bytes: Uint8Array, deps: SearchDeps): Promise<FindingAnswer> {
  const { ocr } = deps.settings;
  const { isBodyOnly = false } = deps;
  const { texts, unread, attached } = await readMessageTexts(runtime, bytes, { ocr, isBodyOnly });
  const all = [...Map.groupBy(texts, ({ within }) => within)].flatMap(([within, own]) =>
    onePerMessage(
      own.flatMap((text) => searchText(text, deps)),
      within,
    ),
  );
  all.sort((a, b) => compareUtf8(a.part, b.part) || a.offset - b.offset);
  const findings = all.slice(0, KEPT_FINDINGS);
  if (all.length > KEPT_FINDINGS) unread.push('cut');
  const privilege = texts.flatMap((text) => findMarks(text, deps));
  // Specially protected data is never kept with a person.
  const isPersonal = findings.some(({ kind }) => NAMED_CLASSES.has(toFindingClass(kind)));
  const told = attached
    .filter((one) => one.unread.length > 0 || findings.some(({ part }) => isInAttached(part, one.part)))
    .map((one) => ({ ...one, unread: [...new Set(one.unread)].sort() }));
  const names = isPersonal ? readNames(runtime, bytes) : [];
  return { is: 'searched', findings, privilege, names, unread, attached: told };
}

/** Classes of findings beside which the names of correspondents are kept. */
const NAMED_CLASSES: ReadonlySet<FindingClass> = new Set<FindingClass>(['financial', 'person']);

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

/**
 * Specially protected data is counted per message: what is said of it is that the message holds some. An attached
 * message is one, because it may be all that a party gets.
 */
function onePerMessage(findings: readonly PlacedFinding[], within: string): PlacedFinding[] {
  const kept = findings.filter(({ kind }) => !SENSITIVE.has(kind));
  for (const kind of SENSITIVE) {
    const first = findings.find((finding) => finding.kind === kind);
    if (first !== undefined) kept.push({ ...first, part: `${within}message`, offset: 0, length: 0 });
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
