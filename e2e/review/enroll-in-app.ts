import type { ReviewerApp } from './reviewer-app.ts';

export interface PersonInApp {
  readonly name: string;
  readonly domain: string;
  /** As the notice prints it; null: a colleague names this person. */
  readonly code: string | null;
  /** Whether pictures of each step are taken. */
  readonly isShown: boolean;
}

export interface EnrolledInApp {
  readonly fingerprint: string;
  readonly recovery: string;
  /** Name and text of the record for the zone; null for who is named by a colleague. */
  readonly record: { readonly name: string; readonly text: string } | null;
}

/**
 * Types the code, makes keys, writes down the recovery key, makes a passkey, and reads what the zone must show: as a
 * person does it.
 */
export async function enrollInApp(app: ReviewerApp, person: PersonInApp): Promise<EnrolledInApp> {
  const { page } = app;
  const look = async (name: string): Promise<void> => {
    if (person.isShown) await app.look(name);
  };
  await app.goTo('/enroll');
  await app.heads('Begin with the code in your notice.');
  await page.getByLabel('Domain or address that received it').fill(person.domain);
  if (person.code === null) {
    await app.press('Continue without a code');
  } else {
    await page.getByLabel('Code in the notice').fill(person.code);
    await look('enroll-notice');
    await app.press('Look up the notice');
    await app.says('Issued to');
  }
  await look('enroll-compare');
  await app.press('It is the same');
  await page.getByLabel('Your name').fill(person.name);
  await page.getByLabel('Your work address').fill(`${person.name.toLowerCase().replace(' ', '.')}@${person.domain}`);
  await look('enroll-person');
  await app.press('Make my keys');
  await app.heads('Write down your recovery key. It is shown once.');
  await look('enroll-recovery');
  const groups = await page.locator('ol[aria-labelledby="recovery-label"] code').allTextContents();
  await app.press('I have written it down');
  const labels = await page.locator('label', { hasText: /^Group \d$/ }).allTextContents();
  for (const [at, field] of (await page.getByLabel(/^Group \d$/).all()).entries())
    await field.fill(groups[Number(/\d/.exec(labels[at] ?? '')?.[0]) - 1] ?? '');
  await look('enroll-asked-back');
  await app.press('Send my enrollment');
  await look('enroll-passkey');
  await app.press('Make a passkey');
  await app.says(/^Made\./);
  await look('enroll-proof');
  const value = async (label: string): Promise<string> =>
    (await page
      .locator('dt', { hasText: label })
      .locator('xpath=following-sibling::dd[1]')
      .locator('code')
      .first()
      .textContent()) ?? '';
  const fingerprint = await value('Your fingerprint');
  const record = person.code === null ? null : { name: await value('Name'), text: await value('Text') };
  await app.press(person.code === null ? 'Continue' : 'The record is written');
  await app.heads(/Your enrollment waits for two people/);
  await look('enroll-waiting');
  return { fingerprint, recovery: groups.join('-'), record };
}
