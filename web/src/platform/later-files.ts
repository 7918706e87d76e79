import type { Language } from '@candor/core/notice/text';
import { element } from '../ui/element.ts';

/**
 * Parts of the page that are imported only when needed. The page names each with its digest, as `<link rel="later">`
 * (tools/web/page-integrity.mjs).
 */
const PARTS = {
  checks: ['checks'],
  comparison: ['comparison', 'differences', 'received', 'receivedmessage'],
  outlook: ['outlookitem'],
} as const;

type Part = keyof typeof PARTS;

/** A part that failed once stays refused: browsers may fetch it again for an import, and then without its digest. */
const fetched = new Map<Part | Language, Promise<void>>();

/**
 * Fetches a part, or a language by its code, all its files at once. The import that follows takes them from there,
 * checked. Browsers without module preloads import without a digest.
 * @throws Error when a file did not load or is not the one that the page names
 */
export function fetchChecked(part: Part | Language): Promise<void> {
  const known = fetched.get(part) ?? fetchFiles(isPart(part) ? PARTS[part] : [part]);
  fetched.set(part, known);
  return known;
}

async function fetchFiles(names: readonly string[]): Promise<void> {
  const waiting: Promise<void>[] = [];
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel="later"]')) {
    const [, name = ''] = /\/([a-z]+)-[\w-]{8}\.js$/.exec(link.href) ?? [];
    if (!names.includes(name) || !link.relList.supports('modulepreload')) continue;
    waiting.push(preload(link));
  }
  await Promise.all(waiting);
}

/** By a new element: not every browser fetches one whose kind is changed. */
function preload(link: HTMLLinkElement): Promise<void> {
  const { href, integrity } = link;
  return new Promise((settle, fail) => {
    const refuse = (): void => fail(new Error(`${href} did not load as the page names it`));
    const attributes = { rel: 'modulepreload', href, integrity };
    link.replaceWith(element('link', { attributes, on: { load: () => settle(), error: refuse } }));
  });
}

function isPart(name: Part | Language): name is Part {
  return name in PARTS;
}
