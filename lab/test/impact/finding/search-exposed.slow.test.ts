import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readCountedFindings, readSearchState } from '../../../src/impact/store/found-messages.ts';
import { FindingIncident, toMessage } from './finding-incident.ts';

const PASSWORD = 'Quay#4711-north';

function makeIncident(): FindingIncident {
  const incident = new FindingIncident();
  incident.mail('ada/1.eml', { text: `Dear Ada,\n\nas agreed\npassword: ${PASSWORD}\n` });
  incident.mail('ada/2.eml', { subject: 'Lunch', text: 'See you at noon.' });
  incident.mail('bo/1.eml', { to: 'bo@harbor.example', text: 'password: Never#Read-99' });
  return incident;
}

test('a run finds what is in exposed mail and reads nothing else', async () => {
  const incident = makeIncident();
  const { summary, read } = await incident.run();
  expect(read).toBe(2);
  expect(summary.findings).toEqual({
    searched: 2,
    unsearched: 0,
    unreached: 1,
    erased: 0,
    unread: {},
    controls: { tried: 37, missed: [] },
    messages: 1,
    kinds: { credential: { certain: 0, likely: 1, weak: 0, values: 1, messages: 1 } },
  });
  expect(incident.lines()).toEqual([
    {
      custodian: 'ada',
      location: 'mail/ada/1.eml',
      part: '1',
      offset: 31,
      length: PASSWORD.length,
      kind: 'credential',
      detector: 'credential-labelled',
      confidence: 'likely',
      value: 'v1',
      mask: 'Q…h',
    },
  ]);
});

test('the next run reads only what is new or newly exposed, and equal content of several copies once', async () => {
  const incident = makeIncident();
  await incident.run();
  const before = readFileSync(join(incident.out, 'findings.jsonl'), 'utf8');
  expect((await incident.run()).read).toBe(0);
  expect(readFileSync(join(incident.out, 'findings.jsonl'), 'utf8')).toBe(before);
  // The same message in another place and with another header is the same content.
  incident.mail('ada/copy.eml', {
    fields: 'X-Spool: 1\n',
    text: `Dear Ada,\n\nas agreed\npassword: ${PASSWORD}\n`,
  });
  incident.mail('ada/3.eml', { subject: 'New', text: `pw: ${PASSWORD}` });
  expect((await incident.run()).read).toBe(1);
  expect(incident.lines().map(({ location, value }) => [location, value])).toEqual([
    ['mail/ada/1.eml', 'v1'],
    ['mail/ada/3.eml', 'v1'],
    ['mail/ada/copy.eml', 'v1'],
  ]);
  incident.reach('ada', 'bo');
  const { read, summary } = await incident.run();
  expect([read, summary.findings?.searched]).toEqual([1, 4]);
  expect(incident.lines().map(({ custodian }) => custodian)).toEqual(['ada', 'ada', 'ada', 'bo']);
});

test('mail that is no longer exposed is neither exported nor counted, and needs no reading when exposed again', async () => {
  const incident = makeIncident();
  incident.reach('ada', 'bo');
  expect((await incident.run()).read).toBe(3);
  incident.reach('ada');
  const { summary } = await incident.run();
  expect([summary.findings?.searched, summary.findings?.messages, incident.lines().length]).toEqual([2, 1, 1]);
  incident.reach('ada', 'bo');
  expect((await incident.run()).read).toBe(0);
  expect(incident.lines().length).toBe(2);
});

test('other settings or another key search everything again', async () => {
  const incident = makeIncident();
  await incident.run();
  incident.describe('findings: { ocr: true }\n');
  expect((await incident.run()).read).toBe(2);
  rmSync(join(incident.state, 'keys/findings.key'));
  expect((await incident.run()).read).toBe(2);
  expect(incident.lines().length).toBe(1);
});

test('searches nothing when switched off, and no file claims that nothing was found', async () => {
  const incident = makeIncident();
  incident.describe('findings: { off: true }\n');
  const { summary, read } = await incident.run();
  expect([read, summary.findings]).toEqual([0, undefined]);
  expect(existsSync(join(incident.out, 'findings.jsonl'))).toBe(false);
  expect(await incident.inStore(readSearchState)).toBe(null);
});

test('a stopped search resumes', async () => {
  const incident = new FindingIncident();
  for (let n = 0; n < 450; n += 1)
    incident.mail(`ada/${n}.eml`, { subject: `Berth ${n}`, text: `password: Quay#${n}-north` });
  await expect(incident.stop(430)).rejects.toThrow('stopped');
  const { read } = await incident.run();
  expect(read).toBeGreaterThanOrEqual(20);
  expect(read).toBeLessThanOrEqual(250);
  expect(incident.lines().length).toBe(450);
  expect(new Set(incident.lines().map(({ value }) => value)).size).toBe(450);
});

test('an export has the same bytes again', async () => {
  const incident = makeIncident();
  await incident.run();
  const first = readFileSync(join(incident.out, 'findings.jsonl'), 'utf8');
  rmSync(incident.state, { recursive: true });
  await incident.run();
  expect(readFileSync(join(incident.out, 'findings.jsonl'), 'utf8')).toBe(first);
});

test('counts unreadable files by reason', async () => {
  const incident = makeIncident();
  incident.write(
    'mail/ada/4.eml',
    `${toMessage({ subject: 'Scan', fields: 'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n', text: '' })}--b\n\nSee.\n--b\nContent-Type: application/pdf; name=a.pdf\n\n%PDF-1.4 nothing\n--b--\n`,
  );
  const { summary } = await incident.run();
  expect(summary.findings?.unread).toEqual({ damaged: 1 });
});

test('a value appears nowhere: state, key folder, exports or output', async () => {
  const incident = makeIncident();
  await incident.run();
  const values = [PASSWORD, 'Never#Read-99'];
  for (const folder of [incident.state, incident.out])
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      const path = join(folder, name);
      if (!statSync(path).isFile()) continue;
      const content = readFileSync(path);
      for (const value of values) {
        expect(content.includes(value), name).toBe(false);
        expect(content.includes(Buffer.from(value, 'utf16le')), name).toBe(false);
      }
    }
  expect(statSync(join(incident.state, 'keys/findings.key')).mode & 0o777).toBe(0o600);
  // The key is a file of its own, and nothing of it stands in the store.
  const key = readFileSync(join(incident.state, 'keys/findings.key'), 'utf8').split(':')[1]?.trim() ?? '';
  expect(key).toMatch(/^[0-9a-f]{64}$/);
  const store = readFileSync(join(incident.state, 'candor.sqlite'));
  expect(store.includes(key)).toBe(false);
  expect(store.includes(Buffer.from(key, 'hex'))).toBe(false);
});

test('readers get the counts by message', async () => {
  const incident = makeIncident();
  await incident.run();
  const counted = await incident.inStore(readCountedFindings);
  expect([...counted.values()].map(({ sender, findings }) => [sender, findings.map(({ kind }) => kind)])).toEqual([
    ['guest@partner.test', ['credential']],
  ]);
});
