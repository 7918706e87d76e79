import type { Browser, Page } from 'playwright-core';
import { beforeEach, expect, test } from 'vitest';
import { toHtmlMail } from './made-mail.ts';
import { findParser, findViewers, openMail } from './opened-pages.ts';
import { prepareReadingBench } from './reading-bench.ts';
import { openReadingPage, openWatchedBrowser } from './reading-page.ts';

/** What a frame does, and what is given to it before it is judged to have done nothing. */
const DEED_MS = 1000;
/** A deed that is to be heard is waited for longer, where a machine is busy. */
const HEARD = { timeout: 20_000 };

const bench = prepareReadingBench();
beforeEach(() => {
  bench.canary.knocks.length = 0;
});

const away = 'http://away.canary.test/away';

/**
 * What hostile code would do if it ever ran in the parser frame: the frame has scripts, so that only its cage holds it.
 */
const deeds: readonly (readonly [name: string, script: string])[] = [
  ['goes elsewhere itself', `location = '${away}'`],
  [
    'goes elsewhere by a link',
    `const a = document.createElement('a'); a.href = '${away}'; document.body.append(a); a.click()`,
  ],
  [
    'goes elsewhere by a form',
    `const f = document.createElement('form'); f.action = '${away}'; document.body.append(f); f.submit()`,
  ],
  [
    'goes elsewhere by refresh',
    `const m = document.createElement('meta'); m.httpEquiv = 'refresh'; m.content = '0;url=${away}'; document.head.append(m)`,
  ],
  ['takes the page elsewhere', `try { top.location = '${away}' } catch {}`],
  [
    'takes the page elsewhere by a link',
    `const a = document.createElement('a'); a.href = '${away}'; a.target = '_top'; document.body.append(a); a.click()`,
  ],
  ['opens a window', `window.open('${away}')`],
  ['fetches', `fetch('${away}', { mode: 'no-cors' }).catch(() => 0)`],
  ['sends a beacon', `navigator.sendBeacon('${away}', 'x')`],
  ['opens a socket', `try { new WebSocket('${away}'.replace('http', 'ws')) } catch {}`],
  ['opens a stream', `try { new EventSource('${away}') } catch {}`],
  ['shows a picture', `new Image().src = '${away}'`],
  ['makes a frame', `const f = document.createElement('iframe'); f.src = '${away}'; document.body.append(f)`],
  [
    'loads a style',
    `const l = document.createElement('link'); l.rel = 'stylesheet'; l.href = '${away}'; document.head.append(l)`,
  ],
  ['loads a font', `new FontFace('a', 'url(${away})').load().catch(() => 0)`],
  [
    'loads a script',
    `const s = document.createElement('script'); try { s.src = '${away}' } catch {} document.head.append(s)`,
  ],
  [
    'starts a worker',
    `try { new Worker(URL.createObjectURL(new Blob(["fetch('${away}',{mode:'no-cors'})"]))) } catch {}`,
  ],
  [
    'prefetches',
    `const l = document.createElement('link'); l.rel = 'prefetch'; l.href = '${away}'; document.head.append(l)`,
  ],
  ['plays', `new Audio('${away}').play().catch(() => 0)`],
  [
    'speculates',
    `const s = document.createElement('script'); s.type = 'speculationrules'; try { s.textContent = '{"prefetch":[{"urls":["${away}"],"eagerness":"immediate"}]}' } catch {} document.head.append(s)`,
  ],
];

/**
 * Before the browser asks the page's policy whether a frame may go somewhere, it connects there ahead, and says
 * nothing. So who has found a hole in the parser can make a name be looked up, and nothing more; mail itself never gets
 * that far.
 */
const CONNECTS_AHEAD = /elsewhere|makes a frame/;

/** What ends the frame, or takes it elsewhere, so that nothing else can be tried in it. */
const LEAVES = /elsewhere|window|makes a frame/;

/** Those that can be done one after the other in one frame, each with a path of its own, which a failure shows. */
const asking = new Map(
  deeds
    .filter(([name]) => !LEAVES.test(name))
    .map(([name, script]) => [name, script.replaceAll(away, `${away}/${name.replaceAll(' ', '-')}`)]),
);

