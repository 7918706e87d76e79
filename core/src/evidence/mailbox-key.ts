/** How texts that name a mailbox (GUID, address, custodian) compare: without case, and without the braces that some programs write around a GUID. */
export function toMailboxKey(text: string): string {
  const name = text.trim().toLowerCase();
  return name.startsWith('{') && name.endsWith('}') ? name.slice(1, -1).trim() : name;
}
