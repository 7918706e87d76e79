import { createHash } from 'node:crypto';
import { checkNotice } from '@candor/core/verify';
import { expect, test } from 'vitest';
import { type MadeNotice, madeNow, makeSite } from '../../../../core/test/verify/made-site.ts';
import { caseNotice } from '../../../../corpus/generate/verification/notice.ts';
import { nodeInflate } from '../../../src/adapters/files/deflate.ts';
import { nodeCryptography } from '../../../src/adapters/keys/cryptography.ts';
import { parseHtmlTree } from '../../../src/adapters/mail/html-tree.ts';
import { IncomingJudge } from '../../../src/adapters/mail/incoming-judge.ts';
import { createNodeRuntime } from '../../../src/adapters/process/runtime.ts';
import { readOutlookFile } from '../../../src/evidence/outlook-file.ts';
import { HOSTILE_KINDS, makeHostileMails } from '../../hostile/hostile-mail.ts';
import { toReport } from './returned-mail.ts';

/** At night 2,000 are measured, in processes of their own (`hostile/measured-mails.long`); nothing is measured here. */
const COUNT = HOSTILE_KINDS.length * 2;
const SEED = Number(process.env['CANDOR_SEED']);
const LIMIT_MS = 5000;

test('a seed reproduces the mails, of every kind, of up to 1 MiB', () => {
  const digest = (): readonly string[] =>
    [...makeHostileMails(SEED, HOSTILE_KINDS.length)]
      // What writes compound files leaves bytes in them that nobody set.
      .filter(({ name }) => !name.includes('Outlook'))
      .map(({ bytes }) => createHash('sha256').update(bytes).digest('hex'));
  expect(digest()).toEqual(digest());
  expect(new Set(digest()).size).toBe(HOSTILE_KINDS.filter((kind) => !kind.includes('Outlook')).length);
  for (const { bytes } of makeHostileMails(SEED, COUNT)) expect(bytes.length).toBeLessThanOrEqual(1024 * 1024);
});

test(`${COUNT} hostile mails stop no inbox: none exceeds the limit, and later ones are read`, {
  timeout: 3_600_000,
}, async () => {
  const bounce = Buffer.from(
    toReport({ to: 'bounce@harbor.example', recipient: 'x@y.example', action: 'failed', status: '5.1.1' }),
  );
  const judge = new IncomingJudge(LIMIT_MS);
  const setAside: string[] = [];
  const behind: string[] = [];
  let at = -1;
  for (const { name, bytes } of makeHostileMails(SEED, COUNT)) {
    at += 1;
    const judged = await judge.judge(bytes);
    if (judged.setAside !== null) setAside.push(`${name}: ${judged.setAside}`);
    if (at % HOSTILE_KINDS.length === 0) behind.push((await judge.judge(bounce)).mail.kind);
  }
  await judge.close();
  expect(setAside).toEqual([]);
  expect(new Set(behind)).toEqual(new Set(['failed']));
});

test(`${COUNT} hostile mails are all checked, and none is genuine`, { timeout: 3_600_000 }, async () => {
  const site = await makeSite(caseNotice as unknown as MadeNotice);
  const tools = {
    ...{ runtime: createNodeRuntime(), cryptography: nodeCryptography, inflate: nodeInflate },
    ...{ parseHtml: parseHtmlTree, readOutlook: readOutlookFile },
  };
  const genuine: string[] = [];
  for (const { name, bytes } of makeHostileMails(SEED, COUNT)) {
    const { kind } = await checkNotice(tools, {
      ...{ code: site.code, domain: caseNotice.domain, description: site.description, site: site.access },
      ...{ received: { kind: 'file', bytes }, fingerprints: [site.fingerprint], now: madeNow, isDomainGiven: true },
    });
    if (kind === 'genuine') genuine.push(name);
  }
  // An Outlook file without any flood is the notice, but for its lost header.
  expect(genuine).toEqual([]);
});
