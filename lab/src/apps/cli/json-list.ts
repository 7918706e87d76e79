import { type Screen, toJsonText } from './show/screen.ts';

/** The JSON of a list, as `showJson` prints it, item by item: it may have millions. */
export async function showJsonList(screen: Screen, items: AsyncIterable<unknown>): Promise<void> {
  let last: string | null = null;
  for await (const item of items) {
    screen.line(last === null ? '[' : `${last},`);
    last = toJsonText(item, 2).replace(/^/gm, '  ');
  }
  if (last === null) screen.line('[]');
  else screen.line(`${last}\n]`);
}
