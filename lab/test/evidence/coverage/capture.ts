import { mkdirSync, statSync } from 'node:fs';
import { WHOLE_EVIDENCE } from '@candor/core/evidence/container';
import { createNodeRuntime } from '../../../src/adapters/process/runtime.ts';
import { toRawPath } from '../../../src/evidence/file-name.ts';
import type { CopyRow } from '../../../src/evidence/protocol.ts';
import { CHUNK_BYTES, Spool } from '../../../src/evidence/reader/content.ts';
import { createMessagePort } from '../../../src/evidence/reader/message-port.ts';
import { readItem } from '../../../src/evidence/reader/read-item.ts';
import { Report } from '../../../src/evidence/reader/report.ts';

/** A message of an Outlook file in the form in which the reader of mail gets it. */
export interface Captured {
  readonly folder: string | null;
  readonly bytes: Buffer;
}

class CapturingReport extends Report {
  readonly captured: Captured[] = [];
  readonly #take: () => Buffer;

  constructor(take: () => Buffer) {
    super({ items: [], from: { item: 0, unit: 0 }, guilty: [], careful: false, questions: null });
    this.#take = take;
  }

  override addCopy(row: CopyRow): void {
    this.captured.push({ folder: row[1], bytes: this.#take() });
  }

  override addProblem(): void {}
  override endItem(): void {}
  override countBytes(): void {}
}

/**
 * Reads a PST, OST or MSG in this process and keeps the composed messages. Only for files that a confined reader has
 * survived.
 */
export async function captureMessages(path: string, spool: string): Promise<readonly Captured[]> {
  mkdirSync(spool, { recursive: true });
  const port = createMessagePort(createNodeRuntime(), null, { is: 'copies' });
  let written: Buffer[] = [];
  const reader = {
    write: (bytes: Uint8Array): void => {
      written.push(Buffer.from(bytes));
      port.reader.write(bytes);
    },
    end: (bytes?: Uint8Array) => {
      if (bytes !== undefined) written.push(Buffer.from(bytes));
      return port.reader.end(bytes);
    },
  };
  const report = new CapturingReport(() => {
    const bytes = Buffer.concat(written);
    written = [];
    return bytes;
  });
  const item = {
    is: 'file',
    raw: toRawPath(path),
    location: 'captured',
    placement: WHOLE_EVIDENCE,
    size: statSync(path).size,
  } as const;
  const unsilence = silenceConsole();
  await readItem(item, 0, { ...port, reader }, report, new Spool(spool), Buffer.allocUnsafe(CHUNK_BYTES));
  unsilence();
  return report.captured;
}

/** The library prints class names that it does not know. */
function silenceConsole(): () => void {
  const { log, warn, error } = console;
  for (const method of ['log', 'warn', 'error'] as const) console[method] = () => {};
  return () => {
    Object.assign(console, { log, warn, error });
  };
}
