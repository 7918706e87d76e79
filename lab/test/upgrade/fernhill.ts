import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect } from 'vitest';
import { type Ended, typeCommand } from '../notice/notice-desk.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';

const PACKED = join(import.meta.dirname, '../fixtures/fernhill-2026-11.tar.gz');

/**
 * What Candor with rules 2026-11 left behind (../fixtures/README.md), unpacked, with commands run as they are typed.
 */
export interface Fernhill {
  readonly folder: string;
  path(...names: readonly string[]): string;
  type(...words: readonly string[]): Promise<Ended>;
  /** The text of a command that must succeed. */
  done(...words: readonly string[]): Promise<string>;
  json<T>(...words: readonly string[]): Promise<T>;
  /** Two operators agree to something. */
  agree(...words: readonly string[]): Promise<void>;
  code(party: string): string;
  /** Fingerprint of the key set. */
  key(): string;
  edit(file: string, from: string, to: string): void;
}

export function openFernhill(): Fernhill {
  const folder = makeTemporaryFolder();
  execFileSync('tar', ['-xzf', PACKED, '-C', folder]);
  const path = (...names: readonly string[]) => join(folder, ...names);
  // Since then a passphrase that others may read is refused.
  chmodSync(path('passphrase'), 0o600);
  // It was made in another folder; whoever updates Candor leaves everything in its place.
  const store = new Database(path('state/candor.sqlite'));
  store.prepare("update state_fact set value = ? where key = 'incident-file'").run(path('incident.yaml'));
  store.close();
  const state = ['--state', path('state')];
  const type = (...words: readonly string[]) =>
    typeCommand(['verify', 'open'].includes(words[0] ?? '') ? words : [...words, ...state]);
  const done = async (...words: readonly string[]): Promise<string> => {
    const ended = await type(...words);
    expect(ended).toMatchObject({ code: 'done' });
    return ended.text;
  };
  return {
    folder,
    path,
    type,
    done,
    json: async <T>(...words: readonly string[]) => JSON.parse(await done(...words, '--json')) as T,
    agree: async (...words) => {
      for (const name of ['Ines Adler', 'Marek Dvorak']) {
        const key = path('keys', `${name.toLowerCase().replace(' ', '-')}.key`);
        await done(...words, '--as', name, '--key', key, '--passphrase-file', path('passphrase'));
      }
    },
    code: (party) => {
      const codes = JSON.parse(readFileSync(path('codes.json'), 'utf8')) as { party: string; code: string }[];
      return codes.find((one) => one.party === party)?.code ?? '';
    },
    key: () => readFileSync(path('fingerprint'), 'utf8').trim(),
    edit: (file, from, to) => {
      const before = readFileSync(path(file), 'utf8');
      if (!before.includes(from)) throw new Error(`${file} has no ${from}`);
      writeFileSync(path(file), before.replace(from, to));
    },
  };
}
