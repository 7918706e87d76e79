import { readInstant } from '@candor/core/base';
import {
  type IndexConsumer,
  type IndexedMessage,
  type IndexLine,
  type IndexOpening,
  type IndexTables,
  type ReleaseStatement,
  toIndexedMessage,
} from '@candor/core/review/seal';
import { fold } from '../../bridge/fold.ts';
import {
  DIRECTIONS,
  type Direction,
  FOUND_KINDS,
  type FoundKind,
  MARKS,
  type Mark,
  NO_DATE,
  type ReleasedVerdict,
  VERDICTS,
} from '../../bridge/released-message.ts';
import { DigestColumn, DigestFinder } from './digest-column.ts';
import { FindingColumn } from './finding-column.ts';
import { PlaceLists } from './place-lists.ts';
import { TextColumn } from './text-column.ts';

interface Attachments {
  readonly ofRow: PlaceLists;
  readonly digests: DigestColumn;
  readonly names: string[];
  readonly sizes: number[];
  readonly types: string[];
}

/**
 * The index of a release, column by column, in file order: newest first. It fills while the file is read, so that the
 * first rows can be shown early; readers use rows below `count`.
 */
export class MessageTable implements IndexConsumer {
  #head: (IndexOpening & IndexTables) | null = null;
  #count = 0;
  #ids = new DigestColumn(0);
  #objects = new DigestColumn(0);
  #finder = new DigestFinder(this.#ids, 0);
  #attachments = openAttachments(0);
  #why = new PlaceLists(0);
  #findings = new FindingColumn(0);
  #kindBits: readonly number[] = [];
  verdicts = new Uint8Array(0);
  directions = new Uint8Array(0);
  /** One bit per mark, by its index in `MARKS`. */
  marks = new Uint8Array(0);
  /** One bit per kind of finding, by its index in `FOUND_KINDS`. */
  kinds = new Uint32Array(0);
  dates = new Float64Array(0);
  subjects = new TextColumn();
  from = new PlaceLists(0);
  to = new PlaceLists(0);
  cc = new PlaceLists(0);
  custodians = new PlaceLists(0);
  foldedAddresses: readonly string[] = [];

  head(head: IndexOpening & IndexTables): void {
    const rows = head.messages;
    this.#head = head;
    this.#ids = new DigestColumn(rows);
    this.#objects = new DigestColumn(rows);
    this.#finder = new DigestFinder(this.#ids, rows);
    this.#attachments = openAttachments(rows);
    this.#why = new PlaceLists(rows);
    this.#findings = new FindingColumn(rows);
    this.#kindBits = head.values.map(({ kind }) => toKindBit(kind));
    this.kinds = new Uint32Array(rows);
    this.verdicts = new Uint8Array(rows);
    this.directions = new Uint8Array(rows);
    this.marks = new Uint8Array(rows);
    this.dates = new Float64Array(rows);
    this.from = new PlaceLists(rows);
    this.to = new PlaceLists(rows);
    this.cc = new PlaceLists(rows);
    this.custodians = new PlaceLists(rows);
    this.foldedAddresses = head.addresses.map(fold);
  }

