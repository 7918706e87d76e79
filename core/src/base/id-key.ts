/**
 * How texts compare that name a mailbox (GUID, address, custodian), a session or an application: without case, and
 * without the braces that some programs write around a GUID.
 */
export function toIdKey(text: string): string {
  const name = text.trim().toLowerCase();
  return name.startsWith('{') && name.endsWith('}') ? name.slice(1, -1).trim() : name;
}
