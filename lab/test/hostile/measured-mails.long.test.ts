import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { FORGED_CASES, makeForged } from '../../../core/test/verify/forged/forged-cases.ts';
import { type MadeNotice, type MadeSite, makeSite } from '../../../core/test/verify/made-site.ts';
import { caseNotice } from '../../../corpus/generate/verification/notice.ts';
import { CHECKED_SIZES, HOSTILE_KINDS, type HostileMail, makeHostileMail } from './hostile-mail.ts';
import { type MeasuredWay, measureMails } from './measure-mails.ts';

const COUNT = 2000;
const SEED = Number(process.env['CANDOR_SEED']);
/** What one mail may take: processor time of all threads, and memory of the whole process. */
const LIMITS = { cpuMs: 2000, peakBytes: 300_000_000 };
const WAYS: readonly MeasuredWay[] = ['verify', 'inbox'];
/** A folder of real mail to measure as well: by hand alone, and nothing of it stays. */
const SUPPLIED = process.env['CANDOR_HOSTILE_MAIL'];
/** Whose mails may be genuine: a field that a server adds changes no word of a notice. */
const MAY_BE_GENUINE: readonly string[] = ['supplied mail', 'the notice with a long field'];

let site: MadeSite;
beforeAll(async () => {
  site = await makeSite(caseNotice as unknown as MadeNotice);
});

function* listFamily(kind: number): Generator<HostileMail> {
  for (let at = kind; at < COUNT; at += HOSTILE_KINDS.length) yield makeHostileMail(SEED, at, CHECKED_SIZES);
}

function* listForged(): Generator<HostileMail> {
  for (const one of FORGED_CASES) yield { name: `${one.class}: ${one.name}`, bytes: makeForged(one) };
}

function* listSupplied(folder: string): Generator<HostileMail> {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) yield { name: path, bytes: readFileSync(path) };
  }
}

const FAMILIES: readonly (readonly [string, () => Iterable<HostileMail>])[] = [
  ...HOSTILE_KINDS.map((kind, at) => [kind, () => listFamily(at)] as const),
  ['forged notices', listForged],
  ...(SUPPLIED === undefined ? [] : [['supplied mail', () => listSupplied(SUPPLIED)] as const]),
];

describe.each(FAMILIES)('%s', (name, list) => {
  test.each(WAYS)(
    '%s: each mail takes less than 2 s of processor time and 300 MB, and none is called genuine wrongly',
    {
      timeout: 3_600_000,
    },
    async (way) => {
      const family = await measureMails(way, site, list(), LIMITS);
      const megabytes = Math.round(family.peakBytes / 1e6);
      process.stdout.write(`${way}: ${name}: ${family.mails} mails, ${Math.round(family.cpuMs)} ms, ${megabytes} MB\n`);
      expect(family.mails).toBeGreaterThan(0);
      expect(family.beyond).toEqual([]);
      if (!MAY_BE_GENUINE.includes(name)) expect([...family.outcomes]).not.toContain('genuine');
    },
  );
});
