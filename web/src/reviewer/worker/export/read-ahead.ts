/**
 * Gives what `read` makes of each item, in the order of the items, while others are read ahead, as long as `hasRoom`
 * says of those that wait: a reader who waits for one answer after another would wait for hours. Whoever stops taking
 * stops the reading.
 */
export async function* readAhead<Item, Read>(
  items: Iterable<Item>,
  hasRoom: (waiting: readonly Item[]) => boolean,
  read: (item: Item) => Promise<Read>,
): AsyncGenerator<readonly [Item, Read]> {
  const waiting: (readonly [Item, Promise<Read>])[] = [];
  const iterator = items[Symbol.iterator]();
  const fill = (): void => {
    while (hasRoom(waiting.map(([item]) => item))) {
      const next = iterator.next();
      if (next.done === true) return;
      const reading = read(next.value);
      // It is awaited below, unless an earlier one failed: then nobody asks for it any more.
      reading.catch(() => {});
      waiting.push([next.value, reading]);
    }
  };
  fill();
  for (let first = waiting.shift(); first !== undefined; first = waiting.shift()) {
    const [item, reading] = first;
    const result = await reading;
    fill();
    yield [item, result];
  }
}
