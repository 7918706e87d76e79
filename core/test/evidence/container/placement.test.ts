import { createLayout } from '@candor/core/evidence/container';
import { describe, expect, test } from 'vitest';

function place(path: string, files: readonly string[] = [], folders: readonly string[] = []) {
  return createLayout([path, ...files], folders).place(path);
}

describe('trees', () => {
  test.each([
    ['a.eml', null, 'a.eml'],
    ['Deals/West/a.eml', 'Deals/West', 'Deals/West/a.eml'],
    ['Inbox.mbox', null, 'Inbox'],
    ['Deals/Inbox.MBOX.gz', 'Deals', 'Deals/Inbox'],
    ['Deals/Inbox', 'Deals', 'Deals/Inbox'],
    ['a.mbox.mbox', null, 'a.mbox'],
  ])('%s', (path, folder, mboxFolder) => {
    expect(place(path)).toMatchObject({ as: 'by-content', folder, mboxFolder, delivered: null, draft: false });
  });

  test('a folder called new or cur is a Maildir only at the top, and its files are recognised by content', () => {
    expect(place('new/a.eml')).toMatchObject({ as: 'by-content', folder: 'INBOX' });
    expect(place('Deals/new/a.eml')).toMatchObject({ as: 'by-content', folder: 'Deals/new' });
    expect(place('.Sent/cur/b.eml', ['cur/a.eml'])).toMatchObject({ as: 'by-content', folder: 'Sent' });
  });

  test('folders that only contain .NAME folders with cur or new are a Maildir++ without mail at the top', () => {
    expect(place('.Sent/cur/a.eml', ['.Deals.West/new/b.eml'])).toMatchObject({ as: 'by-content', folder: 'Sent' });
    expect(place('.Deals.West/new/b.eml', ['.Sent/cur/a.eml'])).toMatchObject({ folder: 'Deals/West' });
    expect(place('.Sent/cur/a.eml', ['Deals/b.eml'])).toMatchObject({ folder: '.Sent/cur' });
    expect(place('.Sent/cur/a.eml', ['.Deals/b.eml'])).toMatchObject({ folder: '.Sent/cur' });
  });
});

describe('folders of Apple Mail', () => {
  const id = '0C1B2A39-4D5E-6F70-8192-A3B4C5D6E7F8';
  test.each([
    [`INBOX.mbox/${id}/Data/Messages/12.emlx`, 'INBOX'],
    [`V10/${id}/Deals.mbox/West.mbox/${id}/Data/3/1/Messages/13012.partial.emlx`, 'Deals/West'],
    ['IMAP-ann@mail.harbor.example/INBOX.imapmbox/Messages/7.emlx', 'INBOX'],
    ['Mailboxes/Old.mbox/Messages/7.emlx', 'Old'],
    // Not as Apple Mail lays them: the folder is the place.
    [`INBOX.mbox/${id}/Data/3/1/Other/12.emlx`, `INBOX.mbox/${id}/Data/3/1/Other`],
    [`INBOX.mbox/Deals/${id}/Data/Messages/12.emlx`, `INBOX.mbox/Deals/${id}/Data/Messages`],
    ['Deals/Messages/12.emlx', 'Deals/Messages'],
    ['.mbox/Messages/12.emlx', '.mbox/Messages'],
  ])('%s is in %s', (path, folder) => {
    expect(place(path)).toMatchObject({ as: 'by-content', folder });
  });

  test('an exported mbox lies in a folder of that name', () => {
    expect(place('INBOX.mbox/mbox')).toMatchObject({ as: 'by-content', mboxFolder: 'INBOX' });
    expect(place('Deals/West.mbox/mbox')).toMatchObject({ mboxFolder: 'Deals/West' });
    expect(place('Deals/mbox')).toMatchObject({ mboxFolder: 'Deals/mbox' });
    expect(place('.mbox/mbox')).toMatchObject({ mboxFolder: '.mbox/mbox' });
  });
});

describe('Maildirs', () => {
  test.each([
    ['cur/1.a:2,S', 'INBOX'],
    ['.Sent/cur/1.a:2,S', 'Sent'],
    ['.A.B.C/new/1.a', 'A/B/C'],
    ['.&ZeVnLIqe-/new/1.a', '日本語'],
  ])('%s is in %s', (path, folder) => {
    const files = ['cur/2.a', 'new/3.a'];
    expect(place(path, files)).toMatchObject({ as: 'message', folder });
  });

  test('a Maildir without a dot is the folder of its path; a single one is the INBOX', () => {
    expect(place('box/cur/1.a')).toMatchObject({ as: 'message', folder: 'INBOX' });
    expect(place('box/.Sent/cur/1.a', ['box/cur/2.a'])).toMatchObject({ folder: 'Sent' });
    expect(place('Sent/cur/1.a', ['Drafts/cur/2.a'])).toMatchObject({ folder: 'Sent' });
    expect(place('Sent/cur/1.a', ['cur/2.a'])).toMatchObject({ folder: 'Sent' });
  });

  test('is recognised by its empty folders, whatever its files are called', () => {
    expect(place('cur/mail.eml', [], ['cur', 'new', 'tmp'])).toMatchObject({
      as: 'message',
      folder: 'INBOX',
      delivered: null,
    });
    expect(place('cur/mail.eml')).toMatchObject({ as: 'by-content' });
  });

  test('ignores tmp and file names that start with a dot', () => {
    expect(place('tmp/1.a', ['cur/2.a'])).toMatchObject({ as: 'ignored' });
    expect(place('cur/.1.a', ['new/2.a'], ['cur', 'new'])).toMatchObject({ as: 'by-content' });
  });

  test.each([
    ['1000000000.M1.h:2,S', 1_000_000_000, false],
    ['1000000000.M1.h;2,DS', 1_000_000_000, true],
    ['1000000000.M1.h!2,SD', 1_000_000_000, true],
    ['1000000000.M1.h:2,', 1_000_000_000, false],
    ['1000000000.D:1,D', 1_000_000_000, false],
    ['0.M1.h:2,D', null, true],
    ['x1000.M1', null, false],
    ['1000', null, false],
    ['999999999999999999.M1', null, false],
  ])('reads delivery time and draft flag: %s', (name, delivered, draft) => {
    expect(place(`cur/${name}`, [], ['cur', 'new'])).toMatchObject({ as: 'message', delivered, draft });
  });
});
