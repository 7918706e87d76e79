/** As the policy of the page names it (index.html). */
const POLICY = 'candor-worker';

interface ScriptPolicy {
  createScriptURL(address: string): unknown;
}

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(address: string): string }): ScriptPolicy;
}

let policy: ScriptPolicy | null = null;

/**
 * Starts a worker of the app's own. The page requires Trusted Types, so that no text can become a script's address by
 * accident: this policy lets addresses of this site's own built files through, and nothing else in the app makes one.
 */
export function startOwnWorker(address: string, name: string): Worker {
  const { href } = new URL(address, import.meta.url);
  return new Worker(toScriptAddress(href) as string, { type: 'module', name });
}

function toScriptAddress(href: string): unknown {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
  // Browsers without Trusted Types take the address as it is, after the same check.
  if (trustedTypes === undefined) return assertOwn(href);
  policy ??= trustedTypes.createPolicy(POLICY, { createScriptURL: assertOwn });
  return policy.createScriptURL(href);
}

function assertOwn(address: string): string {
  const { origin, pathname, search } = new URL(address);
  if (origin !== location.origin || !pathname.endsWith('.js') || search !== '')
    throw new TypeError('a worker is a built file of this site');
  return address;
}
