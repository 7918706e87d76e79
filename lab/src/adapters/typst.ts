import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

/** Prints typst documents as PDF. Text comes in as data (`sys.inputs`), never as typst code: a name cannot become a command. */
export interface Press {
  /**
   * The document with its inputs as a tagged PDF (PDF/UA-1, readable by screen readers); the same source, inputs and time give the same bytes.
   * @throws a fault when the source does not compile.
   */
  print(source: string, inputs: Readonly<Record<string, string>>, madeAt: number): Uint8Array;
  close(): void;
}

/** Documents whose intermediate results the compiler keeps: a wave's letters differ in their inputs alone. */
const KEPT_DOCUMENTS = 10;

/** Opens the compiler in an empty folder of its own: a document can read no file of the machine. */
export function openPress(): Press {
  const workspace = mkdtempSync(join(tmpdir(), 'candor-press-'));
  const compiler = NodeCompiler.create({ workspace });
  return {
    print: (source, inputs, madeAt) => {
      const pdf = compiler.pdf(
        { mainFileContent: source, inputs: { ...inputs } },
        { pdfStandard: 'ua-1', creationTimestamp: madeAt },
      );
      compiler.evictCache(KEPT_DOCUMENTS);
      return pdf;
    },
    close: () => rmSync(workspace, { recursive: true, force: true }),
  };
}
