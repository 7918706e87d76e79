import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

/** Typesets documents. Text comes in as data (`sys.inputs`), never as typst code: a name cannot become a command. */
export interface Typesetter {
  /** @throws a fault when the source does not compile. */
  typeset(source: string, inputs: Readonly<Record<string, string>>): TypesetDocument;
  close(): void;
}

/** A document that is laid out. */
export interface TypesetDocument {
  readonly pages: number;
  /** A tagged PDF (PDF/UA-1, readable by screen readers); the same source, inputs and time give the same bytes. */
  toPdf(madeAt: number): Uint8Array;
  /** All pages below each other, without their white ground. */
  toSvg(): string;
  /** Values of the source's `metadata` with this label: positions of its parts. */
  find(label: string): readonly unknown[];
}

/** Documents whose intermediate results the compiler keeps: a wave's letters differ only in their inputs. */
const KEPT_DOCUMENTS = 10;

const GROUND =
  /<path class="typst-shape" fill="#ffffff" fill-rule="nonzero" d="M 0 0v [\d.]+ h [\d.]+ v -[\d.]+ Z "\/>/g;

/** Opens the compiler in its own empty folder: a document can read no file of the machine. */
export function openTypesetter(): Typesetter {
  const workspace = mkdtempSync(join(tmpdir(), 'candor-press-'));
  const compiler = NodeCompiler.create({ workspace });
  return {
    typeset: (source, inputs) => {
      const compiled = compiler.compile({ mainFileContent: source, inputs: { ...inputs } });
      const document = compiled.result;
      if (document === null)
        throw new Error(`a document does not compile: ${JSON.stringify(compiled.takeError()?.shortDiagnostics ?? [])}`);
      compiler.evictCache(KEPT_DOCUMENTS);
      return {
        pages: document.numOfPages,
        toPdf: (madeAt) => compiler.pdf(document, { pdfStandard: 'ua-1', creationTimestamp: madeAt }),
        // The ground of a later page is drawn over the first one.
        toSvg: () => compiler.plainSvg(document).replaceAll(GROUND, ''),
        find: (label) => compiler.query(document, { selector: `<${label}>`, field: 'value' }) as unknown[],
      };
    },
    close: () => rmSync(workspace, { recursive: true, force: true }),
  };
}
