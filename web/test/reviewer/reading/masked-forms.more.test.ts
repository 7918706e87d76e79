import type { IndexedMessage } from '@candor/core/review/seal';
import fc from 'fast-check';
import type { Browser, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openBrowser } from '../../../../tools/services/browser.ts';
import { shareOpened } from '../share-opened.ts';
import { VaultWorld } from '../vault-world.ts';
import { openWatched } from '../watched-page.ts';
import { toPart } from './made-mail.ts';
import { type ReadingSite, serveReading } from './reading-page.ts';

const TIMEOUT_MS = 240_000;
const MAILS = process.env['CANDOR_LONG'] === '1' ? 300 : 24;
let browser: Browser;
let site: ReadingSite;
shareOpened(openBrowser, (opened) => {
  browser = opened;
});
shareOpened(serveReading, (opened) => {
  site = opened;
});

const word = fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{5,14}[0-9]$/);
/** How markup stands in a word, and what follows it. */
const SPLITS: readonly ((word: string) => string)[] = [
  (text) => text,
  (text) => `<b>${text.slice(0, 3)}</b>${text.slice(3)}`,
  (text) => `${text.slice(0, 4)}<i>${text.slice(4)}</i>`,
  (text) => `<b>${text.slice(0, 2)}</b><span style="color:red">${text.slice(2, 5)}</span>${text.slice(5)}`,
  (text) => `${text.slice(0, 3)}&shy;${text.slice(3)}`,
  (text) => `${text.slice(0, 3)}<wbr>${text.slice(3)}`,
  (text) => `${text.slice(0, 3)}<!-- here -->${text.slice(3)}`,
  (text) => `${text.slice(0, 3)}<span style="display:none">hidden</span>${text.slice(3)}`,
  (text) => `<p>${text}</p>`,
];
const HIDDEN = 7;
const BEHIND = ['', '.', ',', '!', '?)', '…'];

interface Place {
  readonly split: number;
  readonly behind: number;
}

interface MadeMail {
  readonly words: readonly string[];
  readonly hasPlain: boolean;
  readonly plain: readonly Place[];
  readonly html: readonly Place[];
  readonly subject: boolean;
  readonly attachment: boolean;
  readonly nested: boolean;
  readonly name: boolean;
}

const place = fc.record({ split: fc.nat(SPLITS.length - 1), behind: fc.nat(BEHIND.length - 1) });
const anyMail: fc.Arbitrary<MadeMail> = fc.record({
  words: fc.uniqueArray(word, { minLength: 1, maxLength: 3 }),
  hasPlain: fc.boolean(),
  plain: fc.array(place, { minLength: 1, maxLength: 2 }),
  html: fc.array(place, { minLength: 1, maxLength: 3 }),
  subject: fc.boolean(),
  attachment: fc.boolean(),
  nested: fc.boolean(),
  name: fc.boolean(),
});

function write(mail: MadeMail): Buffer {
  const [first = ''] = mail.words;
  const behind = (one: Place): string => BEHIND[one.behind] ?? '';
  const text = mail.words.flatMap((each) => mail.plain.map((one) => `password: ${each}${behind(one)} and more.`));
  const html = mail.words.flatMap((each) =>
    mail.html.map((one, at) => {
      const shown = SPLITS[one.split]?.(each) ?? each;
      // With hidden words in it, it is another word to whoever looks for passwords.
      const before = at % 2 === 0 && one.split !== HIDDEN ? 'password: ' : 'again ';
      return `<div>${before}${shown}${behind(one)} and more</div>`;
    }),
  );
  // What nobody called a password there is known from the other form.
  const named = `<div>password: ${mail.words.join('</div><div>password: ')}</div>`;
  const nested = [
    'Content-Type: message/rfc822',
    '',
    'From: a@b.example',
    `Subject: about ${first}`,
    '',
    `it is ${first}.`,
  ];
  const parts = [
    ...(mail.hasPlain ? ['Content-Type: text/plain; charset=utf-8', '', ...text] : []),
    '--inner',
    'Content-Type: text/html; charset=utf-8',
    '',
    `<html><body>${named}${html.join('\r\n')}<img alt="the ${first}"></body></html>`,
  ];
  const lines = [
    `From: ${mail.name ? `"${first} of Ana"` : 'Ana Novak'} <a.novak@northwind.example>`,
    'To: Marta Olsen <marta.olsen@harbor.example>',
    `Subject: ${mail.subject ? `Use ${first}!` : 'Access'}`,
    'Date: Fri, 12 Oct 2001 14:05:31 +0000',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=outer',
    '',
    '--outer',
    'Content-Type: multipart/alternative; boundary=inner',
    '',
    ...(mail.hasPlain ? ['--inner'] : []),
    ...parts,
    '--inner--',
    ...(mail.attachment ? ['--outer', toPart('text/plain', Buffer.from('x'), `${first}.txt`)] : []),
    ...(mail.nested ? ['--outer', ...nested] : []),
    '--outer--',
    '',
  ];
  return Buffer.from(lines.join('\r\n'));
}

