import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { LANGUAGES } from '@candor/core/notice/text';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { noBrowser, openBrowser } from '../../../../tools/services/browser.ts';
import { look, NARROW, openWatched } from '../looked-at.ts';
import { type MadeParty, type MadeWork, makeWork } from './made-work.ts';
import { serveWork, type WorkSite } from './work-site.ts';

// Each state is looked at in two widths and two themes.
vi.setConfig({ testTimeout: 240_000 });

let browser: Browser;
let site: WorkSite;
let made: MadeParty;
beforeAll(async () => {
  if (noBrowser !== null) return;
  browser = await openBrowser();
  site = await serveWork();
  made = await makeWork();
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});
beforeEach((context) => {
  if (noBrowser !== null) context.skip(noBrowser);
});

async function open(path: string, change: Partial<MadeWork> = {}, query = ''): Promise<Page> {
  const { page, faults } = await openWatched(browser);
  page.on('close', () => expect(faults).toEqual([]));
  // No dialogue of the system: nobody is there to answer it.
  await page.addInitScript((work) => Object.assign(window, { made: work, showSaveFilePicker: undefined }), {
    ...made.work,
    ...change,
  });
  await page.goto(`${site.address}${query}#${path}`);
  await page.waitForSelector('h1');
  return page;
}

const posted = (page: Page): Promise<readonly Record<string, unknown>[]> =>
  page.evaluate(() => (window as unknown as { readonly posted: Record<string, unknown>[] }).posted);
const refuse = (page: Page, what: 'portal' | 'keyWorker', isRefusing: boolean): Promise<void> =>
  page.evaluate(
    ([part, is]) =>
      Object.assign((window as unknown as { readonly refusing: object }).refusing, { [part as string]: is }),
    [what, isRefusing] as const,
  ) as unknown as Promise<void>;
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const say = (page: Page, text: string): Promise<unknown> => page.getByText(text).first().waitFor();

