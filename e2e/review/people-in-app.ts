import type { ReviewerApp } from './reviewer-app.ts';

/** The nominator types the fingerprint that the colleague reads aloud, and signs. */
export async function nameInApp(app: ReviewerApp, fingerprint: string, name: string): Promise<void> {
  await app.goTo('/people');
  await app.page.reload();
  await app.signIn();
  await app.press('Name a reader…');
  await app.page.getByLabel('Fingerprint, as the person reads it to you by telephone').fill(fingerprint);
  await app.says(`It is the key of ${name}`);
  await app.look('people-name');
  await app.press('Continue');
  await app.look('people-what-happens');
  await app.press('Continue');
  await app.press(`Sign and name ${name}`);
  await app.says(`${name} is named.`);
}

export async function revokeInApp(app: ReviewerApp, name: string): Promise<void> {
  await app.goTo('/people');
  await app.page.reload();
  await app.signIn();
  await app.says(name);
  await app.look('people-two');
  await app.page
    .getByRole('row', { name: new RegExp(name) })
    .getByRole('button', { name: 'Revoke…' })
    .click();
  await app.press('Continue');
  await app.press(`Sign and revoke ${name}`);
  await app.says(`${name} is being revoked.`);
}
