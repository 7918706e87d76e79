import { createAccessReader } from '@candor/core/evidence/audit';
import { isReadForLeads, readSignInRow, type SignIn } from '@candor/core/evidence/sign-in';
import { describe, expect, test } from 'vitest';
import { createNumbers, MUTATION_RUNS, MUTATION_TIMEOUT_MS, mutate } from '../../mutation.ts';
import { runtime } from '../audit/fictional-access.ts';
import { type OtherRow, readApart } from './other-reader.ts';
import { SIGN_IN_FORMS } from './sign-in-forms.ts';
import { varyForm } from './vary-form.ts';

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
  let shown = 0;
  const reader = createAccessReader(
    'log',
    runtime,
    () => {
      records += 1;
    },
    undefined,
    (log, row) => {
      shown += 1;
      if (!isReadForLeads(log)) {
        unread += 1;
        return;
      }
      const given = readSignInRow(row);
      signIns.push(...given.found);
      unread += given.unread;
    },
  );
  for (let at = 0; at < bytes.length; at += pieceBytes) reader.push(bytes.slice(at, at + pieceBytes));
  const { foreign } = reader.end();
  unread += (foreign?.rows ?? 0) - shown;
  return { signIns, unread, records };
}

const VARIED_FILES = 20;
/** Of each of the 14 forms: together they are many. */
const DAMAGED_FILES = MUTATION_RUNS / 5;

const encode = (text: string) => new TextEncoder().encode(text);

const isSure = (row: OtherRow): row is SignIn => row !== null && row !== 'unsure';

describe.each(SIGN_IN_FORMS)('$name', ({ name, text, signIns, unread }) => {
  test('gives the fields that a person would read', () => {
    expect(read(encode(text))).toEqual({ signIns, unread, records: 0 });
  });

  test('an independent reader agrees in every field', () => {
    const numbers = createNumbers(18);
    expect(readApart(name, text, text)?.filter(isSure)).toEqual(signIns);
    let fields = 0;
    for (let run = 0; run < VARIED_FILES; run += 1) {
      const varied = varyForm(text, numbers);
      const apart = readApart(name, varied, text);
      if (apart === null) throw new Error(`the other reader cannot read ${varied.slice(0, 300)}`);
      const ours = read(encode(varied));
      expect(ours.signIns).toEqual(apart.filter(isSure));
      expect(ours.signIns.length + ours.unread, 'no row is lost').toBe(apart.length);
      fields += ours.signIns.length;
    }
    expect(fields).toBeGreaterThan(VARIED_FILES * 10);
  });

  test(
    'damaged files: misreads nothing where the other reader is certain, and loses no row silently',
    () => {
      const numbers = createNumbers(4);
      let sure = 0;
      for (let run = 0; run < DAMAGED_FILES; run += 1) {
        const mutated = mutate(encode(varyForm(text, numbers)), numbers);
        const apart = readApart(name, Buffer.from(mutated).toString('utf8'), text);
        if (apart === null) continue;
        sure += 1;
        const ours = read(mutated);
        // A quote that is never closed makes one bad row of several lines.
        const isWhole = ours.signIns.length + ours.unread + ours.records >= apart.length;
        expect(isWhole || ours.unread > 0, 'a row is lost and nothing is counted').toBe(true);
        const left = ours.signIns.map((signIn) => JSON.stringify(signIn));
        for (const row of apart.filter(isSure)) {
          const at = left.indexOf(JSON.stringify(row));
          if (at >= 0) left.splice(at, 1);
        }
        expect(left.length, left.join('\n')).toBeLessThanOrEqual(apart.filter((row) => !isSure(row)).length);
      }
      expect(sure).toBeGreaterThan(0);
    },
    MUTATION_TIMEOUT_MS,
  );

  test('gives the same for any chunk size', () => {
    for (const pieceBytes of [1, 7, 64])
      expect(read(encode(text), pieceBytes)).toEqual({ signIns, unread, records: 0 });
  });

  test(
    'never crashes, and no entry gets a value that is not in the file',
    () => {
      const numbers = createNumbers(7);
      const bytes = encode(text);
      for (let run = 0; run < DAMAGED_FILES; run += 1) {
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

test('counts rows with other columns than the header, or a broken quote, without reading them', () => {
  const rows = [
    'Date (UTC),Request ID,Username,IP address,Session ID',
    '2001-09-12T10:00:00Z,1,ada@harbor.example,198.51.100.7,s-1',
    '2001-09-12T10:00:00Z,ada@harbor.example,198.51.100.7,s-1',
    '2001-09-12T10:00:00Z,1,ada@harbor.example,,198.51.100.7,s-1',
    '2001-09-12T10:00:00Z,1,"ada"@harbor.example,198.51.100.7,s-1',
  ];
  const { signIns, unread } = read(encode(`${rows.join('\n')}\n`));
  expect(signIns.map(({ user, ip }) => [user, ip])).toEqual([['ada@harbor.example', '198.51.100.7']]);
  expect(unread).toBe(3);
});

test('does not read logs without a place', () => {
  const names = ['a message trace of Exchange (detail)', 'a log of Postfix', 'the gmail report of Google Workspace'];
  for (const name of names) expect(isReadForLeads({ name, shows: 'no-access', fix: '' }), name).toBe(false);
});
