/**
 * Canonical form for comparing ids of mailboxes (GUID, address, custodian), sessions and applications: ignores case and
 * braces around a GUID.
 */
export function toIdKey(text: string): string {
  const name = text.trim().toLowerCase();
  return name.startsWith('{') && name.endsWith('}') ? name.slice(1, -1).trim() : name;
}
