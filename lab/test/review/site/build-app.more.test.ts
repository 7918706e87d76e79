import { createHash } from 'node:crypto';
import { appendFileSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { buildSite } from '../../../src/commands/notice/build-site.ts';
import { checkSite } from '../../../src/commands/notice/check-site.ts';
import { actIn } from '../../../src/operations/context.ts';
import { type NoticeDesk, openNoticeDesk } from '../../notice/notice-desk.ts';

const folder = mkdtempSync(join(tmpdir(), 'candor-app-'));
const site = join(folder, 'public');
const hourMs = 3_600_000;
const portal = 'https://review.harbor.example';
let desk: NoticeDesk;

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2001, 9, 21, 9, 12) });
  desk = await openNoticeDesk(folder);
  await desk.run();
});
afterAll(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true });
});

const read = (path: string): string => readFileSync(join(site, path), 'utf8');
const digest = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex');

test('without review there is no app, and the site says so', async () => {
  expect((await buildSite(actIn, desk.state, site)).review).toBeNull();
  expect(existsSync(join(site, 'review'))).toBe(false);
  expect(JSON.parse(read('.well-known/candor.json'))).toMatchObject({ review: null });
  await expect(checkSite(site)).rejects.toMatchObject({ code: 'no-review' });
});

test('with review the app is served, may only contact its portal, and is logged', async () => {
  appendFileSync(desk.incident, `review: { portal: ${portal} }\n`);
  const { review } = await buildSite(actIn, desk.state, site);
  expect(review?.folder).toBe('review');
  const page = read('review/index.html');
  expect(page).toContain(`connect-src 'self' ${portal};`);
  expect(page).not.toContain('"./');
  expect(page.match(/(?:src|href)="\/review\/[^"]+"/g)?.length).toBeGreaterThan(2);
  const settings = JSON.parse(read('review/settings.json')) as { app: string; portal: string; page: string };
  expect(settings).toMatchObject({ portal, page: 'harbor.example/notice', app: review?.digest });
  expect(digest(read('review/files.sha256'))).toBe(review?.digest);
  expect(JSON.parse(read('.well-known/candor.json'))).toMatchObject({ review: 'harbor.example/review' });
  // The page for notices has none of the app's files.
  expect(existsSync(join(site, 'notice/review'))).toBe(false);
});

test('names every script and style sheet of the page by its digest', () => {
  const page = read('review/index.html');
  const named = [...page.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))" integrity="sha384-([^"]+)"/g)];
  expect(named.length).toBe([...page.matchAll(/(?:src|href)="[^"]+\.(?:js|css)"/g)].length);
  for (const [, path = '', expected] of named)
    expect(
      createHash('sha384')
        .update(readFileSync(join(site, path)))
        .digest('base64'),
    ).toBe(expected);
});

test('the same app is one entry, proved from the next period on and checkable by anybody', async () => {
  const first = await buildSite(actIn, desk.state, site);
  expect((await checkSite(site)).differences).toEqual(['app.proof does not show that the log has this app']);
  vi.setSystemTime(Date.now() + hourMs);
  const again = await buildSite(actIn, desk.state, site);
  expect(again.review).toEqual(first.review);
  expect(await checkSite(site)).toMatchObject({
    digest: again.review?.digest,
    entry: again.review?.entry,
    differences: [],
  });
  const { text } = await desk.type('site', 'check', site);
  expect(text).toContain('harbor.example/review: the published app.');
  expect(text).not.toContain('Its files are of');
});

test('reports files older than a week: they confirm no notice', async () => {
  const built = Date.now();
  try {
    vi.setSystemTime(built + 7 * 24 * hourMs);
    expect(await checkSite(site)).toMatchObject({ isOld: false, differences: [] });
    expect(process.exitCode ?? 0).toBe(0);
    vi.setSystemTime(built + 7 * 24 * hourMs + 1000);
    expect((await desk.type('site', 'check', site)).text).toContain(
      'more than a week ago: no check shows a notice as genuine',
    );
    expect(process.exitCode).toBe(3);
  } finally {
    process.exitCode = 0;
    vi.setSystemTime(built);
  }
});

test.each([
  [
    'a frame with one byte more',
    'review/reading/parser.html',
    'reading/parser.html is not the file that the list names',
  ],
  ['another portal', 'review/settings.json', 'settings.json is missing, not readable, or names another app'],
  ['a file that is gone', 'review/index.html', 'index.html is missing'],
])('detects %s', async (what, path, difference) => {
  const altered = join(folder, 'altered');
  cpSync(site, altered, { recursive: true });
  const file = join(altered, path);
  if (what === 'a file that is gone') rmSync(file);
  else if (what === 'another portal') writeFileSync(file, readFileSync(file, 'utf8').replace('"app"', '"other"'));
  else appendFileSync(file, ' ');
  expect((await checkSite(altered)).differences).toContain(difference);
  rmSync(altered, { recursive: true });
});

test('changed settings are another entry, even with the same app', async () => {
  const before = await buildSite(actIn, desk.state, site);
  desk.edit('telephone: the number on our web site', 'telephone: +44 20 7946 0123');
  const after = await buildSite(actIn, desk.state, site);
  expect(after.review?.digest).toBe(before.review?.digest);
  expect(after.review?.entry).toBeGreaterThan(before.review?.entry ?? 0);
});

test.each([
  ['on another host', 'https://www.harbor.example/review', 'review.app is on www.harbor.example'],
  ['where the page for notices is', 'https://harbor.example/notice', 'its own path'],
  ['below the log', 'https://harbor.example/log/review', 'its own path'],
])(
  'refuses an app %s',
  async (_where, app, reason) => {
    desk.edit(`review: { portal: ${portal} }`, `review: { portal: ${portal}, app: "${app}" }`);
    await expect(buildSite(actIn, desk.state, site)).rejects.toMatchObject({
      code: 'site-places',
      reasons: [expect.stringContaining(reason)],
    });
    desk.edit(`review: { portal: ${portal}, app: "${app}" }`, `review: { portal: ${portal} }`);
  },
  60_000,
);
