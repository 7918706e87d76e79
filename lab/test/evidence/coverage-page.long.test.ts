import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { isInstalled } from './coverage/compare-outlook.ts';
import { corpora } from './coverage/corpora.ts';
import { type Coverage, coverCorpus } from './coverage/cover.ts';
import { toPage } from './coverage/page.ts';
import { unpackCorpus } from './coverage/unpack.ts';

const root = resolve(import.meta.dirname, '../../..');
const data = join(root, '../shared/data');

test('every third-party corpus gives what docs/evidence-coverage.md says, and nothing unexplained', async (context) => {
  const missing = [
    ...corpora.map(({ name }) => `${name}.tar.xz`).filter((file) => !existsSync(join(data, file))),
    ...['readpst', 'msgconvert'].filter((name) => !isInstalled(name)),
  ];
  if (missing.length > 0) context.skip(`missing: ${missing.join(', ')} (corpora lie in ../shared/data)`);
  const work = mkdtempSync(join(tmpdir(), 'candor-coverage-'));
  const coverages: Coverage[] = [];
  try {
    for (const corpus of corpora) {
      const folder = unpackCorpus(data, corpus.name, work);
      if (folder === null) throw new Error(`${corpus.name} went away`);
      coverages.push(await coverCorpus(corpus, folder, join(work, 'work')));
      rmSync(folder, { recursive: true });
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  expect(coverages.flatMap(listUnexplained)).toEqual([]);
  await expect(toPage(coverages)).toMatchFileSnapshot(join(root, 'docs/evidence-coverage.md'));
}, 900_000);

function listUnexplained({ corpus, differences, comparisons, crashes, hangs }: Coverage): readonly string[] {
  return [
    ...differences.filter(({ because }) => because === null).map(({ path }) => path),
    ...comparisons
      .filter(({ differing, because }) => differing > 0 && (because === '' || because.includes('unexplained')))
      .map(({ what }) => what),
    ...listSilent(comparisons).map((peer) => `nothing was compared with ${peer}`),
    ...(crashes + hangs > 0 ? [`${crashes} crashes, ${hangs} hangs`] : []),
  ].map((what) => `${corpus}: ${what}`);
}

/** Peers that compared nothing at all: a program that does not start would look like one that agrees. */
function listSilent(comparisons: Coverage['comparisons']): readonly string[] {
  const compared = new Map<string, number>();
  for (const comparison of comparisons) {
    const peer = comparison.what.split(':', 1)[0] ?? '';
    compared.set(peer, (compared.get(peer) ?? 0) + comparison.compared);
  }
  return [...compared].filter(([, count]) => count === 0).map(([peer]) => peer);
}