/** Goes to an element by the tabulator alone, as people without a mouse do. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let steps = 0; steps < 80; steps += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      return element?.getAttribute('aria-label') ?? element?.textContent ?? '';
    });
    if (focused.trim() === name) return;
  }
  throw new Error(`the tabulator never came to ${name}`);
}

describe('people', () => {
  test('are shown with role, key, openings and status, and who opened what', async () => {
    const page = await open('/people');
    await say(page, '3 people. 1 more waits.');
    await say(page, '35 accesses since 23 Oct 2001');
    await page.getByRole('link', { name: 'SFTP access for the settlement files 1' }).waitFor();
    await say(page, '30 messages');
    await look(page, 'people');
    await page.close();
  });

  test('a reader is nominated by ear and keyboard only, in two steps', async () => {
    const page = await open('/people');
    await say(page, 'Name a reader');
    await tabTo(page, 'Name a reader…');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.getByLabel('Fingerprint, as the person reads it').focus();
    await page.keyboard.type('5c1d 08bx');
    await say(page, 'Group 2 has a character');
    await look(page, 'people-name-slip');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('00'.repeat(16));
    await say(page, 'Nobody who waits has this key.');
    expect(await button(page, 'Continue').getAttribute('aria-disabled')).toBe('true');
    await page.keyboard.press('Control+A');
    await page.keyboard.type(made.grace.fingerprint.toUpperCase().replaceAll('-', ' '));
    await say(page, 'It is the key of Grace Okafor, grace.okafor@northwind.example.');
    await look(page, 'people-name');
    await tabTo(page, 'Continue');
    await page.keyboard.press('Enter');
    await say(page, 'Then two people at Harbor Energy approve.');
    await look(page, 'people-name-happens');
    await tabTo(page, 'Continue');
    await page.keyboard.press('Enter');
    await say(page, `Name Grace Okafor, fingerprint ${made.grace.fingerprint}.`);
    expect(await posted(page)).toEqual([]);
    await tabTo(page, 'Sign and name Grace Okafor');
    await page.keyboard.press('Enter');
    await say(page, 'Grace Okafor is named.');
    expect(await posted(page)).toEqual([
      {
        kind: 'nomination',
        party: 'northwind.example',
        reviewer: made.grace.fingerprint,
        enrollment: made.work.party?.enrollments.at(-1)?.request,
        relation: 'own',
      },
    ]);
    await page.close();
  });

  test('somebody is revoked by keyboard only; Escape before the last step changes nothing', async () => {
    const page = await open('/people');
    await say(page, '35 accesses');
    for (const isMeant of [false, true]) {
      await tabTo(page, 'Revoke… Samir Haddad');
      await page.keyboard.press('Enter');
      await say(page, 'What Samir Haddad opened or saved stays with Samir Haddad: 3 messages.');
      if (isMeant) await look(page, 'people-revoke');
      await tabTo(page, 'Continue');
      await page.keyboard.press('Enter');
      await say(page, 'Revoke Samir Haddad, fingerprint');
      if (isMeant) {
        await tabTo(page, 'Sign and revoke Samir Haddad');
        await page.keyboard.press('Enter');
      } else {
        await page.keyboard.press('Escape');
        await page.getByRole('dialog').waitFor({ state: 'detached' });
        expect(await posted(page)).toEqual([]);
      }
    }
    await say(page, 'Samir Haddad is being revoked.');
    expect(await posted(page)).toEqual([
      { kind: 'revocation', party: 'northwind.example', reviewer: made.samir.fingerprint },
    ]);
    await page.close();
  });

  test('a refusal by the portal is a sentence, and the decision stays open', async () => {
    const page = await open('/people');
    await refuse(page, 'portal', true);
    await button(page, 'Object… Grace Okafor').click();
    await button(page, 'Continue').click();
    await button(page, 'Sign and object to Grace Okafor').click();
    await say(page, 'Nothing was changed.');
    await look(page, 'people-refused');
    await refuse(page, 'portal', false);
    await button(page, 'Sign and object to Grace Okafor').click();
    await say(page, 'The objection to Grace Okafor is sent.');
    expect(await posted(page)).toMatchObject([{ kind: 'objection' }]);
    await page.close();
  });

  test('a truncated access record is reported in red, and stays so', async () => {
    const page = await open('/people', { access: made.work.access.filter((_, at) => at !== 4) });
    await say(page, 'The view receipts are not consistent');
    await look(page, 'people-broken');
    await page.close();
  });

  test('an access record without what this device saw is reported in red', async () => {
    const page = await open('/people');
    await say(page, 'this device keeps it for next time');
    const context = page.context();
    const second = await context.newPage();
    await second.addInitScript((work) => Object.assign(window, { made: work }), {
      ...made.work,
      access: made.work.access.slice(0, 5),
    });
    await second.goto(`${site.address}#/people`);
    await say(second, 'The view receipts are not those that you saw before: record 35');
    await page.close();
  });

  test('a reviewer sees which keys can open, and can leave', async () => {
    const page = await open('/people', { role: 'reviewer', own: made.samir.fingerprint });
    await say(page, '4 keys can open this release.');
    await look(page, 'people-reviewer');
    await button(page, 'Leave…').click();
    await button(page, 'Continue').click();
    await button(page, 'Sign and leave').click();
    await say(page, 'You are leaving.');
    expect(await posted(page)).toMatchObject([{ kind: 'revocation', reviewer: made.samir.fingerprint }]);
    await page.close();
  });

  test('a failed fetch shows a sentence and one action', async () => {
    const page = await openWatched(browser).then(async ({ page: bare }) => {
      await bare.addInitScript((work) => Object.assign(window, { made: work }), { ...made.work, party: null });
      await bare.goto(`${site.address}#/people`);
      return bare;
    });
    await say(page, 'The list of readers could not be fetched');
    await page.close();
  });
});

describe('trust', () => {
  test('shows each check with its fact, how to verify independently, and the guide', async () => {
    const page = await open('/trust');
    await say(page, '5 of 6 checks passed');
    await look(page, 'trust');
    await button(page, 'Read the guide: two pages').click();
    await page.getByRole('heading', { name: 'What to do first' }).waitFor();
    await look(page, 'trust-guide');
    await page.close();
  });

  test.for([
    ['log-not-continued', 'This log does not continue the one in your notice'],
    ['release-refused:fingerprint', 'The keys are not those in your notice'],
    ['rolled-back', 'The portal does not deliver everything'],
  ] as const)('%s is the first thing it says, in red, with what to do', async ([flaw, sentence]) => {
    const page = await open('/trust', { flaw });
    await say(page, 'A check failed. Nothing of this release was opened.');
    expect(await page.locator('main ul li').first().textContent()).toContain(sentence);
    await look(page, `trust-${flaw.replace(':', '-')}`);
    await page.close();
  });

  test('a figure is disputed with a signature, in one line', async () => {
    const page = await open('/trust');
    const field = page.getByLabel('Which figure, what you count');
    await field.fill('x'.repeat(2001));
    await say(page, 'At most 2,000 characters');
    await field.fill('We count 20 messages,\nnot 22.');
    await button(page, 'Sign and send to Harbor Energy').click();
    await say(page, 'Sent. Harbor Energy fetches it at its next call');
    expect(await posted(page)).toEqual([
      { kind: 'dispute', party: 'northwind.example', claim: 'We count 20 messages, not 22.' },
    ]);
    await page.close();
  });

  test('saves proofs and key file', async () => {
    const page = await open('/trust');
    await page.evaluate(() => {
      const none = new ArrayBuffer(8);
      const response = { authenticatorData: none, clientDataJSON: none, signature: none, userHandle: none };
      navigator.credentials.get = async () =>
        ({ id: 'AA', rawId: none, type: 'public-key', response, getClientExtensionResults: () => ({}) }) as never;
    });
    const proofs = page.waitForEvent('download');
    await button(page, 'Save the proofs').click();
    expect((await proofs).suggestedFilename()).toBe('northwind.example-release-1-proofs.zip');
    await page.getByLabel('Passphrase for the key file').fill('short');
    await button(page, 'Save the key file').click();
    // The device has no secret of its own for the passkey: the recovery key shows that the person is there.
    await page.getByLabel('Recovery key').fill('as it was written down');
    await button(page, 'Save the key file').click();
    await page.getByRole('alert').waitFor();
    await page.getByLabel('Passphrase for the key file').fill('seven words that nobody can guess today');
    const key = page.waitForEvent('download');
    await button(page, 'Save the key file').click();
    expect((await key).suggestedFilename()).toBe('northwind.example.key');
    await say(page, 'The key file is saved.');
    await page.close();
  });
});

describe('secrets', () => {
  test('are work with progress, filter and concurrent statements', async () => {
    const page = await open('/secrets');
    await say(page, '4 of 5 passwords and keys are still open.');
    await say(page, '2 people wrote about this at the same time.');
    await look(page, 'secrets');
    await button(page, 'Changed 1').click();
    await page.waitForFunction(() => location.hash.includes('status=rotated'));
    await say(page, 'API key of the billing service');
    await button(page, 'Not ours 0').click();
    await say(page, 'None of the 5 on the list is in this state.');
    await look(page, 'secrets-none');
    await page.close();
  });

  test('are marked changed with one click, and that can be undone', async () => {
    const page = await open('/secrets');
    await button(page, 'Mark changed: SFTP access for the settlement files 1').click();
    await say(page, '3 of 5 passwords and keys are still open.');
    await button(page, 'Undo').click();
    await say(page, '4 of 5 passwords and keys are still open.');
    await page.close();
  });

  test('a dispute is settled by a statement that has seen both', async () => {
    const page = await open('/secrets');
    await button(page, 'Settle…').click();
    await page.getByLabel('Status').selectOption('not-ours');
    await look(page, 'secrets-settle');
    await button(page, 'Save for all reviewers').click();
    await say(page, '3 of 5 passwords and keys are still open.');
    expect(await page.getByText('2 people wrote about this').count()).toBe(0);
    const [{ note } = { note: null }] = (await posted(page)) as { note: { text: string } }[];
    expect(JSON.parse(note?.text ?? '{}')).toMatchObject({ seen: { [made.samir.fingerprint]: 1 } });
    await page.close();
  });

  test('what could not be saved stays in the form', async () => {
    const page = await open('/secrets');
    await button(page, 'Add a password or key…').click();
    expect(await button(page, 'Save for all reviewers').getAttribute('aria-disabled')).toBe('true');
    await page.getByLabel('What it is').fill('VPN profile');
    await refuse(page, 'keyWorker', true);
    await button(page, 'Save for all reviewers').click();
    await say(page, 'What you wrote is still here.');
    expect(await page.getByLabel('What it is').inputValue()).toBe('VPN profile');
    await look(page, 'secrets-add');
    await refuse(page, 'keyWorker', false);
    await button(page, 'Save for all reviewers').click();
    await say(page, '5 of 6 passwords and keys are still open.');
    await page.close();
  });

  test("notes about a message are listed together, and nobody overwrites another's", async () => {
    const page = await open('/', {}, '?part=notes');
    await say(page, 'the old login is off since Monday');
    await page.getByLabel('Your note').fill('The new one is in the safe.');
    await button(page, 'Save the note').click();
    await page.waitForFunction(() => (window as unknown as { posted: unknown[] }).posted.length === 1);
    await say(page, 'the old login is off since Monday');
    expect(await page.getByLabel('Your note').inputValue()).toBe('The new one is in the safe.');
    await look(page, 'notes');
    await button(page, 'Take it back').click();
    await page.waitForFunction(() => (window as unknown as { posted: unknown[] }).posted.length === 2);
    expect((await posted(page)).at(-1)).toMatchObject({ note: { text: '', status: null } });
    await page.close();
  });
});

describe('the report', () => {
  test('links each figure to its messages and keeps gaps as gaps', async () => {
    const page = await open('/report');
    await say(page, 'Each figure, and where it comes from');
    await look(page, 'report');
    const mark = await page.locator('article mark').first().textContent();
    expect(mark).toBe('[not known here]');
    await page.getByLabel('When did the notice reach you? (UTC)').fill('2001-10-21T10:40');
    await say(page, '21 Oct 2001, 10:40 UTC');
    const link = page.locator('article a', { hasText: '10' }).first();
    expect(await link.getAttribute('href')).toBe('#/messages?verdict=accessed');
    await page.getByLabel('Text for').selectOption('gdpr-33');
    await say(page, 'Nature of the breach, Article 33(3)(a)');
    await look(page, 'report-gdpr-33');
    await page.close();
  });

  test('is saved with texts, tables and proofs', async () => {
    const page = await open('/report');
    const saved = page.waitForEvent('download');
    await button(page, 'Save the pack (.zip)').click();
    const zip = readFileSync((await (await saved).path()) ?? '');
    for (const name of ['neutral.html', 'gdpr-33.html', 'tables/people.csv', 'pack.json', 'proofs/log.proof'])
      expect(zip.includes(name)).toBe(true);
    await page.close();
  });

  test('says before the first release that there is nothing to report', async () => {
    const page = await open('/report', { messages: [], isEmpty: true });
    await say(page, 'Nothing to read yet');
    await look(page, 'report-nothing');
    await page.close();
  });

  test.for(['/report', '/people', '/secrets', '/trust'])(
    '%s prints in light colours, without bars and completely',
    async (path) => {
      const page = await open(path);
      await page.waitForTimeout(500);
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      const seen = await page.evaluate(() => {
        const isShown = (selector: string): boolean =>
          [...document.querySelectorAll(selector)].some((element) => element.getClientRects().length > 0);
        return {
          nav: isShown('header nav'),
          footer: isShown('footer'),
          buttons: isShown('main button'),
          ground: getComputedStyle(document.body).backgroundColor,
        };
      });
      expect(seen).toEqual({ nav: false, footer: false, buttons: false, ground: 'rgb(255, 255, 255)' });
      await page.close();
    },
  );
});

describe('an export', () => {
  /** All messages are read ahead together: one takes longer than the slowest machine needs to press a button. */
  const UNHURRIED_MS = 8000;

  test("is saved with a count, and its digest is the file's", async () => {
    const page = await open('/', {}, '?part=export');
    await page.getByRole('dialog').waitFor();
    await look(page, 'export');
    const saved = page.waitForEvent('download');
    await button(page, 'Save 40 messages').click();
    const file = readFileSync((await (await saved).path()) ?? '');
    await say(page, '40 messages saved');
    const digest = await page.locator('[role=dialog] code').textContent();
    expect(digest).toBe(createHash('sha256').update(file).digest('hex'));
    expect(file.toString().match(/^From candor@/gm)?.length).toBe(40);
    await look(page, 'export-done');
    await page.close();
  });

  test('names what did not open, and contains the rest', async () => {
    const [first] = made.work.messages;
    const page = await open('/', { damaged: [first?.indexed.id ?? ''] }, '?part=export');
    await page.getByLabel('EML in a zip').check();
    await button(page, 'Save 40 messages').click();
    await say(page, '1 message could not be opened and is not in it');
    expect(await page.getByRole('textbox').inputValue()).toBe(first?.indexed.id);
    await look(page, 'export-missing');
    await page.close();
  });

  test('can be stopped, and leaves no file behind', async () => {
    const page = await open('/', { delayMs: UNHURRIED_MS }, '?part=export');
    let downloads = 0;
    page.on('download', () => {
      downloads += 1;
    });
    await button(page, 'Save 40 messages').click();
    await say(page, 'of 40');
    await button(page, 'Stop').click();
    await say(page, 'Stopped. No file was left behind.');
    await look(page, 'export-stopped');
    expect(downloads).toBe(0);
    await page.close();
  });

  test('goes straight to disk where the browser can, and removes an aborted file', async () => {
    const page = await open('/', { delayMs: UNHURRIED_MS }, '?part=export');
    await page.evaluate(() => {
      Object.assign(window, {
        showSaveFilePicker: async ({ suggestedName }: { readonly suggestedName: string }) => {
          const folder = await navigator.storage.getDirectory();
          return folder.getFileHandle(suggestedName, { create: true });
        },
      });
    });
    const list = (): Promise<readonly (readonly [string, string])[]> =>
      page.evaluate(async () => {
        const files: [string, string][] = [];
        for await (const handle of (await navigator.storage.getDirectory()).values()) {
          if (handle.kind !== 'file') continue;
          const bytes = await (await (handle as FileSystemFileHandle).getFile()).arrayBuffer();
          const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
          files.push([handle.name, [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')]);
        }
        return files;
      });
    await button(page, 'Save 40 messages').click();
    await say(page, 'of 40');
    await button(page, 'Stop').click();
    await say(page, 'Stopped.');
    await expect.poll(list, { timeout: 20_000 }).toEqual([]);
    await page.evaluate(() => Object.assign((window as unknown as { readonly made: object }).made, { delayMs: 0 }));
    await button(page, 'Save 40 messages').click();
    await say(page, '40 messages saved');
    const digest = (await page.locator('[role=dialog] code').textContent()) ?? '';
    expect(await list()).toEqual([['northwind.example-release-1.mbox', digest]]);
    await page.close();
  });

  test('fits a phone', async () => {
    const page = await open('/', {}, '?part=export');
    await page.setViewportSize(NARROW);
    await page.getByRole('dialog').waitFor();
    await look(page, 'export-phone');
    await page.close();
  });
});

test.for(LANGUAGES.slice(1))('all pages in %s fit both widths', async (locale) => {
  const { page } = await openWatched(browser, { locale });
  await page.addInitScript((work) => Object.assign(window, { made: work }), made.work);
  for (const path of ['people', 'trust', 'secrets', 'report']) {
    await page.goto(`${site.address}?${locale}${path}#/${path}`);
    await page.waitForSelector(`html[lang=${locale}] h1`);
    await page.waitForTimeout(600);
    await look(page, `${path}-${locale}`);
  }
  await page.close();
});
