import { type Instant, type Json, toCanonicalJson } from '@candor/core/base';
import type { Language } from '@candor/core/notice/text';
import { makeZip } from 'client-zip';
import { type PackTemplates, REGIMES } from '../../../i18n/reviewer/pack-template.ts';
import type { PackWords } from '../../../i18n/reviewer/pack-words.ts';
import { fill, formatTime, type LanguageRules } from '../../../ui/words.ts';
import type { ProofFiles } from '../../bridge/proof-files.ts';
import { toPackDocument } from './pack-document.ts';
import { type PackSource, toPackFigures } from './pack-figures.ts';
import { toPackPage } from './pack-page-file.ts';
import type { TableSource } from './pack-tables.ts';
import { toPackTables, toTableCsv } from './pack-tables.ts';

export interface PackRequest extends PackSource {
  readonly language: Language;
  readonly rules: LanguageRules;
  readonly words: PackWords;
  readonly templates: PackTemplates;
  readonly made: Instant;
  readonly proofs: ProofFiles;
  readonly toSearch: TableSource['toSearch'];
  readonly toReason: TableSource['toReason'];
}

export interface PackFile {
  readonly name: string;
  readonly text: string;
}

/** The files of the pack, in order. The same request gives the same bytes. */
export function toPackFiles(request: PackRequest): readonly PackFile[] {
  const { language, rules, words, templates, made, proofs, facts } = request;
  const figures = toPackFigures(request, language);
  const tables = toPackTables({ ...request, figures });
  const footer = [
    fill(words.madeAt, { time: formatTime(rules, made), release: String(request.release.manifest.release) }),
    fill(words.madeFrom, { organization: request.release.manifest.organization }),
  ];
  const pages = REGIMES.map((regime): PackFile => {
    const document = toPackDocument(templates[regime], figures, { language, rules, unknown: words.unknown });
    return { name: `${regime}.html`, text: toPackPage(document, tables, footer) };
  });
  const values = Object.fromEntries(Object.values(figures).map(({ name, value }) => [name, value]));
  const json = toCanonicalJson({ v: 1, kind: 'pack', made, figures: values, facts } as unknown as Json);
  return [
    ...pages,
    ...tables.map((table): PackFile => ({ name: `tables/${table.name}.csv`, text: toTableCsv(table) })),
    { name: 'pack.json', text: `${json}\n` },
    ...Object.entries(proofs).map(([name, text]): PackFile => ({ name: `proofs/${name}`, text })),
  ];
}

/** One file of all of them; times of a zip have no keyWorker, so all bear the oldest that it can write. */
export function toPackArchive(files: readonly PackFile[]): Promise<Blob> {
  const members = files.map(({ name, text }) => ({
    name,
    input: text,
    lastModified: new Date(1980, 0, 1),
    mode: 0o600,
  }));
  return new Response(makeZip(members), { headers: { 'content-type': 'application/zip' } }).blob();
}
