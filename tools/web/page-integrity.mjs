// Names the digest of every script and style sheet that a built page loads (Subresource Integrity), so that a file that
// was exchanged behind the page does not run. Scripts that a script imports are named as preloads with their digests:
// browsers then take them from there, checked. In the app, where keys are, that includes what is imported only later
// (the languages). The page for notices, which is read once and in a hurry, fetches later parts when they are needed:
// it has their digests in links that no browser follows, and makes preloads of them itself (later-files.ts).
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

/** `<script … src="./x">` and `<link rel="stylesheet" … href="./x">` as the builder writes them. */
const LOADING = /<(script|link)\b[^>]*?\b(?:src|href)="\.\/([^"]+\.(?:js|css))"[^>]*>/g;
/** What one built script imports of others: at once, and later too. */
const IMPORTED_AT_ONCE = /(?:\bfrom|\bimport)\s*["'`](\.[^"'`]+\.js)["'`]/g;
const IMPORTED = /(?:\bfrom|\bimport\(?)\s*["'`](\.[^"'`]+\.js)["'`]/g;

/** Rewrites a page where it lies. Every script and style sheet that it loads must lie below its folder. */
export function addIntegrity(pagePath, { withLater }) {
  const folder = dirname(pagePath);
  const page = readFileSync(pagePath, 'utf8');
  const entries = [];
  const named = page.replace(LOADING, (element, _name, path) => {
    if (path.endsWith('.js')) entries.push(path);
    return element
      .replace(/\s*\bcrossorigin(?:="[^"]*")?/, '')
      .replace(/(\s*\/?>)$/, ` integrity="${digest(folder, path)}"$1`);
  });
  const atOnce = listImported(folder, entries, IMPORTED_AT_ONCE);
  const link = (path) => {
    const kind = withLater || atOnce.includes(path) ? 'modulepreload' : 'later';
    return `<link rel="${kind}" href="./${path}" integrity="${digest(folder, path)}">\n    `;
  };
  const preloads = listImported(folder, entries, IMPORTED).map(link);
  writeFileSync(pagePath, named.replace(/<script\b/, `${preloads.join('')}<script`));
}

/** What the scripts import, and those in turn, in order of name; the scripts themselves are left out. */
function listImported(folder, entries, pattern) {
  const seen = new Set(entries);
  for (const path of seen)
    for (const [, other] of readFileSync(join(folder, path), 'utf8').matchAll(pattern)) {
      const target = posix.join(posix.dirname(path), other);
      if (existsSync(join(folder, target))) seen.add(target);
    }
  return [...seen].filter((path) => !entries.includes(path)).sort();
}

function digest(folder, path) {
  return `sha384-${createHash('sha384')
    .update(readFileSync(join(folder, path)))
    .digest('base64')}`;
}
