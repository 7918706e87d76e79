import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Lock, readLock, toId } from '../sbom/lock.ts';

const LICENCE_FILE = /^(?:licen[cs]e|copying|notice)/i;

/** The licences of all packages whose code a release may contain: joined code no longer has them beside it. */
export function toLicenceText(root: string): string {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock;
  const byText = new Map<string, string[]>();
  for (const found of readLock(lock)) {
    const folder = found.places.find((place) => place.startsWith('node_modules/'));
    if (found.use === 'development' || folder === undefined) continue;
    // Packages of another platform are not here. Theirs are the texts of the platform's own.
    for (const text of readTexts(join(root, folder)))
      byText.set(text, [...(byText.get(text) ?? []), `${toId(found)} (${found.licence ?? 'no licence named'})`]);
  }
  const parts = [...byText].map(([text, ids]) => `${[...new Set(ids)].sort().join('\n')}\n\n${text}\n`);
  return parts.join(`\n${'-'.repeat(80)}\n\n`);
}

function readTexts(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() && LICENCE_FILE.test(entry.name))
      .map(({ name }) => readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n').trim())
      .sort();
  } catch {
    return [];
  }
}
