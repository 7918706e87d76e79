import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { silentProgress } from '../../lab/src/commands/progress.ts';
import { runIncident } from '../../lab/src/commands/run-incident.ts';
import { prepareReleases } from '../../lab/test/opened-review.ts';
import { makeTemporaryFolder } from '../../lab/test/temporary-folder.ts';
import { countForms, searchFolder, searchMemory, startCanary, toForms } from '../../portal/test/support/canaries.ts';
import type { MadeRelease } from '../../portal/test/support/made-release.ts';
import { ProcessWorld } from '../../portal/test/support/process-world.ts';
import { type Person, toParty } from '../../portal/test/support/world.ts';
import { enrollInLab, readMadeRelease } from './made-in-lab.ts';

const PARTY = 'northwind.example';
const MESSAGES = 50;
const CANARIES = 1000;

/** Mail that holds the mark in headers, text and attachments. */
function toMbox(mark: string): string {
  let number = 0;
  const next = (): string => `${mark}-${number++}`;
  const mails = Array.from({ length: MESSAGES }, (_, at) => {
    const attachment = Buffer.from(Array.from({ length: 6 }, next).join('\r\n')).toString('base64');
    return [
      `From: ${next()} <jo@${PARTY}>`,
      'To: allen@harbor.example',
      `Subject: ${next()}`,
      `Message-ID: <${next()}@${PARTY}>`,
      `Date: Mon, 10 Sep 2001 14:${String(at).padStart(2, '0')}:00 +0000`,
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      '',
      ...Array.from({ length: 10 }, next),
      '--b',
      `Content-Disposition: attachment; filename="${next()}.txt"`,
      'Content-Transfer-Encoding: base64',
      '',
      attachment,
      '--b--',
      '',
    ].join('\r\n');
  });
  expect(number).toBe(CANARIES);
  return mails.map((mail) => `From - Mon Sep 10 15:00:00 2001\r\n${mail}\r\n`).join('');
}

/** From evidence to what is pushed: the lab's own way. */
async function release(folder: string, mark: string, kim: Person): Promise<MadeRelease> {
  const state = join(folder, 'state');
  const incident = join(folder, 'incident.yaml');
  writeFileSync(join(folder, 'allen.mbox'), toMbox(mark));
  writeFileSync(
    incident,
    `incident: harbor-2001
organization: { name: Harbor Energy, domains: [harbor.example] }
window: { start: 2001-09-01T00:00:00Z, contained: 2001-10-20T00:00:00Z }
mailboxes: [{ custodian: allen, address: allen@harbor.example, evidence: allen.mbox }]
access: []
coverage: [{ mailbox: allen, kind: audit-off, from: 2001-09-01T00:00:00Z, to: 2001-10-20T00:00:00Z }]
intruder:
  applications: [35fe6726-961c-443e-aa09-5ad746505c06]
  reach: [{ mailbox: all, by: application }]
`,
  );
  await runIncident({ incident, state, out: null, workers: 1, accept: [], progress: silentProgress });
  await enrollInLab(state, 'harbor-2001', PARTY, { name: 'Kim', key: kim.key });
  await prepareReleases(state, { party: PARTY, workers: 1, progress: silentProgress });
  return readMadeRelease(state, PARTY, kim.fingerprint);
}

test('none of a thousand marks in the evidence reaches the portal, whose disk, output and memory are searched', {
  timeout: 300_000,
}, async (context) => {
  const folder = makeTemporaryFolder();
  const world = new ProcessWorld();
  try {
    const { mark, forms, control, kim } = await startCanary(world);
    const made = await release(folder, mark, kim);
    expect(made.objects.length).toBe(MESSAGES);
    expect(await world.push(made)).toBe('complete');
    await world.say([toParty(PARTY, [[kim, 'nominator']], [made])]);
    const cookie = await world.open(kim);
    const targets = ['index', 'grant', 'papers/manifest.json', ...made.objects.map((digest) => `objects/${digest}`)];
    for (const target of targets) {
      const reply = await world.get(`/v1/releases/${made.release}/${target}`, cookie);
      expect(reply.status).toBe(200);
      expect(countForms(Buffer.from(await reply.arrayBuffer()), forms)).toBe(0);
    }
    expect(searchFolder(world.folder, forms)).toEqual([]);
    // The control: the same search finds the marks in the evidence, and at the portal what that is allowed to have.
    expect(searchFolder(folder, forms).map((path) => path.slice(folder.length + 1))).toContain('allen.mbox');
    expect(searchFolder(world.folder, toForms(control)).length).toBeGreaterThan(0);
    const inMemory = searchMemory(world.pid, toForms(`${mark}-`));
    if (inMemory === null) context.skip('this system does not show the memory of another process');
    expect(inMemory).toBe(0);
    expect(searchMemory(world.pid, toForms(control))).toBeGreaterThan(0);
    await world.stop();
    expect(countForms(Buffer.from(world.output), forms)).toBe(0);
    expect(world.output).toContain('/v1/releases/:release/objects/:digest');
  } finally {
    await world.end();
  }
});