const entry: IndexedMessage = {
  id: '',
  object: '2'.repeat(64),
  verdict: 'accessed',
  why: [],
  date: null,
  subject: 'Access',
  from: [],
  to: [],
  cc: [],
  direction: 'sent',
  custodians: [],
  attachments: [],
  marks: [],
};

interface PaneGlobals {
  readonly pane: { give(id: string, indexed: IndexedMessage, base64: string): void; show(id: string): void };
}

async function give(page: Page, mail: Buffer, at: number): Promise<void> {
  const indexed = { ...entry, id: at.toString(16).padStart(64, '0') };
  await page.evaluate(
    ([given, base64]) => {
      const { pane } = globalThis as unknown as PaneGlobals;
      pane.give(given.id, given, base64);
      pane.show(given.id);
    },
    [indexed, mail.toString('base64')] as const,
  );
  await page.waitForSelector(`article[data-message="${indexed.id}"] footer`);
}

/** All that a person can see or hear of what is shown: texts, of frames too, titles and names. */
async function readShown(page: Page): Promise<string> {
  const frames = page.frames().filter((frame) => frame === page.mainFrame() || frame.url() === 'about:srcdoc');
  const texts = await Promise.all(
    frames.map((frame) =>
      frame.evaluate(() => {
        const said = [...document.querySelectorAll('*')].flatMap((element) =>
          ['alt', 'title', 'aria-label'].map((name) => element.getAttribute(name) ?? ''),
        );
        // biome-ignore lint/performance/useDomNodeTextContent: what is not drawn is not shown
        return [document.body.innerText, document.title, ...said].join('\n');
      }),
    ),
  );
  return texts.join('\n').replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '');
}

async function countMasked(page: Page): Promise<number> {
  const banner = /(\d+) passwords? or keys? masked; others may be here/.exec((await page.textContent('article')) ?? '');
  return Number(banner?.[1] ?? 0);
}

test('no form of a message shows a value that the banner calls masked', { timeout: TIMEOUT_MS }, async () => {
  const { page, faults } = await openWatched(browser, {});
  await page.goto(`${site.address}/pane`);
  const mails = fc.sample(anyMail, { numRuns: MAILS, seed: Number(process.env['CANDOR_SEED']) });
  for (const [at, mail] of mails.entries()) {
    await give(page, write(mail), at);
    const check = async (form: string, isExact: boolean): Promise<void> => {
      const said = JSON.stringify({ form, mail });
      // The frame answers a moment after the pane is drawn.
      if (isExact) await expect.poll(() => countMasked(page), { message: said }).toBe(mail.words.length);
      const shown = await readShown(page);
      const visible = mail.words.filter((each) => shown.includes(each));
      expect(mail.words.length - visible.length, `${said} shows ${visible}`).toBeGreaterThanOrEqual(
        await countMasked(page),
      );
      if (isExact) expect(visible, said).toEqual([]);
    };
    for (const form of ['As text', 'As formatted']) {
      const button = page.getByRole('button', { name: form, exact: true });
      if ((await button.count()) > 0) await button.click();
      await page.waitForFunction(
        (isFormatted) => document.querySelector('iframe')?.hidden === !isFormatted,
        form === 'As formatted',
      );
      await check(form, true);
    }
    await page.emulateMedia({ media: 'print' });
    await check('printed', true);
    await page.emulateMedia({ media: 'screen' });
    await page.getByRole('button', { name: 'Raw view', exact: true }).click();
    await page.waitForSelector('section[tabindex="0"]');
    await check('raw', true);
  }
  expect(faults).toEqual([]);
  await page.context().close();
});

test('a password in a subject is masked in the list beside and behind the message', {
  timeout: TIMEOUT_MS,
}, async () => {
  const secret = 'Quarry-Lamp-7e';
  const firstMail = ['From: a@north.example', 'Subject: x', '', `password: ${secret}.`, ''].join('\r\n');
  const world = await VaultWorld.open({ opening: 2, firstMail, firstSubject: `Use ${secret} today` });
  try {
    const [id] = world.released.messages.keys();
    const { page } = await world.enter(browser, `/messages?message=${id}`);
    await page.getByText('1 password or key masked; others may be here').waitFor();
    await page.getByRole('grid').getByText('Use Qu••••••••7e today').waitFor();
    expect(await readShown(page)).not.toContain(secret);
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await page.getByText('1 password or key recognized and shown; others may be here').waitFor();
    expect(await readShown(page)).toContain(secret);
    await page.context().close();
  } finally {
    await world.close();
  }
});
