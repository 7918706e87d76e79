/** As the CSP of the frame's page names it (parser.html). */
const POLICY = 'candor-view';

interface Markup {
  createHTML(text: string): string;
}

interface TrustedTypes {
  createPolicy(name: string, rules: { createHTML(text: string): string }): Markup;
}

const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
/**
 * The app's only policy that turns text into markup, and its only two uses: a document that is not shown and loads
 * nothing, and the viewer, which runs nothing. Browsers without Trusted Types accept plain text.
 */
const policy: Markup = trustedTypes?.createPolicy(POLICY, { createHTML: (text) => text }) ?? {
  createHTML: (text) => text,
};

/** A document without a window: its scripts do not run, its pictures are not fetched. */
export function parseInert(html: string): Document {
  return new DOMParser().parseFromString(policy.createHTML(html), 'text/html');
}

/** Shows a page in the viewer, which must be sandboxed without permissions. */
export function showPage(viewer: HTMLIFrameElement, page: string): void {
  if (viewer.getAttribute('sandbox') !== '') throw new TypeError('a viewer has no permission');
  viewer.srcdoc = policy.createHTML(page);
}
