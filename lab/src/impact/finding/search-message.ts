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
import { type FindingClass, isInAttached, toFindingClass } from '@candor/core/impact/findings';
import { type NamedAddress, readPersons } from '@candor/core/impact/persons';
import type { FindingAnswer, FindingTask, PlacedFinding, PlacedMark } from './finding-task.ts';
import { type MessageText, MessageTexts } from './message-texts.ts';
import { hashBirthDay, type PlacedPerson, sealPersons } from './sealed-persons.ts';
import { UnreadTally } from './unread.ts';

/** What a message is searched with. */
export interface SearchDeps extends Pick<FindingTask, 'settings'> {
  readonly valueKey: Uint8Array;
  /** Parts that ended the process that read them. */
  readonly skip?: readonly string[];
  /** Is told each part before it is read. */
  readonly onPart?: (part: string) => void;
  readonly keptFindings?: number;
}

/** Findings of one message. A table of 100,000 rows with two values in each has less; more make a line too long. */
const KEPT_FINDINGS = 250_000;

/** Searches one message. Values stay here: what is given has places, masks and hashes. */
export async function searchMessage(runtime: Runtime, bytes: Uint8Array, deps: SearchDeps): Promise<FindingAnswer> {
  const { skip = [], onPart = () => undefined, keptFindings = KEPT_FINDINGS } = deps;
  const texts = new MessageTexts(runtime, bytes, {
    ocr: deps.settings.ocr,
    only: null,
    skip: new Set(skip),
    onPart,
  });
  const byMessage = new Map<string, PlacedFinding[]>();
  const privilege: PlacedMark[] = [];
  const persons: PlacedPerson[] = [];
  let room = keptFindings;
  let cut = 0;
  for await (const text of texts.read()) {
    const { findings: found, persons: named } = searchText(text, deps, texts.sentAt);
    for (const person of named) if (persons.length < keptFindings) persons.push(person);
    const own = byMessage.get(text.within) ?? [];
    byMessage.set(text.within, own);
    for (const finding of found.slice(0, room)) own.push(finding);
    cut += Math.max(0, found.length - room);
    room = Math.max(0, room - found.length);
    for (const mark of findMarks(text, deps)) privilege.push(mark);
  }
  const findings = [...byMessage].flatMap(([within, own]) => onePerMessage(own, within));
  findings.sort((a, b) => compareUtf8(a.part, b.part) || a.offset - b.offset);
  const unread = new UnreadTally();
  unread.addAll(texts.toUnread());
  if (cut > 0) unread.add('cut', 0, cut);
  // Specially protected data is never kept with a person.
  const isPersonal = findings.some(({ kind }) => NAMED_CLASSES.has(toFindingClass(kind)));
  const parts = new Set(findings.map(({ part }) => part));
  const told = texts
    .toAttached()
    .filter((one) => one.unread.length > 0 || [...parts].some((part) => isInAttached(part, one.part)));
  const names = isPersonal ? readNames(runtime, bytes) : [];
  return {
    is: 'searched',
    findings,
    privilege,
    names,
    persons: sealPersons(deps.valueKey, persons),
    unread: unread.toList(),
    attached: told,
  };
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

interface FoundInText {
  readonly findings: readonly PlacedFinding[];
  readonly persons: readonly PlacedPerson[];
}

function searchText(
  { part, text, subject, isBulk }: MessageText,
  { settings, valueKey }: SearchDeps,
  sentAt: number | null,
): FoundInText {
  const points = new CodePointCounter(text);
  const detected = detectFindings(text, { sensitive: settings.sensitive, subject, isBulk });
  const offsets = new Map<Finding, number>();
  const findings = detected.map((finding) => {
    const { kind, detector, confidence, start, end } = finding;
    const offset = points.at(start);
    offsets.set(finding, offset);
    const length = points.at(end) - offset;
    const valueHash = toHash(valueKey, `${kind}\0${normalizeValue(finding)}`);
    return { part, offset, length, kind, detector, confidence, valueHash, mask: maskValue(finding) };
  });
  const persons = readPersons(text, detected, sentAt).map((person): PlacedPerson => {
    const { name, addresses, residence, indicated, isMinor, birthDay, findings: own } = person;
    const sensitive = own.flatMap(({ kind }) => (SENSITIVE.has(kind) ? [kind] : []));
    return {
      ...{ name, addresses, indicated, isMinor, part },
      born: birthDay === null ? null : hashBirthDay(valueKey, birthDay),
      country: residence?.country ?? null,
      region: residence?.region ?? null,
      sensitive: [...new Set(sensitive)].sort(),
      offsets: own.flatMap((finding) => (SENSITIVE.has(finding.kind) ? [] : (offsets.get(finding) ?? []))),
    };
  });
  return { findings, persons };
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
