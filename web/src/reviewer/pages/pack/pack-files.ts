import { escapeHtml, type Instant, type Json, toCanonicalJson } from '@candor/core/base';
import type { Language } from '@candor/core/notice/text';
import { sha256 } from '@noble/hashes/sha2.js';
import { makeZip } from 'client-zip';
import type { ReviewerCatalogue } from '../../../i18n/catalogues.ts';
import { fill, formatTime, type LanguageRules } from '../../../ui/words.ts';
import type { ProofFiles } from '../../bridge/export-calls.ts';
import { type PackDocument, type PackRun, REGIMES, toPackDocument } from './pack-document.ts';
import { type PackSource, toPackFigures } from './pack-figures.ts';
import { type PackTable, type TableSource, toPackTables, toTableCsv } from './pack-tables.ts';

const STYLE = `
:root { color-scheme: light; font: 14px/20px system-ui, "Noto Sans", sans-serif; font-variant-numeric: tabular-nums }
body { margin: 24px auto; max-width: 840px; padding: 0 16px; color: #18201d } h1 { font-size: 20px; line-height: 28px } h2 { font-size: 16px; line-height: 24px; margin: 24px 0 8px }
p { margin: 0 0 8px } ul { margin: 0 0 8px; padding: 0; list-style: none } mark { background: #fff0b8 } .small { font-size: 12px; line-height: 16px; color: #5d6963 }
table { border-collapse: collapse; width: 100% } th, td { text-align: left; vertical-align: top; padding: 4px 16px 4px 0; border-bottom: 1px solid #d8dcd8; overflow-wrap: anywhere } th { font-size: 12px; color: #5d6963 }
a { color: #0b5f58 } @media print { body { margin: 0; max-width: none } h2 { break-after: avoid } tr { break-inside: avoid } }
`;

export interface PackRequest extends PackSource {
  readonly language: Language;
  readonly rules: LanguageRules;
  readonly words: ReviewerCatalogue['report'];
  readonly templates: ReviewerCatalogue['reportTexts'];
  readonly made: Instant;
  readonly proofs: ProofFiles;
  readonly toSearch: TableSource['toSearch'];
  readonly toReason: TableSource['toReason'];
  readonly toKind: TableSource['toKind'];
}

export interface PackFile {
  readonly name: string;
  readonly text: string;
}

/** The files of the report, in order. The same request gives the same bytes. */
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

/** One zip of all files; zip times have no time zone, so all have the oldest possible one. */
export function toPackArchive(files: readonly PackFile[]): Promise<Blob> {
  const members = files.map(({ name, text }) => ({
    name,
    input: text,
    lastModified: new Date(1980, 0, 1),
    mode: 0o600,
  }));
  return new Response(makeZip(members), { headers: { 'content-type': 'application/zip' } }).blob();
}

/** A self-contained page that runs nothing: the policy allows this one style, and every text is escaped. */
function toPackPage(document: PackDocument, tables: readonly PackTable[], footer: readonly string[]): string {
  const digest = toBase64(sha256(new TextEncoder().encode(STYLE)));
  const title = document.title.map(({ text }) => text).join('');
  return `<!doctype html>
<html lang="${document.language}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style></head><body><main>
<h1>${toHtml(document.title)}</h1>
<p class="small">${escapeHtml(document.source)}</p>
${document.parts.map(({ heading, paragraphs }) => `<h2>${escapeHtml(heading)}</h2>\n${toParagraphs(paragraphs)}`).join('\n')}
${tables.map(toHtmlTable).join('\n')}
${footer.map((text) => `<p class="small">${escapeHtml(text)}</p>`).join('\n')}
</main></body></html>
`;
}

function toParagraphs(paragraphs: PackDocument['parts'][number]['paragraphs']): string {
  const lines = paragraphs.map(({ isListed, runs }) =>
    isListed ? `<li>– ${toHtml(runs)}</li>` : `<p>${toHtml(runs)}</p>`,
  );
  return lines.join('\n').replace(/(?:<li>[^\n]*<\/li>\n?)+/g, (items) => `<ul>${items.trimEnd()}</ul>\n`);
}

function toHtml(runs: readonly PackRun[]): string {
  return runs.map(toRunHtml).join('');
}

function toRunHtml(run: PackRun): string {
  const text = escapeHtml(run.text);
  switch (run.kind) {
    case 'words':
      return text;
    case 'gap':
      return `<mark>[${text}]</mark>`;
    case 'figure':
      return `<a href="#${run.figure.name}">${text}</a>`;
  }
}

function toHtmlTable({ title, columns, rows }: PackTable): string {
  const head = columns.map((column) => `<th scope="col">${escapeHtml(column)}</th>`).join('');
  const body = rows.map(({ anchor, cells }) => {
    const id = anchor === null ? '' : ` id="${escapeHtml(anchor)}"`;
    return `<tr${id}>${cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`;
  });
  return `<h2>${escapeHtml(title)}</h2>\n<table><thead><tr>${head}</tr></thead><tbody>\n${body.join('\n')}\n</tbody></table>`;
}

function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
