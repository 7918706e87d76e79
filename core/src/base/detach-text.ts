/**
 * The same text without the longer one that it was cut out of, which engines keep whole for as long as any piece of it
 * lives. For what is kept in hundreds of thousands.
 */
export function detachText(text: string): string {
  return String(JSON.parse(JSON.stringify(text)));
}