/** That one throws keeps none of the others from being done. */
const joinDeeds = (scripts: readonly string[]): string =>
  scripts.map((script) => `try { ${script} } catch {}`).join('\n');

/** Runs it in the parser frame, past its policy, as whoever found a hole in the parser would. */
async function doInParser(page: Page, script: string): Promise<void> {
  const frame = await findParser(page);
  await frame.evaluate(script).catch(() => undefined);
  await page.waitForTimeout(DEED_MS);
}

async function doInPlainFrame(plain: Browser, script: string): Promise<Page> {
  const { page } = await openReadingPage(plain, bench.site, '/plain');
  await page.evaluate(
    () =>
      new Promise((settle) => {
        const frame = document.createElement('iframe');
        frame.onload = () => settle(null);
        frame.src = '/plain';
        document.body.append(frame);
      }),
  );
  await expect.poll(() => page.frames()[1]?.url(), HEARD).toBe(`${bench.site.address}/plain`);
  await page
    .frames()[1]
    ?.evaluate(script)
    .catch(() => undefined);
  return page;
}

/** A window needs a person's press, and rules of speculation a page that nothing frames. */
const UNHEARD = /window|speculates|of a link/;

test('control: the same actions in a plain frame are received', async () => {
  // A browser of its own: what it keeps open would be heard later.
  const plain = await openWatchedBrowser(bench.canary.port);
  for (const [name, script] of deeds.filter(([each]) => LEAVES.test(each))) {
    bench.canary.knocks.length = 0;
    const page = await doInPlainFrame(plain, script);
    if (UNHEARD.test(name)) await page.waitForTimeout(DEED_MS / 2);
    else await expect.poll(() => bench.canary.knocks.length, { ...HEARD, message: name }).toBeGreaterThan(0);
    await page.close();
  }
  bench.canary.knocks.length = 0;
  const page = await doInPlainFrame(plain, joinDeeds([...asking.values()]));
  const heard = () => {
    const requests = bench.canary.knocks.filter(({ kind }) => kind === 'request');
    return new Set(requests.map(({ about }) => about.split('/').at(-1)?.replaceAll('-', ' ')));
  };
  const audible = [...asking.keys()].filter((name) => !UNHEARD.test(name));
  await expect.poll(heard, HEARD).toEqual(new Set(audible));
  expect(audible).toHaveLength(11);
  await page.close();
  await plain.close();
  await new Promise((settle) => setTimeout(settle, DEED_MS));
});

test.each(deeds.filter(([name]) => LEAVES.test(name)))(
  'ignores a parser frame that %s, and the page stays',
  { timeout: 60_000 },
  (name, script) => expectHeld([script], CONNECTS_AHEAD.test(name)),
);

test('ignores a parser frame that requests anything, and the page stays', () =>
  expectHeld([...asking.values()], false));

async function expectHeld(scripts: readonly string[], connectsAhead: boolean): Promise<void> {
  const { page } = await openReadingPage(bench.browser, bench.site);
  await openMail(page, toHtmlMail('<p>hello'));
  await doInParser(page, joinDeeds(scripts));
  expect(bench.canary.knocks.filter(({ kind }) => kind !== 'connection' || !connectsAhead)).toEqual([]);
  expect(page.url()).toBe(`${bench.site.address}/`);
  expect(page.context().pages()).toHaveLength(1);
  expect(await openMail(page, toHtmlMail('<p>again'))).toHaveProperty('head');
  await page.close();
}