  line(line: IndexLine): void {
    const row = this.#count;
    this.#ids.add(line.id);
    this.#objects.add(line.object);
    this.#finder.add(row);
    this.#why.add(line.why.flat());
    this.#addAttachments(line.attachments);
    this.#findings.add(line.findings);
    this.kinds[row] = line.findings.reduce((bits, [value]) => bits | (this.#kindBits[value] ?? 0), 0);
    this.verdicts[row] = VERDICTS.indexOf(line.verdict);
    this.directions[row] = DIRECTIONS.indexOf(line.direction);
    this.marks[row] = line.marks.reduce((bits, mark) => bits | (1 << MARKS.indexOf(mark)), 0);
    this.dates[row] = line.date === null ? NO_DATE : (readInstant(line.date) ?? NO_DATE);
    this.subjects.add(line.subject);
    this.from.add(line.from);
    this.to.add(line.to);
    this.cc.add(line.cc);
    this.custodians.add(line.custodians);
    this.#count += 1;
  }

  get count(): number {
    return this.#count;
  }

  get expected(): number {
    return this.#head?.messages ?? 0;
  }

  get statement(): ReleaseStatement | null {
    return this.#head?.statement ?? null;
  }

  get addresses(): readonly string[] {
    return this.#head?.addresses ?? [];
  }

  get reasons(): IndexTables['reasons'] {
    return this.#head?.reasons ?? [];
  }

  findRow(id: string): number | null {
    return this.#finder.find(id);
  }

  findObject(id: string): string | null {
    const row = this.findRow(id);
    return row === null ? null : this.#objects.at(row);
  }

  *ids(): Iterable<string> {
    for (let row = 0; row < this.#count; row += 1) yield this.#ids.at(row);
  }

  id(row: number): string {
    return this.#ids.at(row);
  }

  reasonsOf(row: number): number[] {
    return [...this.#why.at(row)].filter((_, at) => at % 2 === 0);
  }

  attachmentCount(row: number): number {
    return this.#attachments.ofRow.count(row);
  }

  /** Rows with an attachment name that contains the folded `needle`. */
  markAttachments(needle: string, rows: Uint8Array): void {
    const { names, ofRow } = this.#attachments;
    const wanted = Uint8Array.from(names, (name) => (fold(name).includes(needle) ? 1 : 0));
    for (let row = 0; row < this.#count; row += 1) if (ofRow.has(row, wanted)) rows[row] = 1;
  }

  verdict(row: number): ReleasedVerdict {
    return VERDICTS[this.verdicts[row] ?? 0] ?? 'undetermined';
  }

  direction(row: number): Direction {
    return DIRECTIONS[this.directions[row] ?? 0] ?? 'received';
  }

  marksOf(row: number): readonly Mark[] {
    return MARKS.filter((_, bit) => ((this.marks[row] ?? 0) & (1 << bit)) !== 0);
  }

  kindsOf(row: number): readonly FoundKind[] {
    return FOUND_KINDS.filter((_, bit) => ((this.kinds[row] ?? 0) & (1 << bit)) !== 0);
  }

  get values(): IndexTables['values'] {
    return this.#head?.values ?? [];
  }

  valuesOf(row: number): ReadonlySet<number> {
    return this.#findings.valuesOf(row);
  }

  /** A row as in the index, with all texts. */
  indexed(row: number): IndexedMessage {
    const tables = this.#head;
    if (tables === null || row >= this.#count) throw new Error('no such row');
    const date = this.dates[row] ?? NO_DATE;
    const why = this.#why.at(row);
    const line: IndexLine = {
      id: this.#ids.at(row),
      object: this.#objects.at(row),
      verdict: this.verdict(row),
      direction: this.direction(row),
      date: date === NO_DATE ? null : toDateText(date),
      subject: this.subjects.at(row),
      from: [...this.from.at(row)],
      to: [...this.to.at(row)],
      cc: [...this.cc.at(row)],
      custodians: [...this.custodians.at(row)],
      why: Array.from({ length: why.length / 2 }, (_, at) => [why[at * 2] ?? 0, why[at * 2 + 1] ?? 0]),
      attachments: this.#listAttachments(row),
      marks: this.marksOf(row).toSorted(),
      findings: this.#findings.at(row),
    };
    return toIndexedMessage(line, tables);
  }

  #addAttachments(attachments: IndexedMessage['attachments']): void {
    const { ofRow, digests, names, sizes, types } = this.#attachments;
    ofRow.add(attachments.map((_, at) => names.length + at));
    for (const { digest, name, size, type } of attachments) {
      digests.add(digest);
      names.push(name);
      sizes.push(size);
      types.push(type);
    }
  }

  #listAttachments(row: number): IndexedMessage['attachments'] {
    const { ofRow, digests, names, sizes, types } = this.#attachments;
    return [...ofRow.at(row)].map((at) => ({
      digest: digests.at(at),
      name: names[at] ?? '',
      size: sizes[at] ?? 0,
      type: types[at] ?? '',
    }));
  }
}

function toKindBit(kind: string): number {
  const place = (FOUND_KINDS as readonly string[]).indexOf(kind);
  return place < 0 ? 0 : 1 << place;
}

function openAttachments(rows: number): Attachments {
  return { ofRow: new PlaceLists(rows), digests: new DigestColumn(0), names: [], sizes: [], types: [] };
}

function toDateText(instant: number): string {
  return `${new Date(instant * 1000).toISOString().slice(0, -5)}Z`;
}
