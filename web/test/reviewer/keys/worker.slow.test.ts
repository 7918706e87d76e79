import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { toParty, World } from '../../../../portal/test/support/world.ts';
import { addAuthenticator, noBrowser, openBrowser } from '../../../../tools/services/browser.ts';
import { type ServedApp, serveApp } from '../served-app.ts';
import { Organization, type Released } from './support/organization.ts';

// The built worker in a real browser: its cryptography, its database and cache, its fetches across origins, passkeys
// with a secret of their own.

class BrowserWorld extends World {
  appOrigin = '';

  override settings(): object {
    return { ...super.settings(), app: this.appOrigin, passkeys: 'localhost' };
  }
}

let browser: Browser;
let served: ServedApp;
let worker = '';
let world: BrowserWorld;
let organization: Organization;
beforeAll(async () => {
  if (noBrowser !== null) return;
  browser = await openBrowser();
  served = await serveApp(() => world.base);
  const { readWebPages } = await import('../../../../lab/src/adapters/files/web-pages.ts');
  worker = (await readWebPages()).find(({ path }) => /^review\/assets\/worker-.*\.js$/.test(path))?.path ?? '';
  expect(worker).not.toBe('');
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
});
beforeEach(async (context) => {
  if (noBrowser !== null) return context.skip(noBrowser);
  world = new BrowserWorld();
  world.appOrigin = served.origin;
  await world.start();
  world.base = world.base.replace('127.0.0.1', 'localhost');
  organization = new Organization();
  served.site = async (path) =>
    path === 'empty.html'
      ? new TextEncoder().encode('<!doctype html><title>Reviewer app</title>')
      : ((await organization.site()).get(path.replace(/^log\//, '')) ?? null);
  return () => world.end();
});

/** The page's side, as text: it runs in the page and knows nothing of this file. */
const library = `
  const open = () => {
    const keyWorker = new Worker(worker, { type: 'module' });
    const waiting = new Map();
    let calls = 0;
    const events = [];
    keyWorker.onmessage = ({ data }) => {
      if ('event' in data) return events.push(data);
      const { settle, fail } = waiting.get(data.call);
      'flaw' in data ? fail(new Error(data.flaw)) : settle(data.answer);
    };
    const call = (name, ask) => new Promise((settle, fail) => {
      waiting.set(++calls, { settle, fail });
      keyWorker.postMessage({ call: calls, name, ask });
    });
    call('start', { settings: { incident: 'harbor-2001', portal: base, log: 'harbor.example/log' } });
    return { call, events, end: () => keyWorker.terminate() };
  };
  const flawOf = (call) => call.then(() => 'none', ({ message }) => message);
  const post = async (keyWorker, target, content, isSigned) => {
    const body = content === undefined ? null : JSON.stringify(content);
    const { fields } = isSigned ? await keyWorker.call('sign-call', { method: 'POST', target, body }) : { fields: {} };
    const headers = { ...fields, ...(body === null ? {} : { 'content-type': 'application/json' }) };
    const reply = await fetch(base + target, { method: 'POST', credentials: 'include', headers, body });
    if (!reply.ok) throw new Error(target + ' ' + reply.status + ' ' + await reply.text());
    return reply.json();
  };
  const first = new TextEncoder().encode('candor reviewer key v1');
  const secretOf = (credential) => new Uint8Array(credential.getClientExtensionResults().prf.results.first);
  const toAnswer = (credential) => ({ ...credential.toJSON(), clientExtensionResults: {} });
  const register = async (keyWorker) => {
    const options = PublicKeyCredential.parseCreationOptionsFromJSON(await post(keyWorker, '/v1/passkey/options', undefined, true));
    const credential = await navigator.credentials.create({ publicKey: { ...options, extensions: { prf: { eval: { first } } } } });
    const wrap = await keyWorker.call('wrap', { prf: secretOf(credential) });
    await post(keyWorker, '/v1/passkey', { response: toAnswer(credential), ...wrap }, true);
  };
  const signIn = async (keyWorker) => {
    const options = PublicKeyCredential.parseRequestOptionsFromJSON(await post(keyWorker, '/v1/session/options'));
    const credential = await navigator.credentials.get({ publicKey: { ...options, extensions: { prf: { eval: { first } } } } });
    await post(keyWorker, '/v1/session', { response: toAnswer(credential) });
    const { wrapped } = await (await fetch(base + '/v1/me', { credentials: 'include' })).json();
    return keyWorker.call('unlock', { wrapped, by: { kind: 'passkey', prf: secretOf(credential) } });
  };
  const text = (bytes) => new TextDecoder().decode(bytes);
`;

async function openPage(context?: BrowserContext): Promise<Page> {
  const page = await (context ?? (await browser.newContext())).newPage();
  await addAuthenticator(page);
  await page.goto(`${served.origin}/empty.html`);
  return page;
}

function run<Result>(page: Page, steps: string): Promise<Result> {
  const head = `const base = ${JSON.stringify(world.base)}; const worker = ${JSON.stringify(`/${worker}`)};`;
  return page.evaluate(`(async () => { ${head} ${library} ${steps} })()`);
}

interface Made {
  readonly key: { readonly age: string; readonly sign: string };
  readonly fingerprint: string;
  readonly recovery: string;
}

async function enroll(page: Page): Promise<Made> {
  return run<Made>(
    page,
    `const keyWorker = open();
     const made = await keyWorker.call('make-keys', { keySet: ${JSON.stringify(organization.fingerprint)}, log: null });
     const { proof } = await keyWorker.call('code-proof', { code: '0004-1061-050R-3GG2-8A1C-60T3-GF-6' });
     const request = { kind: 'enrollment', name: 'Kim', address: 'kim@northwind.example', proof: { kind: 'dns', domain: 'northwind.example', code: proof } };
     await post(keyWorker, '/v1/enrollments', await keyWorker.call('sign-request', { request }), true);
     await register(keyWorker);
     keyWorker.end();
     return made;`,
  );
}

async function releaseTo(made: Made): Promise<Released> {
  const released = await organization.release([made]);
  await world.push(released);
  const person = { fingerprint: made.fingerprint, sign: made.key.sign, name: 'Kim' };
  await world.say([toParty('northwind.example', [[person as never, 'nominator']], [released])]);
  return released;
}

test('keys are made, wrapped by a passkey, unlocked, and open the release', async () => {
  const page = await openPage();
  const made = await enroll(page);
  const released = await releaseTo(made);
  const ids = JSON.stringify([...released.messages.keys()]);
  const read = await run<{ own: unknown; opened: { messages: number }; texts: string[]; isolated: string }>(
    page,
    `const keyWorker = open();
     const own = await signIn(keyWorker);
     const opened = await keyWorker.call('open-releases', {});
     const texts = [];
     for (const id of ${ids}) texts.push(text((await keyWorker.call('open-message', { id })).bytes));
     const isolated = await flawOf(open().call('open-releases', {}));
     return { own, opened, texts, isolated };`,
  );
  expect(read.own).toEqual({ key: made.key, fingerprint: made.fingerprint });
  expect(read.opened).toMatchObject({ state: 'opened', manifestDigest: released.release, messages: 2 });
  expect(read.texts).toEqual([...released.messages.values()].map(({ text }) => text));
  // A second tab has a worker of its own, which knows nothing.
  expect(read.isolated).toBe('locked');
});

test('fetched data survives closing the browser midway, and older keys are detected', async () => {
  const context = await browser.newContext();
  const page = await openPage(context);
  const made = await enroll(page);
  const released = await releaseTo(made);
  const [first = '', second = ''] = [...released.messages.keys()];
  const older = (await world.portal.store.persons.findPasskeyOf(made.key.sign))?.wrapped ?? '';
  await run(
    page,
    `const keyWorker = open();
     await signIn(keyWorker);
     await keyWorker.call('open-releases', {});
     await keyWorker.call('open-message', { id: '${first}' });`,
  );
  // Reloaded: the worker is gone with all that it held.
  await page.reload();
  const objects = async () =>
    (await world.portal.store.access.listOfParty('northwind.example', 0, 5000)).filter((line) =>
      line.includes('"act":"object"'),
    );
  const before = (await objects()).length;
  const texts = await run<string[]>(
    page,
    `const keyWorker = open();
     await signIn(keyWorker);
     await keyWorker.call('open-releases', {});
     return Promise.all(['${first}', '${second}'].map(async (id) => text((await keyWorker.call('open-message', { id })).bytes)));`,
  );
  expect(texts).toHaveLength(2);
  expect((await objects()).length - before).toBe(1);

  const newest = (await world.portal.store.persons.findPasskeyOf(made.key.sign))?.wrapped ?? '';
  expect(newest).not.toBe(older);
  await world.portal.store.persons.replaceWrapped(made.key.sign, newest, older);
  const known = await run<{ releases: unknown[] }>(
    page,
    `const keyWorker = open();
     await signIn(keyWorker);
     const known = await keyWorker.call('known', {});
     await keyWorker.call('forget-device', {});
     return known;`,
  );
  expect(known.releases).toHaveLength(1);
  // The control: a browser that has forgotten believes the portal.
  const forgotten = await run<{ releases: unknown[] }>(
    page,
    `const keyWorker = open(); await signIn(keyWorker); return keyWorker.call('known', {});`,
  );
  expect(forgotten.releases).toHaveLength(0);
});

test('without the passkey a person recovers in another browser', async () => {
  const made = await enroll(await openPage());
  const released = await releaseTo(made);
  const page = await openPage();
  const messages = await run<number>(
    page,
    `const keyWorker = open();
     await keyWorker.call('recover', { typed: ${JSON.stringify(made.recovery.toLowerCase())} });
     await register(keyWorker);
     const later = open();
     await signIn(later);
     return (await later.call('open-releases', {})).messages;`,
  );
  expect(messages).toBe(released.messages.size);
});
