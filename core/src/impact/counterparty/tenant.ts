/** Hosts below which each Microsoft 365 tenant has a name of its own (they are in `reference/shared-hosts.txt` too). */
const TENANT_HOSTS: readonly string[] = ['onmicrosoft.com', 'onmicrosoft.us', 'onmicrosoft.de', 'partner.onmschina.cn'];

const ROUTING = '.mail.';

/**
 * The domain of a tenant: `x.mail.onmicrosoft.com`, to which mail is routed, is `x.onmicrosoft.com`. Every other domain
 * is itself. Lower-case A-labels.
 */
export function toTenantDomain(domain: string): string {
  const at = domain.lastIndexOf(ROUTING);
  if (at < 1) return domain;
  const host = domain.slice(at + ROUTING.length);
  return TENANT_HOSTS.includes(host) ? `${domain.slice(0, at)}.${host}` : domain;
}

/** A host that only routes mail of tenants, such as `mail.onmicrosoft.com`: no tenant has that name. */
export function isRoutingHost(domain: string): boolean {
  return TENANT_HOSTS.some((host) => domain === `${ROUTING.slice(1)}${host}`);
}

/**
 * Whether a registrable domain is a tenant whose name is the first label of one of the organization's domains: it is
 * probably the organization itself.
 */
export function isOwnTenant(registrableDomain: string, organizationDomains: readonly string[]): boolean {
  const dot = registrableDomain.indexOf('.');
  if (dot < 1 || !TENANT_HOSTS.includes(registrableDomain.slice(dot + 1))) return false;
  const name = registrableDomain.slice(0, dot + 1);
  return organizationDomains.some((own) => own.startsWith(name));
}
