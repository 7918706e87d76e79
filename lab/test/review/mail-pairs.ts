import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import PostalMime from 'postal-mime';

const COMPARER = join(import.meta.dirname, 'mail_parts.py');
const MOST_OUTPUT_BYTES = 256 * 1024 * 1024;

export interface Compared {
  readonly compared: number;
  readonly differing: readonly string[];
}

/** How many messages a mail program found in a Maildir, and their subjects, sorted; or why it was not asked. */
export type Indexed = { readonly messages: number; readonly subjects: readonly string[] } | string;

export function isThere(program: string): boolean {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0;
}

/** Projections as files, for programs that are not ours: beside their originals, and in a Maildir. */
export class MailPairs {
  readonly #folder: string;
  readonly #maildir: string;
  readonly #subjects: string[] = [];
  #pairs = 0;

  constructor(folder: string) {
    this.#folder = join(folder, 'pairs');
    this.#maildir = join(folder, 'Maildir');
    mkdirSync(this.#folder, { recursive: true });
    for (const name of ['cur', 'new', 'tmp']) mkdirSync(join(this.#maildir, name), { recursive: true });
  }

  /** Projections, by what a parser of our own kind reads as their subjects; sorted. */
  get subjects(): readonly string[] {
    return this.#subjects.toSorted();
  }

  get pairs(): number {
    return this.#pairs;
  }

  async add(projected: Uint8Array, original: Uint8Array, isAttached: boolean): Promise<void> {
    const name = join(this.#folder, String(this.#pairs));
    writeFileSync(`${name}.projection`, projected);
    writeFileSync(`${name}.original`, original);
    if (isAttached) writeFileSync(`${name}.attached`, '');
    writeFileSync(join(this.#maildir, 'cur', `${this.#pairs}.candor:2,S`), projected);
    this.#subjects.push(toSubject((await PostalMime.parse(projected)).subject ?? ''));
    this.#pairs += 1;
  }

  compareInPython(): Compared {
    return JSON.parse(run('python3', ['-I', COMPARER, this.#folder])) as Compared;
  }

  indexWithMu(): Indexed {
    if (!isThere('mu')) return 'mu is not installed (apt-get install maildir-utils)';
    const home = `--muhome=${join(this.#folder, '../mu')}`;
    run('mu', ['init', home, `--maildir=${this.#maildir}`]);
    run('mu', ['index', home, '--quiet']);
    const found = JSON.parse(run('mu', ['find', home, '--format=json', ''])) as Readonly<Record<string, string>>[];
    return { messages: found.length, subjects: found.map((one) => toSubject(one[':subject'] ?? '')).toSorted() };
  }

  indexWithNotmuch(): Indexed {
    if (!isThere('notmuch')) return 'notmuch is not installed (apt-get install notmuch)';
    const config = join(this.#folder, '../notmuch');
    writeFileSync(config, `[database]\npath=${this.#maildir}\n[user]\nname=x\nprimary_email=x@x.example\n`);
    const ask = (...words: readonly string[]) => run('notmuch', words, { NOTMUCH_CONFIG: config });
    ask('new', '--quiet');
    const shown = ask('show', '--format=json', '--body=false', '--entire-thread=false', '*');
    const subjects = [...shown.matchAll(/"Subject": ("(?:[^"\\]|\\.)*")/g)].map(([, text = '""']) =>
      toSubject(JSON.parse(text) as string),
    );
    return { messages: Number(ask('count', '--output=files', '*')), subjects: subjects.toSorted() };
  }
}

/** Programs differ in how they show white space and what is no text: letters and digits are what a person compares. */
function toSubject(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

function run(program: string, args: readonly string[], more: Readonly<Record<string, string>> = {}): string {
  const env = { ...process.env, LC_ALL: 'C.UTF-8', ...more };
  return execFileSync(program, args, {
    env,
    encoding: 'utf8',
    maxBuffer: MOST_OUTPUT_BYTES,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}
