import { createAccessReader } from '@candor/core/evidence/audit';
import { isReadForLeads, readSignInRow, type SignIn } from '@candor/core/evidence/sign-in';
import { describe, expect, test } from 'vitest';
import { createNumbers, MUTATION_RUNS, MUTATION_TIMEOUT_MS, mutate } from '../../mutation.ts';
import { runtime } from '../audit/fictional-access.ts';
import { SIGN_IN_FORMS } from './sign-in-forms.ts';

interface Read {
  readonly signIns: readonly SignIn[];
  readonly unread: number;
  /** Rows that were taken for audit records. */
  readonly records: number;
}

function read(bytes: Uint8Array, pieceBytes = 1 << 20): Read {
  const signIns: SignIn[] = [];
  let unread = 0;
  let records = 0;
  const reader = createAccessReader(
    'log',
    runtime,
    () => {
      records += 1;
    },
    undefined,
    (log, row) => {
      if (!isReadForLeads(log)) return;
      const given = readSignInRow(row);
      signIns.push(...given.found);
      unread += given.unread;
    },
  );
  for (let at = 0; at < bytes.length; at += pieceBytes) reader.push(bytes.slice(at, at + pieceBytes));
  reader.end();
  return { signIns, unread, records };
}

const encode = (text: string) => new TextEncoder().encode(text);

describe.each(SIGN_IN_FORMS)('$name', ({ text, signIns, unread }) => {
  test('gives what a person reads in it', () => {
    expect(read(encode(text))).toEqual({ signIns, unread, records: 0 });
  });

  test('gives the same in pieces of any size', () => {
    for (const pieceBytes of [1, 7, 64])
      expect(read(encode(text), pieceBytes)).toEqual({ signIns, unread, records: 0 });
  });

  test(
    'never ends the reader, and no entry gets a value that is not in the file',
    () => {
      const numbers = createNumbers(7);
      const bytes = encode(text);
      for (let run = 0; run < MUTATION_RUNS; run += 1) {
        const mutated = mutate(bytes, numbers);
        const written = Buffer.from(mutated).toString('utf8').toLowerCase();
        // A CSV doubles the quotes of a value.
        const texts = [written, written.replaceAll('""', '"')];
        for (const { user, tokens, sessions } of read(mutated).signIns)
          for (const value of [user ?? '', ...tokens, ...sessions])
            expect(texts.some((one) => one.includes(value.toLowerCase())) || written.includes('\\'), value).toBe(true);
      }
    },
    MUTATION_TIMEOUT_MS,
  );
});

test('logs that say nobody’s place are not read', () => {
  const names = ['a message trace of Exchange (detail)', 'a log of Postfix', 'the gmail report of Google Workspace'];
  for (const name of names) expect(isReadForLeads({ name, shows: 'no-access', fix: '' }), name).toBe(false);
});
