import { toALabels } from '@candor/core/base';

/** Schemes that programs act on without two slashes. */
const BARE_SCHEME =
  /(?:^|[^a-z0-9])(javascript|vbscript|data|file|tel|sms|callto|skype|facetime|xmpp|magnet|sip|ms-[a-z]{1,20}):(?=\S)/gi;
const SCHEME = /(?<=[a-z0-9+.-]):[/\\]{2}([^\s/?#\\<>"]*)/gi;
const NOT_HOST = /[^\p{L}\p{N}\p{M}_.\u3002-]+/u;
const TOP_LEVEL = /^(?:[\p{L}\p{M}]{2,63}|xn--[a-z0-9-]{1,59})$/iu;

/**
 * Every host that a mail program may turn into a link, whether or not it stands in a URL: programs make links of bare
 * domains and addresses too. In A-labels, lower case, each once. A URL whose host cannot be read gives `?`, which no
 * domain is.
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

/** Whether a host is one of the domains or below one of them. */
export function isAtOrBelow(host: string, domains: readonly string[]): boolean {
  return domains.some((domain) => host === domain || host.endsWith(`.${domain}`));
}

/** What follows a user name and stands before a port: `harbor.example@evil.example:8080` is evil.example. */
function toHost(authority: string): string {
  const host = authority
    .slice(authority.lastIndexOf('@') + 1)
    .replace(/:\d*$/, '')
    .replace(/(?<![.\u3002])[.\u3002]+$/, '');
  return host === '' ? '?' : toALabels(host.replaceAll('\u3002', '.'));
}
