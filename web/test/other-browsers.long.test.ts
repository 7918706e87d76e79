import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ines, type MadeSite, makeSite } from '../../core/test/verify/made-site.ts';
import type { DrivenPage } from '../../tools/browsers/driven-page.ts';
import { firefox } from '../../tools/browsers/firefox.ts';
import { webkit } from '../../tools/browsers/webkit.ts';
import { expectToFit, shareDriven } from './other-browsers.ts';
import { corpus, notice } from './served-notice.ts';
import { type ServedSite, serveSite } from './served-site.ts';

const later = Date.UTC(2001, 9, 25, 8) / 1000;

/** Each takes a second to make: once for both browsers. */
const sites = {
  issued: () => makeSite(notice),
  withdrawn: () => makeSite({ ...notice, status: { state: 'withdrawn', at: later, isMisdirected: true } }),
  superseded: () => makeSite({ ...notice, status: { state: 'superseded', at: later } }),
  contradicting: () => makeSite(notice, { approvers: [ines] }),
  incomplete: () => makeSite(notice, { withoutInclusion: true }),
};
type Site = keyof typeof sites;
const made = new Map<Site, Promise<MadeSite>>();

function siteOf(site: Site): Promise<MadeSite> {
  const found = made.get(site) ?? sites[site]();
  made.set(site, found);
  return found;
}

interface Case {
  readonly says: string;
  readonly code?: string;
  readonly domain?: string;
  /** What is dropped, of the corpus. */
  readonly file?: string;
  readonly site?: Site;
  readonly isLookedAt?: boolean;
}

const SENT = 'harmless/as-sent.eml';
const cases: readonly Case[] = [
  { says: 'Issued to northwind.example on 21 Oct 2001, 09:12 UTC. Text not yet compared.' },
  { says: 'Our answer files hold no notice with this code.', code: '0548-ZNRY-CPPF-8ET2-H78H-GQX6-XR-U' },
  { says: 'This code was not issued to fabrikam.example.', domain: 'fabrikam.example' },
  {
    says: 'Harbor Energy issued this notice to northwind.example, and its text is unchanged.',
    file: SENT,
    isLookedAt: true,
  },
  { says: 'Our text is whole, but somebody added to it.', file: 'harmless/list-footer.eml' },
  { says: 'This is not what we issued. Do not act on it.', file: 'forgeries/link.eml', isLookedAt: true },
  { says: 'This is not what we issued. Do not act on it.', file: 'forgeries/html-form.eml' },
  { says: 'The text is ours, the sender is not.', file: 'forgeries/look-alike-sender.eml' },
  {
    says: 'Harbor Energy withdrew this notice on 25 Oct 2001.',
    site: 'withdrawn',
  },
  {
    says: 'The files of this page contradict each other. Do not act on the notice.',
    site: 'contradicting',
  },
  {
    says: 'Harbor Energy replaced this notice on 25 Oct 2001.',
    file: SENT,
    site: 'superseded',
  },
  {
    says: 'The text is as issued, but part of the proof is missing.',
    file: SENT,
    site: 'incomplete',
  },
];

describe.each([firefox, webkit])('in $name, the page for notices', (engine) => {
  let page: DrivenPage;
  let served: ServedSite;
  shareDriven(engine, (opened) => {
    page = opened;
  });
  beforeAll(async () => {
    if (engine.missing === null) served = await serveSite(await siteOf('issued'));
  });
  afterAll(() => served?.close());

  test('gives every answer, refuses nothing of its own and contacts nobody else', async () => {
    for (const {
      says,
      code = notice.code,
      domain = notice.domain,
      file,
      site = 'issued',
      isLookedAt = false,
    } of cases) {
      served.site = await siteOf(site);
      await page.goTo(`${served.address}/notice`);
      // The form is drawn again when the site has described itself: what was typed before that is another field's.
      await page.until(`() => document.querySelector('#why-not:not(:empty)')`);
      await page.type('Code in the notice', code);
      await page.type('Domain or address that received it…', domain);
      await page.press('Look up this notice');
      if (file !== undefined) {
        await page.heads('Issued to…');
        await page.choose(join(corpus, file));
      }
      await page.heads(says);
      expect(await page.faults(), says).toEqual([]);
      if (isLookedAt) await expectToFit(page, engine, `notice-${file?.replace(/\W/g, '-')}`);
    }
    expect(page.asked).toEqual([]);
  });

  test('keeps the chosen language', async () => {
    served.site = await siteOf('issued');
    await page.goTo(`${served.address}/notice`);
    await page.until(`() => document.querySelector('#why-not:not(:empty)')`);
    await page.press('English, change…');
    await page.press('Deutsch');
    await page.heads('Ist diese Mitteilung von Harbor Energy?');
    await page.goTo(`${served.address}/notice`);
    await page.heads('Ist diese Mitteilung von Harbor Energy?');
    expect(await page.faults()).toEqual([]);
  });
});
