import { toALabels } from '@candor/core/base';

/** Schemes that programs act on without two slashes. */
const BARE_SCHEME =
  /(?:^|[^a-z0-9])(javascript|vbscript|data|file|tel|sms|callto|skype|facetime|xmpp|magnet|sip|ms-[a-z]{1,20}):(?=\S)/gi;
const SCHEME = /(?<=[a-z0-9+.-]):[/\\]{2}([^\s/?#\\<>"]*)/gi;
const NOT_HOST = /[^\p{L}\p{N}\p{M}_.\u3002-]+/u;
const TOP_LEVEL = /^(?:[\p{L}\p{M}]{2,63}|xn--[a-z0-9-]{1,59})$/iu;

/**
 * Every host that a mail program may link, with or without a URL: programs also link bare domains and addresses. In
 * A-labels, lower case, distinct. A URL with an unreadable host gives `?`, which is no domain.
 */
export function listLinkHosts(text: string): readonly string[] {
  const plain = text.normalize('NFKC');
  const hosts = new Set<string>();
  for (const [, authority = ''] of plain.matchAll(SCHEME)) hosts.add(toHost(authority));
  for (const _ of plain.matchAll(BARE_SCHEME)) hosts.add('?');
  for (const run of plain.split(NOT_HOST)) {
    const labels = run
      .replace(/^[-_]+|(?<![-_])[-_]+$/g, '')
      .split(/[.\u3002]+/)
      .filter((label) => label !== '');
    if (labels.length > 1 && TOP_LEVEL.test(labels.at(-1) ?? '')) hosts.add(toALabels(labels.join('.')));
  }
  return [...hosts];
}

export function isAtOrBelow(host: string, domains: readonly string[]): boolean {
  return domains.some((domain) => host === domain || host.endsWith(`.${domain}`));
}

/** A user name before a port: `harbor.example@evil.example:8080` is evil.example. */
function toHost(authority: string): string {
  const host = authority
    .slice(authority.lastIndexOf('@') + 1)
    .replace(/:\d*$/, '')
    .replace(/(?<![.\u3002])[.\u3002]+$/, '');
  return host === '' ? '?' : toALabels(host.replaceAll('\u3002', '.'));
}
