import { openSync, readFileSync, statSync, writeSync } from 'node:fs';
import { ReadStream } from 'node:tty';
import { Refusal } from '@candor/core/base';
import { assertOwnerOnly } from '../files/owner-only.ts';

/** Maximum size; a larger file is not a passphrase. */
const longestBytes = 1024;

/** Out of the file where there is one; otherwise a person types it. */
export function toPassphrase(file: string | null | undefined, question: string): () => Promise<string> {
  return async () => (file == null ? askPassphrase(question) : readPassphraseFile(file));
}

/**
 * The first line of a file, for machines and tests; a person types.
 * @throws Refusal when it cannot be read, or others than its owner may read it.
 */
export function readPassphraseFile(path: string): string {
  let text: string;
  try {
    assertOwnerOnly(path, 'open-passphrase', 'passphrase');
    if (statSync(path).size > longestBytes)
      throw new Refusal('no-passphrase', [`${path}: this is too long for a passphrase`]);
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    if (cause instanceof Refusal) throw cause;
    throw new Refusal('no-passphrase', [`${path}: the passphrase cannot be read from this file`]);
  }
  return text.split(/\r?\n/)[0] ?? '';
}

/**
 * Asks on the terminal without echo.
 * @throws Refusal without a terminal.
 */
async function askPassphrase(question: string): Promise<string> {
  let descriptor: number;
  try {
    descriptor = openSync('/dev/tty', 'r+');
  } catch {
    throw new Refusal('no-passphrase', ['no terminal to ask for the passphrase; give --passphrase-file FILE']);
  }
  const terminal = new ReadStream(descriptor);
  writeSync(descriptor, question);
  terminal.setRawMode(true);
  try {
    return await readLine(terminal);
  } finally {
    terminal.setRawMode(false);
    writeSync(descriptor, '\n');
    terminal.destroy();
  }
}

async function readLine(terminal: ReadStream): Promise<string> {
  let typed = '';
  for await (const chunk of terminal.setEncoding('utf8') as AsyncIterable<string>) {
    for (const symbol of chunk) {
      if (symbol === '\r' || symbol === '\n') return typed;
      if (symbol === '\u0003' || symbol === '\u0004')
        throw new Refusal('no-passphrase', ['stopped; nothing was signed']);
      if (symbol === '\u007f' || symbol === '\b') typed = [...typed].slice(0, -1).join('');
      else if (typed.length < longestBytes) typed += symbol;
    }
  }
  return typed;
}
