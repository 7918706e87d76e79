import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';

/**
 * An append-only text file beside the store and outside its backups. Several processes may write: a short line is
 * atomic.
 */
export interface AppendJournal {
  append(lines: readonly string[]): void;
  close(): void;
}

export function openJournal(path: string): AppendJournal {
  const file = openSync(path, 'a', 0o600);
  return {
    append: (lines) => {
      if (lines.length === 0) return;
      const bytes = Buffer.from(`${lines.join('\n')}\n`);
      if (writeSync(file, bytes) !== bytes.length) throw new Error('the journal took only a part of a line');
    },
    close: () => closeSync(file),
  };
}

/** Its lines so far; a torn last one, of a machine that lost power, is left out. */
export function readJournal(path: string): readonly string[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw cause;
  }
  return text.split('\n').slice(0, -1);
}
