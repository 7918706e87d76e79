import { readFolderList } from '@candor/core/incident';
import { expect, test } from 'vitest';

test('reads ids, paths and types as Export-Csv writes them', () => {
  const text =
    '\ufeff#TYPE Selected\r\n"Name","FolderPath","FolderId","FolderType"\r\n"I","/Inbox","Id1","Inbox"\r\n"D","/A, ""B""","Id2",""\r\n';
  expect(readFolderList(text, 'f.csv')).toEqual({
    folders: [
      { id: 'Id1', path: '/Inbox', type: 'Inbox' },
      { id: 'Id2', path: '/A, "B"', type: '' },
    ],
    problems: [],
  });
});

test('ignores case in column names; FolderType may be missing', () => {
  expect(readFolderList('folderid,folderpath\na,/b\n', 'f.csv').folders).toEqual([{ id: 'a', path: '/b', type: '' }]);
});

test('a list without its columns gives one problem and nothing else', () => {
  const { folders, problems } = readFolderList('Id,Path\na,/b\n', 'folders/x.csv');
  expect(folders).toEqual([]);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatchObject({ code: 'folder-list', place: 'folders/x.csv:1', weight: 'person' });
  expect(problems[0]?.text).toContain('FolderId and FolderPath');
});

test('reports an unusable row with its line and uses the others', () => {
  const { folders, problems } = readFolderList('FolderId,FolderPath\n,/a\nb,\nc,/c\n', 'f.csv');
  expect(folders.map(({ id }) => id)).toEqual(['c']);
  expect(problems.map(({ place }) => place)).toEqual(['f.csv:2', 'f.csv:3']);
});

test('an unclosed quote loses at most its own row', () => {
  const { folders, problems } = readFolderList('FolderId,FolderPath\na,"/a\nb,/b\n', 'f.csv');
  expect(problems.map(({ place }) => place)).toContain('f.csv:2');
  expect(folders.map(({ id }) => id)).toContain('b');
});

test('an empty list has no folders', () => {
  expect(readFolderList('', 'f.csv').folders).toEqual([]);
});

test('reads a semicolon list and reports one that is not UTF-8', () => {
  const { folders, problems } = readFolderList('FolderId;FolderPath\na;/Entw\ufffdrfe\n', 'f.csv');
  expect(folders).toEqual([{ id: 'a', path: '/Entw\ufffdrfe', type: '' }]);
  expect(problems).toEqual([
    expect.objectContaining({ code: 'folder-list', place: 'f.csv:2', text: expect.stringContaining('CSV UTF-8') }),
  ]);
});
