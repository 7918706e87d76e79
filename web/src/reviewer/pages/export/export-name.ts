import type { ExportKind } from '../../bridge/export-calls.ts';

/** An export of opened messages, or the sealed release itself. */
export type SavedKind = ExportKind | 'release';

const ENDINGS: Readonly<Record<SavedKind, readonly [ending: string, type: string]>> = {
  mbox: ['mbox', 'application/mbox'],
  'eml-zip': ['zip', 'application/zip'],
  csv: ['csv', 'text/csv;charset=utf-8'],
  json: ['json', 'application/json'],
  release: ['candor', 'application/octet-stream'],
};

/** A file name valid on every system, from party and release only: it does not reveal the search. */
export function toExportName(kind: SavedKind, party: string, release: number): string {
  return `${toSafeName(party)}-release-${release}.${ENDINGS[kind][0]}`;
}

export function toExportType(kind: SavedKind): string {
  return ENDINGS[kind][1];
}

const LONGEST_NAME_CHARS = 100;

export function toSafeName(text: string): string {
  const safe = text
    .toLowerCase()
    .replace(/[^a-z0-9.-]+/g, '-')
    .slice(0, LONGEST_NAME_CHARS)
    .replace(/^[.-]+|(?<![.-])[.-]+$/g, '');
  return safe === '' ? 'messages' : safe;
}
