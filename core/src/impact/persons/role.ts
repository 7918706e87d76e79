/** Local parts that are no person's (RFC 2142 and what is usual beside it). */
const ROLES = new Set(
  'abuse account accounting accounts admin administration administrator alert alerts billing bookings bounce bounces careers compliance contact customerservice daemon desk dpo enquiries events feedback finance group help helpdesk hr info information invoice invoices it jobs legal list mail mailer-daemon mailer marketing news newsletter no-reply noc noreply notification notifications office orders payroll postmaster press privacy reception recruiting root sales security service services subscribe support system team unsubscribe webmaster'.split(
    ' ',
  ),
);
/** With one of these words among others it is no person's either. */
const ROLE_WORDS = new Set(
  'admin administration administrator alerts billing desk donotreply helpdesk info invoices mailer migration newsletter noreply notifications payroll postmaster reception recruiting sales service services shift support team'.split(
    ' ',
  ),
);

/** Whether an address, or the name beside it, is of a role and no person. */
export function isRole(address: string, name = ''): boolean {
  const local = address.slice(0, address.lastIndexOf('@'));
  return ROLES.has(local) || /^no[._-]?(?:reply|address)$/.test(local) || hasRole(local) || hasRole(name);
}

function hasRole(text: string): boolean {
  const words = text.toLowerCase().split(/[^\p{L}]+/u);
  return words.some((word) => ROLE_WORDS.has(word));
}
