import { toCsvLine } from '@candor/core/impact/exchange';
import { toHarmlessCell } from '@candor/core/review/opened';
import type { ReviewerCatalogue } from '../../../i18n/catalogues.ts';
import { fill, formatNumber, formatTime, type LanguageRules } from '../../../ui/words.ts';
import type { CountedAddress, PackFacts } from '../../bridge/pack-facts.ts';
import type { FoundKind } from '../../bridge/released-message.ts';
import { formatFigure } from './pack-document.ts';
import { FIGURE_NAMES, type PackFigures, type PackQuery } from './pack-figures.ts';

/** A table of the report in one language. */
export interface PackTable {
  readonly name: 'figures' | 'told' | 'people' | 'custodians' | 'attachments' | 'found' | 'doubts';
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly anchor: string | null; readonly cells: readonly string[] }[];
}

export interface TableSource {
  readonly facts: PackFacts;
  readonly figures: PackFigures;
  readonly words: ReviewerCatalogue['report'];
  readonly rules: LanguageRules;
  toSearch(query: PackQuery): string;
  toKind(kind: FoundKind): string;
  toReason(code: string, sentence: string): string;
}

/**
 * Everything behind the texts: each figure with its search, what was notified when, who is affected, and what is in
 * doubt.
 */
export function toPackTables(source: TableSource): readonly PackTable[] {
  const { facts, figures, words, rules } = source;
  const number = (n: number): string => formatNumber(rules, n);
  const organization = toText(source, 'organization');
  const addresses = (counted: readonly CountedAddress[]) =>
    counted.map(({ address, messages }) => toRow([address, number(messages)]));
  return [
    {
      name: 'figures',
      title: words.figuresTitle,
      columns: words.figureColumns,
      rows: FIGURE_NAMES.map((name) => {
        const { query } = figures[name];
        const cells = [words.figures[name], toText(source, name), query === null ? '' : source.toSearch(query)];
        return { anchor: name, cells };
      }),
    },
    {
      name: 'told',
      title: words.tellingsTitle,
      columns: words.tellingColumns,
      rows: toTellings(source),
    },
    { name: 'people', title: words.peopleTitle, columns: words.addressColumns, rows: addresses(facts.people) },
    {
      name: 'custodians',
      title: fill(words.custodiansTitle, { organization }),
      columns: words.addressColumns,
      rows: addresses(facts.custodians),
    },
    {
      name: 'attachments',
      title: words.typesTitle,
      columns: words.typeColumns,
      rows: facts.attachments.types.map(({ type, files }) => toRow([type, number(files)])),
    },
    {
      name: 'found',
      title: words.foundTitle,
      columns: words.foundColumns,
      rows: facts.found.map(({ kind, messages, values, certain, accepted }) =>
        toRow([
          source.toKind(kind),
          ...[messages, values, certain, accepted].map((n) => (n === null ? '' : number(n))),
        ]),
      ),
    },
    {
      name: 'doubts',
      title: words.doubtsTitle,
      columns: words.doubtColumns,
      rows: facts.doubts.map(({ code, sentence, messages }) =>
        toRow([source.toReason(code, sentence), number(messages)]),
      ),
    },
  ];
}

function toTellings(source: TableSource): PackTable['rows'] {
  const { figures, words, rules } = source;
  const releasedAt = figures.releasedAt.value;
  const at = releasedAt.kind === 'time' ? formatTime(rules, releasedAt.at) : words.unknown;
  const values = { release: toText(source, 'release'), n: toText(source, 'readable') };
  const proof = `${toText(source, 'logOrigin')} ${toText(source, 'logPosition')}`;
  return [
    toRow([words.toldNotice, toText(source, 'told'), toText(source, 'keySet')]),
    toRow([fill(words.toldRelease, values), at, proof]),
  ];
}

function toText({ figures, rules, words }: TableSource, name: keyof PackFigures): string {
  return formatFigure(figures[name], rules) ?? words.unknown;
}

function toRow(cells: readonly string[]): PackTable['rows'][number] {
  return { anchor: null, cells };
}

/** As CSV: addresses and types come from senders, so no cell starts a formula. */
export function toTableCsv({ columns, rows }: PackTable): string {
  const lines = [columns, ...rows.map(({ cells }) => cells)];
  return lines.map((cells) => toCsvLine(cells.map((cell) => toHarmlessCell(cell)))).join('');
}
