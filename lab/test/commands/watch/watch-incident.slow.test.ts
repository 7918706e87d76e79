import { appendFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeEach, describe, expect, test } from 'vitest';
import { tryProcessLock } from '../../../src/adapters/store/process-lock.ts';
import { openStateForWriting } from '../../../src/adapters/store/state-folder.ts';
import type { WatchEvent } from '../../../src/commands/watch/watch-event.ts';
import { makeTemporaryFolder } from '../../temporary-folder.ts';
import { ofKind, openWatchDesk, openWebhookSink, toRow, type WatchDesk } from './watch-desk.ts';

let desk: WatchDesk;
beforeEach(async () => {
  desk = openWatchDesk(makeTemporaryFolder());
  desk.write('logs/first.jsonl', toRow('r-1'));
  await desk.run();
});

const counts = (events: readonly WatchEvent[]) =>
  ofKind(events, 'alert').map((alert) => alert.counts.map(({ kind, count }) => `${kind} ${count}`));

describe('candor watch', () => {
  test('judges what arrives, reports the difference, and is silent otherwise', async () => {
    const quiet = await desk.pass();
    expect(quiet.map(({ event }) => event)).toEqual(['watching']);
    desk.write('logs/second.jsonl', toRow('r-2', 'bo'));
    const events = await desk.pass();
    expect(events.map(({ event }) => event)).toEqual(['watching', 'arrived', 'judged', 'alert']);
    expect(ofKind(events, 'arrived')[0]?.arrivals).toEqual([
      {
        purpose: 'access',
        place: 'logs/second.jsonl',
        files: 1,
        bytes: toRow('r-2', 'bo').length,
        isNew: true,
        isInFolder: true,
      },
    ]);
    expect(ofKind(events, 'judged')[0]).toMatchObject({
      version: 2,
      change: {
        from: 1,
        to: 2,
        custodians: { bo: { rose: 1, fell: 0, appeared: 0, vanished: 0 } },
        parties: { appeared: 0, rose: 1, fell: 0, vanished: 0 },
      },
    });
    expect(counts(events)).toEqual([
      ['mailboxes-reached 1', 'copies-exposed 1', 'parties-exposed 1', 'intruder-records 1'],
    ]);
    expect((await desk.pass()).map(({ event }) => event)).toEqual(['watching']);
  });

  test('treats a grown log and a delivered message as separate arrivals, each in one version', async () => {
    await desk.pass();
    appendFileSync(desk.path('logs/first.jsonl'), toRow('r-2', 'cy', '2024-03-01T00:00:00'));
    const grown = await desk.pass();
    expect(ofKind(grown, 'arrived')[0]?.arrivals).toMatchObject([{ place: 'logs/first.jsonl', isNew: false }]);
    expect(counts(grown)[0]).toContain('after-containment 1');
    desk.write('mail/ada/2.eml', 'From: y@c.example\nTo: ada@a.example\nMessage-ID: <2@c.example>\n\nx\n');
    const delivered = await desk.pass();
    expect(ofKind(delivered, 'arrived')[0]?.arrivals).toMatchObject([
      { place: 'mail/ada', purpose: 'mailbox', files: 2 },
    ]);
    expect(await desk.arrivals()).toEqual([
      ['mail/ada', 1],
      ['mail/bo.eml', 1],
      ['mail/cy.eml', 1],
      ['logs/first.jsonl', 1],
      ['logs/first.jsonl', 2],
      ['mail/ada', 3],
    ]);
  });

  test('reports an arrival without effect as no change, without an alert', async () => {
    await desk.pass();
    desk.write('logs/again.jsonl', toRow('r-1'));
    const events = await desk.pass();
    expect(counts(events)).toEqual([]);
    expect((await desk.arrivals()).at(-1)?.[0]).toBe('logs/again.jsonl');
    expect((await desk.pass()).map(({ event }) => event)).toEqual(['watching']);
  });

  test('alerts once about a version judged manually', async () => {
    await desk.pass();
    desk.write('logs/second.jsonl', toRow('r-2', 'bo'));
    await desk.run();
    const events = await desk.pass();
    expect(events.map(({ event }) => event)).toEqual(['watching', 'judged', 'alert']);
    expect(counts(await desk.pass())).toEqual([]);
  });

  test('does not alert about a state watched for the first time', async () => {
    desk.write('logs/second.jsonl', toRow('r-2', 'bo'));
    await desk.run();
    expect((await desk.pass()).map(({ event }) => event)).toEqual(['watching']);
  });

  test('leaves a log that is still being written for later, and judges the others', async () => {
    await desk.pass();
    desk.write('logs/whole.jsonl', toRow('r-2', 'bo'));
    utimesSync(desk.path('logs/whole.jsonl'), 1_700_000_000, 1_700_000_000);
    desk.write('logs/growing.jsonl', toRow('r-3', 'cy'));
    const future = Date.now() / 1000 + 3600;
    utimesSync(desk.path('logs/growing.jsonl'), future, future);
    const stop = new AbortController();
    const events: WatchEvent[] = [];
    await desk.pass({
      once: false,
      stillMs: 60_000,
      say: (event) => {
        events.push(event);
        if (event.event === 'judged') stop.abort();
      },
      onStoppable: (ask) => stop.signal.addEventListener('abort', ask),
    });
    expect(events.map(({ event }) => event)).toEqual([
      'watching',
      'still-written',
      'arrived',
      'judged',
      'alert',
      'stopped',
    ]);
    expect(ofKind(events, 'still-written')[0]?.places).toEqual(['logs/growing.jsonl']);
    expect((await desk.arrivals()).filter(([place]) => place.startsWith('logs/'))).toEqual([
      ['logs/first.jsonl', 1],
      ['logs/whole.jsonl', 2],
    ]);
  });

  test('waits while a previously judged mailbox or log is being written', async () => {
    await desk.pass();
    desk.write('logs/whole.jsonl', toRow('r-2', 'bo'));
    utimesSync(desk.path('logs/whole.jsonl'), 1_700_000_000, 1_700_000_000);
    const future = Date.now() / 1000 + 3600;
    appendFileSync(desk.path('logs/first.jsonl'), toRow('r-4'));
    utimesSync(desk.path('logs/first.jsonl'), future, future);
    const stop = new AbortController();
    const events: WatchEvent[] = [];
    setTimeout(() => stop.abort(), 1500);
    await desk.pass({
      once: false,
      everySeconds: 1,
      stillMs: 60_000,
      say: (event) => events.push(event),
      onStoppable: (ask) => stop.signal.addEventListener('abort', ask),
    });
    expect(events.map(({ event }) => event)).toEqual(['watching', 'still-written', 'stopped']);
  });

  test('follows the folder until stopped', async () => {
    const stop = new AbortController();
    const events: WatchEvent[] = [];
    const done = desk.pass({
      once: false,
      everySeconds: 1,
      say: (event) => {
        events.push(event);
        if (event.event === 'alert') stop.abort();
      },
      onStoppable: (ask) => stop.signal.addEventListener('abort', ask),
    });
    await wait(300);
    desk.write('logs/.second.part', toRow('r-2', 'bo'));
    renameSync(desk.path('logs/.second.part'), desk.path('logs/second.jsonl'));
    await done;
    expect(events.at(-1)).toEqual({ event: 'stopped' });
    expect((await desk.arrivals()).at(-1)).toEqual(['logs/second.jsonl', 2]);
  });

  test('lists logs and mailboxes without an entry, with the lines to add, and does not judge them', async () => {
    desk.write('mail/new.eml', 'From: y@c.example\nTo: d@a.example\nMessage-ID: <2@c.example>\n\nx\n');
    for (const [name, text] of [
      ['beside.jsonl', toRow('r-9')],
      ['notes.txt', 'nothing'],
    ] as const) {
      desk.write(`mail/${name}`, text);
      utimesSync(desk.path(`mail/${name}`), 1_700_000_000, 1_700_000_000);
    }
    utimesSync(desk.path('mail/new.eml'), 1_700_000_000, 1_700_000_000);
    const events = await desk.pass();
    expect(ofKind(events, 'unnamed').map(({ path, what, lines }) => [path, what, lines.at(-1)])).toEqual([
      ['mail/beside.jsonl', 'log', '  - file: mail/beside.jsonl'],
      ['mail/new.eml', 'mailbox', '  - { custodian: TO FILL IN, address: TO FILL IN, evidence: mail/new.eml }'],
    ]);
    expect(ofKind(events, 'judged')).toEqual([]);
    expect(await desk.needs()).toContainEqual(
      'new evidence: 2 logs and mailboxes are in the evidence folder but not named in the incident file: mail/beside.jsonl, mail/new.eml. Add entries under `access` and `mailboxes`.',
    );
  });

  test('reports a log missing from a folder', async () => {
    rmSync(desk.path('logs/first.jsonl'));
    const events = await desk.pass();
    expect(ofKind(events, 'gone')).toEqual([{ event: 'gone', places: ['logs/first.jsonl'] }]);
    // At once, and once.
    expect(counts(events)).toEqual([['logs-gone 1']]);
    expect(counts(await desk.pass())).toEqual([]);
  });

  test.each([
    ['an empty log', ''],
    ['a log that ends in the middle of a row', `${toRow('r-1')}{"Id":"r-9","CreationTi`],
  ])('alerts about %s although no verdict changed', async (_, text) => {
    await desk.pass();
    desk.write('logs/second.jsonl', text);
    const events = await desk.pass();
    expect(counts(events).flat()).toEqual([expect.stringMatching(/^problems [1-9]/)]);
    expect(counts(await desk.pass())).toEqual([]);
  });

  test('alerts once about what it cannot judge, and continues when it can', async () => {
    const sink = await openWebhookSink();
    const webhook = `watch: { webhook: { url: "http://127.0.0.1:${sink.port}/" } }\n`;
    desk.configure(webhook);
    await desk.run();
    await desk.pass();
    desk.configure(`${webhook}directory: missing.csv\n`);
    const refused = await failing(() => desk.pass());
    expect(refused).toMatchObject({ code: 'invalid-incident' });
    expect(sink.calls).toEqual([]);
    const stop = new AbortController();
    const events: WatchEvent[] = [];
    desk.configure(webhook);
    await desk.pass({
      once: false,
      everySeconds: 1,
      say: (event) => {
        events.push(event);
        // A person is at the incident file while the watch runs.
        if (event.event === 'watching') desk.configure(`${webhook}other: 1\n`);
        if (event.event !== 'delivery') return;
        // No timer may outlive this test: `desk` is the next one's then.
        if (events.some((one) => one.event === 'judged')) return stop.abort();
        setTimeout(() => desk.configure(webhook), 1500);
        setTimeout(() => desk.write('logs/second.jsonl', toRow('r-2', 'bo')), 1500);
      },
      onStoppable: (ask) => stop.signal.addEventListener('abort', ask),
    });
    expect(events.map(({ event }) => event)).toEqual([
      ...['watching', 'refused', 'alert', 'delivery', 'arrived', 'judged', 'alert', 'delivery', 'stopped'],
    ]);
    expect(sink.calls.map(({ body }) => JSON.parse(body) as object)).toMatchObject([
      { refusal: 'invalid-incident', version: 1, supersedes: null, kinds: [{ kind: 'not-judged', count: 1 }] },
      { version: 2, supersedes: 1 },
    ]);
    sink.close();
  });

  test('allows one instance', async () => {
    const lock = tryProcessLock(desk.state, 'watch');
    expect(await failing(() => desk.pass())).toMatchObject({ code: 'watch-running' });
    lock?.release();
    await desk.pass();
  });

  // Between two looks it rests for a multiple of what a look took: on a busy machine that adds up.
  test('skips a state that another command has locked until the next round', async () => {
    await desk.pass();
    const state = await openStateForWriting(desk.state);
    const stop = new AbortController();
    const events: WatchEvent[] = [];
    const done = desk.pass({
      once: false,
      everySeconds: 1,
      say: (event) => {
        events.push(event);
        if (event.event === 'busy') void state.close();
        if (event.event === 'alert') stop.abort();
      },
      onStoppable: (ask) => stop.signal.addEventListener('abort', ask),
    });
    desk.write('logs/second.jsonl', toRow('r-2', 'bo'));
    await done;
    expect(events.map(({ event }) => event)).toEqual(['watching', 'busy', 'arrived', 'judged', 'alert', 'stopped']);
  });

  test('refuses a missing folder', async () => {
    writeFileSync(desk.path('file'), '');
    for (const name of ['none', 'file'])
      expect(await failing(() => desk.pass({ folders: [desk.path(name)] }))).toMatchObject({ code: 'no-folder' });
  });
});

describe('candor status', () => {
  test('lists what is new since the exposure, and nothing once judged', async () => {
    expect((await desk.needs()).filter((need) => need.includes('new or changed'))).toEqual([]);
    desk.write('logs/second.jsonl', toRow('r-2', 'bo'));
    expect(await desk.needs()).toContainEqual(
      'logs/second.jsonl: 1 log or mailbox is new or changed since this exposure: logs/second.jsonl. Judge them with a run, or let `candor watch` do it.',
    );
    await desk.run();
    expect((await desk.needs()).filter((need) => need.includes('new or changed'))).toEqual([]);
  });
});

async function failing(work: () => Promise<unknown>): Promise<unknown> {
  try {
    await work();
  } catch (cause) {
    return cause;
  }
  throw new Error('nothing was refused');
}
