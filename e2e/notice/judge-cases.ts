import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ask } from '../candor.ts';
import type { Case, Received } from './received.ts';

export interface Judged {
  readonly name: string;
  readonly answer: string;
  readonly isRight: boolean;
}

/** Two at once: as many as the smallest machine has cores. */
const CONCURRENT = 2;

/** Checks every case on the command line, against the site in `site`. */
export async function judgeCases(
  folder: string,
  cases: readonly Case[],
  issued: Received,
  options: readonly string[],
): Promise<readonly Judged[]> {
  mkdirSync(join(folder, 'received'), { recursive: true });
  const judged: Judged[] = [];
  const left = [...cases.entries()];
  const work = async (): Promise<void> => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      const [at, { name, bytes, answers, code = issued.code, domain = 'northwind.example' }] = next;
      const file = join('received', `${at}.eml`);
      writeFileSync(join(folder, file), bytes);
      const typed = ['--code', code, '--domain', domain];
      const { answer } = await ask<{ answer: { kind: string } }>(
        ['verify', file, ...typed, ...options],
        folder,
        [0, 3],
      );
      judged.push({ name, answer: answer.kind, isRight: answers.includes(answer.kind) });
    }
  };
  await Promise.all(Array.from({ length: CONCURRENT }, work));
  return judged;
}
