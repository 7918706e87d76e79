import { assertNever } from '@candor/core/base';
import { isMap, isNode, isScalar, isSeq, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import { readYamlLines, readYamlTree, type YamlPath } from './yaml-lines.ts';

/** A list of the incident file that a person's answer changes. */
export type EditedList =
  | { readonly of: 'intruder'; readonly key: 'sessions' | 'tokens' | 'applications' | 'addresses' }
  | { readonly of: 'organization' }
  | { readonly of: 'mailbox'; readonly custodian: string };

export interface ListChange {
  readonly list: EditedList;
  readonly act: 'add' | 'remove';
  readonly value: string;
}

/** One piece of a text and what stands there instead; all other bytes stay. */
export interface TextChange {
  readonly text: string;
  /** UTF-16 units from the beginning. */
  readonly at: number;
  readonly removed: string;
  readonly inserted: string;
  /** The line of the change in the new text, from 1. */
  readonly line: number;
}

export type ListEdit =
  | ({ readonly is: 'edited' } & TextChange)
  /** The file is written in a way that this program does not change: a person edits it. */
  | { readonly is: 'refused'; readonly why: string };

interface Splice {
  readonly at: number;
  readonly removed: number;
  readonly inserted: string;
}

/**
 * Changes one list of an incident file and nothing else: comments, order, line ends and quotes stay. The result is
 * read again, and refused unless exactly this value came or went.
 */
export function editList(text: string, { list, act, value }: ListChange): ListEdit {
  const before = readYamlLines(text);
  const tree = readYamlTree(text);
  if (before.value === null || tree === null) return refuse('it is no valid YAML');
  const path = findPath(before.value, list);
  if (path === null) return refuse('it does not have this mailbox');
  const former = listAt(before.value, path);
  if (former === null) return refuse(`${path.join('.')} is not a list`);
  if (act === 'add' && former.includes(value)) return refuse(`${path.join('.')} has ${value} already`);
  if (act === 'remove' && !former.includes(value)) return refuse(`${path.join('.')} does not have ${value}`);
  const splice = act === 'add' ? findAddition(text, tree, path, value) : findRemoval(text, tree, path, value);
  if (splice === null) return refuse(`${path.join('.')} is written in a form that is not changed here`);
  const { at, removed, inserted } = splice;
  const changed = text.slice(0, at) + inserted + text.slice(at + removed);
  const wanted = act === 'add' ? [...former, value] : removeOne(former, value);
  if (!isSame(readYamlLines(changed).value, replaceAt(before.value, path, wanted)))
    return refuse(`${path.join('.')} cannot be changed without changing something else`);
  const start = at + inserted.length - inserted.trimStart().length;
  const line = changed.slice(0, start).split('\n').length;
  return { is: 'edited', text: changed, at, removed: text.slice(at, at + removed), inserted, line };
}

/** The list as it is in a text; null: it is none, or the text no incident file. */
export function readList(text: string, list: EditedList): readonly string[] | null {
  const { value } = readYamlLines(text);
  const path = value === null ? null : findPath(value, list);
  return path === null ? null : listAt(value, path);
}

/** Where people find it: `intruder.addresses`. */
export function describeList(list: EditedList): string {
  switch (list.of) {
    case 'intruder':
      return `intruder.${list.key}`;
    case 'organization':
      return 'organization.addresses';
    case 'mailbox':
      return `addresses of mailbox ${list.custodian}`;
    default:
      return assertNever(list);
  }
}

const refuse = (why: string): ListEdit => ({ is: 'refused', why });

function findPath(value: unknown, list: EditedList): YamlPath | null {
  if (list.of === 'intruder') return ['intruder', list.key];
  if (list.of === 'organization') return ['organization', 'addresses'];
  const mailboxes = memberOf(value, 'mailboxes');
  const at = Array.isArray(mailboxes)
    ? mailboxes.findIndex((mailbox) => memberOf(mailbox, 'custodian') === list.custodian)
    : -1;
  return at < 0 ? null : ['mailboxes', at, 'addresses'];
}

function memberOf(value: unknown, step: string | number): unknown {
  return typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, step)?.value : undefined;
}

