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

/** Fetches a part, or a language by its code, all its files at once; the import that follows takes them, checked. */
export function fetchChecked(part: Part | Language): void {
  const names: readonly string[] = isPart(part) ? PARTS[part] : [part];
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel="later"]')) {
    const [, name = ''] = /\/([a-z]+)-[\w-]{8}\.js$/.exec(link.href) ?? [];
    if (!names.includes(name)) continue;
    // A new element: not every browser fetches one whose kind is changed.
    const { href, integrity } = link;
    link.replaceWith(element('link', { attributes: { rel: 'modulepreload', href, integrity } }));
  }
}

function isPart(name: Part | Language): name is Part {
  return name in PARTS;
}
