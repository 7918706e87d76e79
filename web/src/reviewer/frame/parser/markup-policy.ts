/** As the policy of the frame's page names it (parser.html). */
const POLICY = 'candor-view';

interface Markup {
  createHTML(text: string): string;
}

interface TrustedTypes {
  createPolicy(name: string, rules: { createHTML(text: string): string }): Markup;
}

const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
/**
 * The one policy of the app that makes markup of text, and the only two places that use it: a document that nothing
 * shows and that loads nothing, and the viewer, which runs nothing. Browsers without Trusted Types take the text as it
 * is.
 */
const policy: Markup = trustedTypes?.createPolicy(POLICY, { createHTML: (text) => text }) ?? {
  createHTML: (text) => text,
};

/** A document without a window: its scripts do not run, its pictures are not fetched. */
export function parseInert(html: string): Document {
  return new DOMParser().parseFromString(policy.createHTML(html), 'text/html');
}

/** Shows a page in the viewer, which must be sandboxed without any permission. */
export function showPage(viewer: HTMLIFrameElement, page: string): void {
  if (viewer.getAttribute('sandbox') !== '') throw new TypeError('a viewer has no permission');
  viewer.srcdoc = policy.createHTML(page);
}