/** Null: something else than a list of texts is there. A list that is not there is empty. */
function listAt(value: unknown, path: YamlPath): readonly string[] | null {
  let found = value;
  for (const step of path) {
    if (found === undefined) return [];
    if (typeof found !== 'object' || found === null) return null;
    found = memberOf(found, step);
  }
  if (found === undefined) return [];
  return Array.isArray(found) && found.every((item) => typeof item === 'string') ? found : null;
}

function removeOne(list: readonly string[], value: string): readonly string[] {
  return list.toSpliced(list.indexOf(value), 1);
}

function replaceAt(value: unknown, [step, ...rest]: YamlPath, list: readonly string[]): unknown {
  if (step === undefined) return list;
  const member = replaceAt(memberOf(value, step), rest, list);
  if (Array.isArray(value) && typeof step === 'number') return value.with(step, member);
  return { ...(typeof value === 'object' ? value : {}), [step]: member };
}

/** `undefined` stands for a key without a value. */
function isSame(a: unknown, b: unknown): boolean {
  const toText = (value: unknown): string => JSON.stringify(value, (_, member) => member ?? null);
  return toText(a) === toText(b);
}

function findAddition(text: string, tree: Node, path: YamlPath, value: string): Splice | null {
  let node: Node = tree;
  for (const [at, step] of path.entries()) {
    if (isSeq(node)) {
      const item: unknown = typeof step === 'number' ? node.items[step] : null;
      if (!isNode(item)) return null;
      node = item;
      continue;
    }
    if (!isMap(node)) return null;
    const rest = path.slice(at + 1).map(String);
    const written = toFlow(rest, quote(value));
    const pair = findPair(node, step);
    if (pair === null) return addPair(text, node, `${step}: ${written}`);
    if (isEmpty(pair.value)) return fillPair(text, pair, written);
    if (!isNode(pair.value)) return null;
    node = pair.value;
  }
  return isSeq(node) ? addItem(text, node, quote(value)) : null;
}

/** `[value]` below keys that are not there yet. */
function toFlow(keys: readonly string[], value: string): string {
  return keys.reduceRight((inner, key) => `{ ${key}: ${inner} }`, `[${value}]`);
}

function findPair(map: YAMLMap, key: string | number | undefined): Pair | null {
  return map.items.find((item) => isScalar(item.key) && item.key.value === key) ?? null;
}

const isEmpty = (value: unknown): boolean =>
  value === null || (isScalar(value) && value.source === '' && !value.anchor);

/** Plain where YAML and people read it as it is, inside brackets too. */
function quote(value: string): string {
  if (/^[A-Za-z0-9][A-Za-z0-9._/-]*$/.test(value)) return value;
  const toEscape = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(value).replaceAll(/[\u007f-\u009f\u2028\u2029\ufeff]/g, toEscape);
}

/** `key: # comment` becomes `key: [value] # comment`. */
function fillPair(text: string, { key }: Pair, written: string): Splice | null {
  const end = isNode(key) ? key.range?.[1] : undefined;
  const colon = end === undefined ? -1 : text.indexOf(':', end);
  return colon < 0 ? null : { at: colon + 1, removed: 0, inserted: ` ${written}` };
}

function addPair(text: string, map: YAMLMap, written: string): Splice | null {
  const last = map.items.at(-1);
  const first = map.items[0];
  if (map.flow) {
    const at = last === undefined ? (map.range?.[0] ?? -1) + 1 : endOfPair(text, last);
    return at < 1 ? null : { at, removed: 0, inserted: last === undefined ? ` ${written} ` : `, ${written}` };
  }
  const start = isNode(first?.key) ? first.key.range?.[0] : undefined;
  if (last === undefined || start === undefined) return null;
  return insertLine(text, endOfPair(text, last), `${indentOf(text, start)}${written}`);
}

