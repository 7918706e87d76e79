import {
  listTiles,
  readEntryTile,
  readTile,
  readTilePath,
  toEntryTile,
  toTilePath,
  toTileWidth,
} from '@candor/core/ledger';
import { expect, test } from 'vitest';

test.each([
  [{ level: 0, index: 0, width: 256 }, 'tile/0/000'],
  [{ level: 0, index: 1_234_067, width: 256 }, 'tile/0/x001/x234/067'],
  [{ level: 1, index: 999, width: 1 }, 'tile/1/999.p/1'],
  [{ level: 2, index: 1000, width: 255 }, 'tile/2/x001/000.p/255'],
  [{ level: 'entries', index: 273, width: 112 }, 'tile/entries/273.p/112'],
] as const)('the path of %j is %s', (place, path) => {
  expect(toTilePath(place)).toBe(path);
  expect(readTilePath(path)).toEqual(place);
});

test.each([
  'tile/0',
  'tile/0/0',
  'tile/0/00',
  'tile/0/0000',
  'tile/0/x000/000',
  'tile/0/001/234',
  'tile/0/x01/234',
  'tile/00/000',
  'tile/-1/000',
  'tile/64/000',
  'tile/100/000',
  'tile/data/000',
  'tile/0/000.p/0',
  'tile/0/000.p/01',
  'tile/0/000.p/256',
  'tile/0/000.p',
  'tile/0/000/',
  '/tile/0/000',
  'tile/0/../000',
  'tile/0/000\n',
  'tile/0/x999/x999/x999/x999/x999/x999/999',
])('refuses the tile %j', (path) => {
  expect(readTilePath(path)).toBeNull();
});

test('lists the tiles of a tree, and those added since an older one', () => {
  const list = (size: number, from?: number) => [...listTiles(size, from)].map(toTilePath);
  expect(list(0)).toEqual([]);
  expect(list(256)).toEqual(['tile/entries/000', 'tile/0/000', 'tile/1/000.p/1']);
  expect(list(300, 256)).toEqual(['tile/entries/001.p/44', 'tile/0/001.p/44']);
  expect(list(300, 300)).toEqual([]);
  const tiles = list(70_000);
  expect(tiles).toHaveLength(274 + 274 + 2 + 1);
  expect(tiles.at(-1)).toBe('tile/2/000.p/1');
  expect(tiles.at(-2)).toBe('tile/1/001.p/17');
  expect(toTileWidth(70_000, 0, 273)).toBe(112);
  expect(toTileWidth(70_000, 0, 274)).toBe(0);
});

test('an entry tile prefixes each entry with its length and is refused in any other form', () => {
  const commitments = new Uint8Array(64).map((_, at) => at);
  const tile = toEntryTile(commitments);
  expect([...tile.subarray(0, 4)]).toEqual([0, 32, 0, 1]);
  expect(readEntryTile(tile, 2)).toEqual(commitments);
  expect(readEntryTile(tile, 1)).toBeNull();
  expect(readEntryTile(tile, 3)).toBeNull();
  expect(readEntryTile(tile.subarray(1), 2)).toBeNull();
  for (const at of [0, 1, 34, 35]) {
    const other = tile.slice();
    other[at] = (other[at] ?? 0) + 1;
    expect(readEntryTile(other, 2)).toBeNull();
  }
  expect(readTile(commitments, 2)).toEqual(commitments);
  expect(readTile(commitments, 1)).toBeNull();
});
