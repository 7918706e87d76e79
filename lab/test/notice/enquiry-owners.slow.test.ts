import { beforeEach, expect, test, vi } from 'vitest';
import { ask, know, openLampDesk, removeMail, tell } from './lamp-desk.ts';

// No two waves are of one second.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2001, 9, 21, 9, 12) });
  return () => vi.useRealTimers();
});

test("several organizations at one registrable domain each get their own notice, and the domain's owner none of theirs", async () => {
  const desk = await openLampDesk('jo@a.campus.example', 'ed@b.campus.example', 'al@b.campus.example');
  know(desk, 'a.campus.example,org-a,organization,A,', 'b.campus.example,org-b,organization,B,');
  expect(await tell(desk)).toEqual(['org-a first 1', 'org-b first 2']);
  expect(await ask(desk, 'a.campus.example')).toBe('notice 1');
  expect(await ask(desk, 'b.campus.example')).toBe('notice 2');
  expect(await ask(desk, 'mail.b.campus.example')).toBe('notice 2');
  expect(await ask(desk, 'c.campus.example')).toBe('nothing');
  expect(await ask(desk, 'campus.example')).toMatch(
    /^others-concerned: mail of 2 parties at campus.example .*org-a, org-b/,
  );
});

test("the owner of the registrable domain gets its own party's notice beside one below it", async () => {
  const desk = await openLampDesk('jo@a.campus.example', 'ed@campus.example');
  know(desk, 'a.campus.example,org-a,organization,A,');
  expect(await tell(desk)).toEqual(['campus.example first 1', 'org-a first 1']);
  expect(await ask(desk, 'campus.example')).toBe('notice 1');
  expect(await ask(desk, 'mail.campus.example')).toBe('notice 1');
  expect(await ask(desk, 'a.campus.example')).toBe('notice 2');
});

test("an address that the directory gives to another organization does not belong to the domain's owner, nor the reverse", async () => {
  const desk = await openLampDesk('jo@acme.example');
  know(desk, 'jo@acme.example,org-bay,organization,Bay,');
  expect(await tell(desk)).toEqual(['org-bay first 1']);
  expect(await ask(desk, 'acme.example')).toMatch(/^others-concerned/);
  know(desk, 'jo@acme.example,org-bay,organization,Bay,', 'acme.example,org-bay,,,');
  await desk.run();
  expect(await ask(desk, 'acme.example')).toBe('notice 1');
});

test("a domain's owner gets no notice to a person at it, even when the person's evidence is gone", async () => {
  const desk = await openLampDesk('jo@freelance.example', 'al@bay.example');
  know(desk, 'freelance.example,jo,person,Jo,');
  expect(await tell(desk)).toEqual(['bay.example first 1', 'jo first 1']);
  expect(await ask(desk, 'freelance.example')).toMatch(/^others-concerned/);
  removeMail(desk, 0);
  expect(await tell(desk)).toEqual(['jo correction 0']);
  expect(await ask(desk, 'freelance.example')).toMatch(/^not-told: notice 3 .*; otherwise no answer is signed/);
});

test('mail at a domain that only shares an ending does not belong to this one', async () => {
  const desk = await openLampDesk('jo@bigacme.example', 'al@acme.example.test');
  know(desk);
  await desk.run();
  expect(await ask(desk, 'acme.example')).toBe('nothing');
});

test('missing mail of a person belongs to the domain of its address, and to no other below one registrable domain', async () => {
  const desk = await openLampDesk('jo@mail.bay.example', 'al@acme.example');
  know(desk, 'jo@mail.bay.example,jo,person,Jo,');
  expect(await tell(desk)).toEqual(['acme.example first 1', 'jo first 1']);
  removeMail(desk, 0);
  await desk.run();
  expect(await ask(desk, 'shop.bay.example')).toBe('nothing');
  expect(await ask(desk, 'mail.bay.example')).toMatch(/^not-told: notice 2 notified jo of mail at mail\.bay\.example/);
  expect(await ask(desk, 'bay.example')).toMatch(/^not-told/);
});
