import type { TextLine } from './text-line.ts';

/**
 * An earlier message in another's text: the statements of its header block (`From: … Sent: … To: …`) or attribution
 * line (`On … Jo <jo@…> wrote:`), and its lines. Everything is the text author's.
 */
export interface QuotedBlock {
  /** Lower case, as written. */
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** Header block value without label; empty when missing. */
  readonly subject: string;
  /**
   * The lines of the head and of the content that a person may give, as they stand, without marks of quotation; blind
   * recipients left out.
   */
  readonly head: readonly string[];
  readonly content: readonly string[];
}

/** A longer line is no label or attribution. */
const MAX_LABEL_LINE_CHARS = 4000;
/** Lines of a header block: recipients of a long list are folded. */
const MAX_HEAD_LINES = 60;
/** Blocks of one text that are distinguished; a thread of more answers than this is cut there. */
const MAX_BLOCKS = 200;

type Label = 'from' | 'to' | 'bcc' | 'other' | 'subject';

/** In the languages of the notices. */
const LABELS: ReadonlyMap<string, Label> = new Map<string, Label>([
  ...['from', 'von', 'de', 'expéditeur', 'remitente'].map((word) => [word, 'from'] as const),
  ...['to', 'cc', 'an', 'kopie', 'à', 'a', 'para'].map((word) => [word, 'to'] as const),
  ...['bcc', 'blindkopie', 'cci', 'cco'].map((word) => [word, 'bcc'] as const),
  ...['sent', 'date', 'gesendet', 'datum', 'envoyé', 'enviado', 'fecha', 'enviado el'].map(
    (word) => [word, 'other'] as const,
  ),
  ...['subject', 'betreff', 'objet', 'asunto'].map((word) => [word, 'subject'] as const),
]);

interface LabelLine {
  readonly label: Label;
  readonly value: string;
}

interface OpenBlock {
  readonly at: number;
  /** Where its content begins, and how deep that is marked. */
  readonly start: number;
  readonly depth: number;
  readonly head: Omit<QuotedBlock, 'content'>;
}

/**
 * All earlier messages that the lines name, in their order. Each has the lines up to the next one, or to where less
 * deeply marked text begins.
 */
export function findQuotedBlocks(lines: readonly TextLine[]): readonly QuotedBlock[] {
  const opened: OpenBlock[] = [];
  for (let at = 0; at < lines.length && opened.length < MAX_BLOCKS; at += 1) {
    const block = readHeaderBlock(lines, at) ?? readAttribution(lines, at);
    if (block === null) continue;
    opened.push(block);
    at = block.start - 1;
  }
  return opened.map((block, number) => ({
    ...block.head,
    content: listContent(lines, block, opened[number + 1]?.at ?? lines.length),
  }));
}

function readHeaderBlock(lines: readonly TextLine[], at: number): OpenBlock | null {
  const first = lines[at];
  const begun = first === undefined ? null : readLabel(first.text);
  if (first === undefined || begun?.label !== 'from') return null;
  const fields: { label: Label; value: string; lines: string[] }[] = [];
  let start = at;
  for (; start < lines.length && start - at < MAX_HEAD_LINES; start += 1) {
    const line = lines[start];
    if (line === undefined || line.depth !== first.depth || line.text.trim() === '') break;
    const read = readLabel(line.text);
    const last = fields.at(-1);
    if (read !== null) fields.push({ ...read, lines: [line.text] });
    else if (last !== undefined && isFolded(line.text, last.value)) {
      last.value += ` ${line.text.trim()}`;
      last.lines.push(line.text);
    } else break;
  }
  if (!fields.some(({ label }) => label !== 'from')) return null;
  const of = (label: Label): string[] =>
    fields.filter((field) => field.label === label).flatMap(({ value }) => listAddresses(value));
  return {
    at,
    start,
    depth: first.depth,
    head: {
      from: of('from'),
      to: of('to'),
      subject: fields.find(({ label }) => label === 'subject')?.value ?? '',
      head: fields.filter(({ label }) => label !== 'bcc').flatMap((field) => field.lines),
    },
  };
}

function readLabel(text: string): LabelLine | null {
  if (text.length > MAX_LABEL_LINE_CHARS) return null;
  const match = /^[\s*_]{0,8}([\p{L} ]{1,12}?)[*_]{0,2}[ \t]{0,4}:[*_]{0,2}(?:\s|$)/u.exec(text);
  const label = match === null ? undefined : LABELS.get((match[1] ?? '').toLowerCase());
  return match === null || label === undefined ? null : { label, value: text.slice(match[0].length).trim() };
}

/** Recipients go on in the next line, which is set in, or follows an open list. */
function isFolded(text: string, before: string): boolean {
  return text.length <= MAX_LABEL_LINE_CHARS && (/^\s/.test(text) || /[;,]$/.test(before));
}

/** A line, or two, that name an address and end with a colon, before text that is marked more deeply. */
function readAttribution(lines: readonly TextLine[], at: number): OpenBlock | null {
  const first = lines[at];
  if (first === undefined || first.text.trim() === '' || first.text.length > MAX_LABEL_LINE_CHARS) return null;
  let end = at;
  if (!first.text.trimEnd().endsWith(':')) {
    end += 1;
    const second = lines[end];
    if (second?.depth !== first.depth || second.text.length > MAX_LABEL_LINE_CHARS) return null;
    if (!second.text.trimEnd().endsWith(':')) return null;
    // A line that names somebody is the whole attribution, and the previous line is text.
    if (!second.text.trimStart().startsWith('<') && listAddresses(second.text).length > 0) return null;
  }
  const head = lines.slice(at, end + 1).map(({ text }) => text);
  const from = listAddresses(head.join(' '));
  if (from.length === 0) return null;
  let start = end + 1;
  while (lines[start]?.text.trim() === '' && lines[start]?.depth === first.depth) start += 1;
  const depth = lines[start]?.depth ?? 0;
  return depth > first.depth ? { at, start, depth, head: { from, to: [], subject: '', head } } : null;
}

/** If somebody wrote between marked lines, the block has only these; without marks it has all lines to the end. */
function listContent(lines: readonly TextLine[], { start, depth }: OpenBlock, end: number): string[] {
  const content: string[] = [];
  for (const line of lines.slice(start, end)) {
    if (line.depth >= depth) content.push(`${'> '.repeat(line.depth - depth)}${line.text}`);
    else if (content.length > 0 && content.at(-1) !== '') content.push('');
  }
  while (content.length > 0 && isRuleOrBlank(content.at(-1) ?? '')) content.pop();
  while (content.length > 0 && content[0]?.trim() === '') content.shift();
  return content;
}

/** `-----Original Message-----` belongs to what follows it. */
function isRuleOrBlank(text: string): boolean {
  return text.trim() === '' || (text.length < 200 && /^[\s>]{0,20}(?:[-_=*]{5,}|-{2,}[^-]{1,60}-{2,})\s*$/.test(text));
}

function listAddresses(text: string): string[] {
  const found = text.match(/(?<![^\s<>()[\]:;,"'|])[^\s<>()[\]:;,"'|]+@[^\s<>()[\]:;,"'|]+/g) ?? [];
  return [...new Set(found.map((address) => address.toLowerCase().replace(/\.$/, '')))];
}
