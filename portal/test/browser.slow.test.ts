import type { Server } from 'node:http';
import { signCall } from '@candor/core/review/enrollment';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addAuthenticator, noBrowser, openBrowser } from '../../tools/services/browser.ts';
import { sha256Hex } from './support/caller.ts';
import { makeRelease } from './support/made-release.ts';
import { servePage } from './support/served-page.ts';
import { makePerson, type Person, toParty, World } from './support/world.ts';

class BrowserWorld extends World {
  appOrigin = '';

  override settings(): object {
    return { ...super.settings(), app: this.appOrigin, passkeys: 'localhost' };
  }
}

let browser: Browser;
let server: Server;
let world: BrowserWorld;
beforeAll(async () => {
  if (noBrowser !== null) return;
  browser = await openBrowser();
  const served = await servePage();
  server = served.server;
  world = new BrowserWorld();
  world.appOrigin = served.origin;
  await world.start();
  world.base = world.base.replace('127.0.0.1', 'localhost');
});
afterAll(async () => {
  await browser?.close();
  server?.close();
  await world?.end();
});
beforeEach((context) => {
  if (noBrowser !== null) context.skip(noBrowser);
});

/** A page of the app in which `signedFields` gives the header fields of a call that this person signs. */
async function openApp(person: Person, origin: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await addAuthenticator(page);
  await page.exposeFunction('signedFields', (method: string, target: string, body: string, nonce: string) =>
    signCall(person.signer, { boot: world.boot, method, target, at: world.now, nonce, body: sha256Hex(body) }),
  );
  await page.goto(origin);
  return page;
}

/** What the reviewer app does, as text: it runs in the page and knows nothing of this file. */
const library = `
  const call = async (method, target, body) => {
    const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16)))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
    const text = body === undefined ? '' : JSON.stringify(body);
    const headers = { ...(await window.signedFields(method, target, text, nonce)), ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
    return fetch(base + target, { method, headers, credentials: 'include', ...(body === undefined ? {} : { body: text }) });
  };
  const post = (target, body) => fetch(base + target, { method: 'POST', credentials: 'include', ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }) });
  const first = new TextEncoder().encode('candor reviewer key v1');
  const toKey = (credential) => crypto.subtle.importKey('raw', credential.getClientExtensionResults().prf.results.first, 'AES-GCM', false, ['encrypt', 'decrypt']);
  const toAnswer = (credential) => ({ ...credential.toJSON(), clientExtensionResults: {} });
  const nonce = new Uint8Array(12);
  const register = async (identity) => {
    const options = PublicKeyCredential.parseCreationOptionsFromJSON(await (await call('POST', '/v1/passkey/options')).json());
    const credential = await navigator.credentials.create({ publicKey: { ...options, extensions: { prf: { eval: { first } } } } });
    const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, await toKey(credential), new TextEncoder().encode(identity));
    const wrapped = btoa(String.fromCharCode(...new Uint8Array(sealed)));
    return (await call('POST', '/v1/passkey', { response: toAnswer(credential), wrapped })).status;
  };
  const signIn = async () => {
    const options = PublicKeyCredential.parseRequestOptionsFromJSON(await (await post('/v1/session/options')).json());
    const credential = await navigator.credentials.get({ publicKey: { ...options, extensions: { prf: { eval: { first } } } } });
    const status = (await post('/v1/session', { response: toAnswer(credential) })).status;
    return { status, key: await toKey(credential) };
  };
  const get = (target) => fetch(base + target, { credentials: 'include' });
`;
const run = (page: Page, steps: string): Promise<unknown> =>
  page.evaluate(`(async () => { const base = ${JSON.stringify(world.base)}; ${library} ${steps} })()`);

test('in a real browser a passkey wraps the keys, signs in across origins, and reads', async () => {
  const kim = await makePerson('Kim');
  const release = await makeRelease('northwind.example', [kim]);
  await world.enroll(kim);
  const page = await openApp(kim, world.appOrigin);
  expect(await run(page, `return register('AGE-SECRET-KEY-PQ-1EXAMPLE')`)).toBe(200);
  await world.push(release);
  await world.say([toParty('northwind.example', [[kim, 'nominator']], [release])]);
  const [object = ''] = release.objects;
  const read = await run(
    page,
    `const { status, key } = await signIn();
     const me = await (await get('/v1/me')).json();
     const sealed = Uint8Array.from(atob(me.wrapped), (letter) => letter.charCodeAt(0));
     const identity = new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: nonce }, key, sealed));
     const reply = await get('/v1/releases/${release.release}/objects/${object}');
     const bytes = new Uint8Array(await reply.arrayBuffer());
     const digest = [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
     return { status, identity, digest, tag: reply.headers.get('etag'), cookie: document.cookie };`,
  );
  expect(read).toEqual({
    status: 200,
    identity: 'AGE-SECRET-KEY-PQ-1EXAMPLE',
    digest: object,
    tag: `"${object}"`,
    cookie: '',
  });

  // The same person, in the same browser, on a page of another origin: neither the answer nor the session is within its
  // reach.
  const other = await servePage();
  await page.goto(other.origin);
  const records = (await world.portal.store.access.listAfter(0, 5000)).length;
  expect(await run(page, `return get('/v1/me').then((reply) => reply.status, (fault) => fault.name)`)).toBe(
    'TypeError',
  );
  expect(
    await run(
      page,
      `return fetch(base + '/v1/releases/${release.release}/index', { mode: 'no-cors', credentials: 'include' }).then(() => 'opaque', (fault) => fault.name)`,
    ),
  ).toBe('opaque');
  expect(await world.portal.store.access.listAfter(0, 5000)).toHaveLength(records);
  other.server.close();
});