test('a parser frame reaches nothing of the page, its storage or its files', async () => {
  const { page } = await openReadingPage(bench.browser, bench.site);
  await openMail(page, toHtmlMail('<p>hello'));
  const frame = await findParser(page);
  const reached = await frame.evaluate(async () => {
    const tries: readonly (readonly [string, () => unknown])[] = [
      ['page', () => parent.document.body],
      ['storage', () => localStorage.length],
      ['session', () => sessionStorage.length],
      ['cookies', () => document.cookie],
      ['database', () => indexedDB.open('x')],
      ['caches', () => caches.keys()],
      ['files', () => fetch('/page/page.js').then(({ ok }) => ok)],
      ['workers', () => navigator.serviceWorker.getRegistrations()],
    ];
    const found: string[] = [];
    for (const [name, attempt] of tries) {
      try {
        const value = await attempt();
        if (name !== 'cookies' || value !== '') found.push(name);
      } catch {
        // As it should be.
      }
    }
    return found;
  });
  expect(reached).toEqual([]);
  await page.close();
});

test('discards a frame that says anything unexpected', async () => {
  for (const script of [
    "parent.postMessage('odd', '*')",
    "parent.postMessage({ kind: 'read' }, '*')",
    "parent.postMessage('candor-frame-ready', '*')",
  ]) {
    const { page } = await openReadingPage(bench.browser, bench.site);
    await openMail(page, toHtmlMail('<p>hello'));
    await doInParser(page, script);
    await expect.poll(() => page.evaluate(() => document.querySelectorAll('iframe').length), HEARD).toBe(0);
    await page.close();
  }
});

test('ignores messages of other windows', async () => {
  const { page } = await openReadingPage(bench.browser, bench.site);
  await openMail(page, toHtmlMail('<p>hello'));
  await page.evaluate(() => postMessage({ kind: 'read' }, '*'));
  await page.waitForTimeout(100);
  expect(await page.evaluate(() => document.querySelectorAll('iframe').length)).toBe(1);
  await page.close();
});

test('gives a message to a frame once: ignores another page and a second order', async () => {
  const { page } = await openReadingPage(bench.browser, bench.site);
  await openMail(page, toHtmlMail('<p>hello'));
  const heard = await page.evaluate(async () => {
    const frame = document.querySelector('iframe');
    const channel = new MessageChannel();
    const answer = new Promise((settle) => {
      channel.port1.onmessage = () => settle('answered');
      setTimeout(() => settle('silent'), 500);
    });
    const bytes = new TextEncoder().encode('Subject: second\r\n\r\nx').buffer;
    frame?.contentWindow?.postMessage({ kind: 'open', bytes }, '*', [channel.port2, bytes]);
    return answer;
  });
  expect(heard).toBe('silent');
  await page.close();
});

test('clicking a link in a message does nothing, wherever it leads', async () => {
  const { page } = await openReadingPage(bench.browser, bench.site);
  const links = ['_blank', '_top', '_parent', '_self']
    .map((target) => `<a target=${target} href=${away}>press</a>`)
    .join(' ');
  await openMail(
    page,
    toHtmlMail(`<base target=_top>${links}<p style="position:fixed;inset:0;z-index:9"><a href=${away}>over</a></p>`),
  );
  const [viewer] = await findViewers(page, 1);
  for (const link of (await viewer?.$$('.candor-link')) ?? []) await link.click();
  await page.waitForTimeout(DEED_MS);
  expect(await viewer?.$$eval('.candor-link', (found) => found.length)).toBe(5);
  expect(bench.canary.knocks).toEqual([]);
  expect(page.url()).toBe(`${bench.site.address}/`);
  expect(page.context().pages()).toHaveLength(1);
  await page.close();
});

test('nothing in a message overlaps anything: fixed elements are in the flow, inside their frame', async () => {
  const { page } = await openReadingPage(bench.browser, bench.site);
  await openMail(
    page,
    toHtmlMail(
      '<style>div{position:fixed;top:0;left:0;width:100vw;height:100vh;z-index:99}</style><div style="position:absolute;inset:-900px">Enter your password</div><p style="margin-top:-900px;transform:translateY(-900px)">x',
    ),
  );
  const [viewer] = await findViewers(page, 1);
  expect(
    await viewer?.$$eval(
      'body *',
      (found) =>
        found
          .map((element) => getComputedStyle(element))
          .filter(({ position, transform }) => position !== 'static' || transform !== 'none').length,
    ),
  ).toBe(0);
  await page.close();
});