function addItem(text: string, list: YAMLSeq, value: string): Splice | null {
  const [start] = list.range ?? [];
  const last: unknown = list.items.at(-1);
  if (start === undefined) return null;
  if (list.flow) {
    if (last === undefined) return { at: start + 1, removed: 0, inserted: value };
    const end = isNode(last) ? last.range?.[1] : undefined;
    return end === undefined ? null : { at: end, removed: 0, inserted: `, ${value}` };
  }
  const end = isNode(last) ? last.range?.[1] : undefined;
  return end === undefined ? null : insertLine(text, end, `${indentOf(text, start)}- ${value}`);
}

/** Behind its last sign that is no blank. */
function endOfPair(text: string, { key, value }: Pair): number {
  const end = (isNode(value) ? value.range?.[1] : undefined) ?? (isNode(key) ? key.range?.[1] : undefined) ?? 0;
  return text.slice(0, end).trimEnd().length;
}

/** Blanks up to a place: the dash of a list's item counts as one. */
function indentOf(text: string, at: number): string {
  return ' '.repeat(at - Math.max(text.lastIndexOf('\n', at - 1) + 1, text.startsWith('\uFEFF') ? 1 : 0));
}

/** A new line behind the one in which a place is. */
function insertLine(text: string, near: number, line: string): Splice {
  const end = text.indexOf('\n', text.slice(0, near).trimEnd().length);
  const at = end < 0 ? text.length : text[end - 1] === '\r' ? end - 1 : end;
  return { at, removed: 0, inserted: `${text.includes('\r\n') ? '\r\n' : '\n'}${line}` };
}

function findRemoval(text: string, tree: Node, path: YamlPath, value: string): Splice | null {
  let node: Node = tree;
  for (const step of path) {
    const next: unknown = isSeq(node) ? node.items[Number(step)] : isMap(node) ? findPair(node, step)?.value : null;
    if (!isNode(next)) return null;
    node = next;
  }
  if (!isSeq(node)) return null;
  const at = node.items.findIndex((item) => isScalar(item) && item.value === value);
  const ranges = node.items.map((item) => (isNode(item) ? item.range : null) ?? null);
  const own = ranges[at];
  if (own == null) return null;
  if (node.flow) return removeFlow(text, own, ranges[at - 1]?.[1] ?? null);
  return removeLine(text, own, node.items.length === 1);
}

type Range = readonly [number, number, number];

/** With the comma behind it on its line, else the one before. Comments stay. */
function removeFlow(text: string, [start, end]: Range, before: number | null): Splice {
  const behind = /^[ \t]*,[ \t]*/.exec(text.slice(end));
  if (behind !== null) return { at: start, removed: end - start + behind[0].length, inserted: '' };
  const at = before !== null && /^[ \t]*,[ \t]*$/.test(text.slice(before, start)) ? before : start;
  return { at, removed: end - at, inserted: '' };
}

/** A comment behind it stays on a line of its own. */
function removeLine(text: string, [start, end]: Range, isOnly: boolean): Splice {
  const dash = text.lastIndexOf('-', start - 1);
  if (isOnly) return { at: dash, removed: end - dash, inserted: '[]' };
  const lineStart = text.lastIndexOf('\n', dash) + 1;
  const rest = /^[ \t]*(?:\r?\n|$)/.exec(text.slice(end));
  const isAlone = text.slice(lineStart, dash).trim() === '' && rest !== null;
  if (!isAlone) return { at: dash, removed: end - dash, inserted: '' };
  const removed = end + rest[0].length - lineStart;
  if (rest[0].endsWith('\n')) return { at: lineStart, removed, inserted: '' };
  // The last line of the file: the line end before it goes along.
  const ending = text.slice(0, lineStart).endsWith('\r\n') ? 2 : 1;
  return { at: lineStart - ending, removed: removed + ending, inserted: '' };
}
