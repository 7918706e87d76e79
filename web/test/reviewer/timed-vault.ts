// A vault of 200,000 fictional messages in the reviewer app, in a real browser, behind a portal that answers from
// memory; a part of `npm run bench`. node timed-vault.ts prints {"messages", figures in seconds and MB}

import type { CDPSession, Page } from 'playwright-core';
import { openBrowser } from '../../../tools/services/browser.ts';
import { timeBodySearch } from './timed-body-search.ts';
import { VaultWorld } from './vault-world.ts';

const MESSAGES = 200_000;
/** Those that open; the others stand in manifest and index alone. */
const OPENING = 120;
const BODY_BYTES = 50_000;
const SEARCHES = [
  'novak',
  'from:keller has:secret',
  'annex storage -tariff',
  '"settlement run"',
  'after:2001-09 verdict:accessed',
];

const world = await VaultWorld.open({ opening: OPENING, listed: MESSAGES, bodyBytes: BODY_BYTES });
const browser = await openBrowser();
try {
  const { page, faults } = await world.enter(browser, '/messages', {}, false);
  const heap = await watchHeap(page);
  const begun = performance.now();
  await world.unlock(page);
  await page
    .locator('[role=row][aria-selected] [role=gridcell]:not([data-waiting])')
    .first()
    .waitFor({ timeout: 60_000 });
  const firstPageSeconds = (performance.now() - begun) / 1000;
  await page.locator('[role=grid][aria-busy=false]').waitFor({ timeout: 60_000 });
  const wholeSeconds = (performance.now() - begun) / 1000;
  const blankSeconds = await page.evaluate(scrollThrough);
  const searchSeconds = Math.max(...(await timeSearches(page)));
  const opened = await timeOpening(page);
  const heapMegabytes = (await heap()) / 1e6;
  if (faults.length > 0) throw new Error(faults.join('; '));
  const bodySearchSeconds = timeBodySearch(MESSAGES);
  process.stdout.write(
    `${JSON.stringify({ messages: MESSAGES, firstPageSeconds, wholeSeconds, blankSeconds, searchSeconds, bodySearchSeconds, heapMegabytes, openSeconds: opened })}\n`,
  );
} finally {
  await browser.close();
  await world.close();
}

/**
 * The longest time in which a part of the list is blank, or no frame is drawn at all, while somebody scrolls fast, and
 * jumps.
 */
async function scrollThrough(): Promise<number> {
  const list = document.querySelector<HTMLElement>('[role=grid]');
  if (list === null) throw new Error('no list');
  const isBlank = (): boolean => {
    const { top, bottom } = list.getBoundingClientRect();
    let shown = 0;
    for (const row of list.querySelectorAll('[role=row][aria-selected]')) {
      const place = row.getBoundingClientRect();
      if (place.bottom <= top || place.top >= bottom) continue;
      if (row.querySelector('[data-waiting]') !== null) return true;
      shown += place.height;
    }
    return shown < bottom - top - 100;
  };
  let longest = 0;
  let blankSince: number | null = null;
  let last = performance.now();
  const frames = 240;
  for (let frame = 0; frame < frames; frame += 1) {
    // Wheels move some rows a frame, a dragged bar thousands.
    if (frame % 40 === 39) list.scrollTop = ((frame * 7919) % 97) * (list.scrollHeight / 97);
    else list.scrollTop += frame < 120 ? 240 : 1600;
    await new Promise(requestAnimationFrame);
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (!isBlank()) {
      if (blankSince !== null) longest = Math.max(longest, now - blankSince);
      blankSince = null;
    } else blankSince ??= now;
  }
  list.scrollTop = 0;
  return longest / 1000;
}

/** From Enter until the list says what it found. */
async function timeSearches(page: Page): Promise<readonly number[]> {
  const times: number[] = [];
  for (const text of SEARCHES) {
    await page.keyboard.press('/');
    await page.locator('input[type=search]').first().fill(text);
    times.push(
      await page.evaluate(async () => {
        const list = document.querySelector('[role=grid]');
        const before = list?.getAttribute('aria-label');
        const begin = performance.now();
        document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
        while (document.querySelector('[role=grid]')?.getAttribute('aria-label') === before) {
          if (performance.now() - begin > 10_000) throw new Error('nothing was found');
          await new Promise(requestAnimationFrame);
        }
        return (performance.now() - begin) / 1000;
      }),
    );
  }
  return times;
}

/** 95 of 100 messages are readable after this long: fetched, decrypted, taken apart and shown. */
async function timeOpening(page: Page): Promise<number> {
  const times: number[] = [];
  for (const id of world.released.messages.keys()) {
    times.push(
      await page.evaluate(async (wanted) => {
        const begin = performance.now();
        location.hash = `#/messages?message=${wanted}`;
        while (document.querySelector(`[data-message="${wanted}"]`)?.textContent?.includes('message number') !== true) {
          if (performance.now() - begin > 10_000) throw new Error('a message did not open');
          await new Promise(requestAnimationFrame);
        }
        return (performance.now() - begin) / 1000;
      }, id),
    );
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.NaN;
}

interface HeapUsage {
  readonly usedSize: number;
  readonly embedderHeapUsedSize?: number;
  readonly backingStorageSize?: number;
}

/** Of the page and of its worker, buffers included, after what is not needed any more was thrown away. */
async function watchHeap(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  const workers: string[] = [];
  const answers = new Map<number, (result: HeapUsage) => void>();
  session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    if (targetInfo.type === 'worker') workers.push(sessionId);
  });
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, result } = JSON.parse(message) as { readonly id?: number; readonly result?: HeapUsage };
    if (id !== undefined && result !== undefined) answers.get(id)?.(result);
  });
  await session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
  const sum = (usage: HeapUsage): number =>
    usage.usedSize + (usage.embedderHeapUsedSize ?? 0) + (usage.backingStorageSize ?? 0);
  let asked = 0;
  const ask = (sessionId: string, method: string): Promise<HeapUsage> => {
    asked += 1;
    const id = asked;
    return new Promise((settle) => {
      answers.set(id, settle);
      void session.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method }) });
    });
  };
  return async () => {
    await session.send('HeapProfiler.collectGarbage');
    let total = sum(await toUsage(session));
    if (workers.length === 0) throw new Error('no worker was seen');
    for (const worker of workers) {
      await ask(worker, 'HeapProfiler.collectGarbage');
      total += sum(await ask(worker, 'Runtime.getHeapUsage'));
    }
    return total;
  };
}

async function toUsage(session: CDPSession): Promise<HeapUsage> {
  return (await session.send('Runtime.getHeapUsage')) as HeapUsage;
}
