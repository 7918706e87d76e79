import type { Authorizations } from '@candor/core/review/access';
import { readRequest } from '@candor/core/review/enrollment';
import { toFingerprint } from '@candor/core/review/seal';
import type { Page } from 'playwright-core';
import { sha256Hex } from '../../../portal/test/support/caller.ts';
import { type AppPlace, type AppWorld, notice } from './app-world.ts';

export const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();
export const heading = (page: Page, text: string): Promise<unknown> =>
  page.getByRole('heading', { level: 1, name: text, exact: true }).waitFor();

export async function enterNotice(page: Page, code = notice.code, domain = notice.domain): Promise<void> {
  await page.getByLabel('Code in the notice').fill(code);
  await page.getByLabel('Domain or address that received it').fill(domain);
}

export async function readRecovery(page: Page): Promise<string[]> {
  const groups = page.locator('ol[aria-labelledby="recovery-label"] code');
  // A list of texts is given as it stands, be it empty.
  await groups.last().waitFor();
  return groups.allTextContents();
}

/** Number of the group that a field asks for. */
async function readAsked(page: Page, at: number): Promise<number> {
  const labels = await page.locator('label', { hasText: /^Group \d$/ }).allTextContents();
  return Number(/\d/.exec(labels[at] ?? '')?.[0]);
}

export async function typeBack(page: Page, groups: readonly string[], change = ''): Promise<void> {
  const fields = page.getByLabel(/^Group \d$/);
  await fields.last().waitFor();
  for (const [at, field] of (await fields.all()).entries())
    await field.fill((groups[(await readAsked(page, at)) - 1] ?? '') + change);
}

type ProofBy = 'dns' | 'mailbox' | 'nomination';

/** From the first step to the passkey, without looking at anything. Gives the recovery key. */
export async function enroll(page: Page, world: AppWorld, by: ProofBy = 'dns'): Promise<string> {
  const recovery = await sendEnrollment(page, world, by);
  await makePasskey(page);
  return recovery;
}

/** From the first step until it is sent. Gives the recovery key. */
export async function sendEnrollment(page: Page, world: AppWorld, by: ProofBy = 'dns'): Promise<string> {
  await page.goto(`${world.served.address}#/enroll`);
  if (by === 'nomination') {
    await page.getByLabel('Domain or address that received it').fill(notice.domain);
    await press(page, 'Continue without a code');
  } else {
    await enterNotice(page);
    await press(page, 'Look up the notice');
  }
  await press(page, 'It is the same');
  await page.getByLabel('Your name').fill('Lena Brandt');
  await page.getByLabel('Your work address').fill(`l.brandt@${notice.domain}`);
  if (by === 'mailbox') await page.getByLabel('The mailbox').check();
  await press(page, 'Make my keys');
  await page.getByText('Your recovery key', { exact: true }).waitFor();
  const groups = await readRecovery(page);
  await press(page, 'I have written it down');
  await typeBack(page, groups);
  await press(page, 'Send my enrollment');
  return groups.join('-');
}

/** The step behind: a passkey for the keys that were sent. */
export async function makePasskey(page: Page): Promise<void> {
  await press(page, 'Make a passkey');
  await page.getByText(/^Made\./).waitFor();
}

/** Everybody who asked for this domain, let in by the lab. */
export async function toParties(world: AppPlace): Promise<Authorizations['parties']> {
  const reviewers = (await world.portal.portal.store.requests.listAfter(0, 500)).flatMap(({ document }, at) => {
    const request = readRequest(document);
    if (request?.kind !== 'enrollment') return [];
    const reviewer = toFingerprint({ sha256Hex }, request.key);
    return [
      {
        reviewer,
        sign: request.key.sign,
        role: at === 0 ? ('nominator' as const) : ('reviewer' as const),
        name: request.name,
      },
    ];
  });
  return [{ party: notice.domain, domains: [notice.domain], reviewers, releases: [] }];
}
