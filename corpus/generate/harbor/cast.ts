import { readFileSync } from 'node:fs';
import { toFolderId, toGuid } from '../identity.ts';

export type Person = { readonly name: string; readonly address: string; readonly zone: number };

const PEOPLE = JSON.parse(readFileSync(new URL('people.json', import.meta.url), 'utf8')) as Readonly<
  Record<string, Person>
>;

export function personOf(key: string): Person {
  const person = PEOPLE[key];
  if (person === undefined) throw new Error(`nobody is called ${key}`);
  return person;
}

export type MailboxFormat = 'maildir' | 'eml-tree' | 'mbox-tree' | 'mbox-gz' | 'zip' | 'takeout';

/** A folder of a custodian: its path in the evidence, in the folder list, and its FolderType. */
export type CastFolder = { readonly path: string; readonly listed: string; readonly type: string };

export type Custodian = {
  readonly name: string;
  readonly person: string;
  readonly format: MailboxFormat;
  readonly evidence: string;
  readonly guid: string;
  readonly ownAddress: string;
  readonly inbox: CastFolder;
  readonly sent: CastFolder;
  readonly drafts: CastFolder;
  readonly further: readonly CastFolder[];
};

function folder(path: string, type: string, listed = `/${path}`): CastFolder {
  return { path, listed, type };
}

export const CUSTODIANS: readonly Custodian[] = [
  {
    name: 'okafor-a',
    person: 'okafor',
    format: 'maildir',
    evidence: 'mailboxes/okafor-a',
    guid: toGuid('mailbox okafor-a'),
    ownAddress: '203.0.113.21',
    inbox: folder('INBOX', 'Inbox', '/Inbox'),
    sent: folder('Sent', 'SentItems'),
    drafts: folder('Drafts', 'Drafts'),
    further: [
      folder('Projects/Quay 7', 'User Created'),
      folder('Board', 'User Created'),
      folder('Crew & Café', 'User Created'),
    ],
  },
  {
    name: 'lindqvist-s',
    person: 'lindqvist',
    format: 'eml-tree',
    evidence: 'mailboxes/lindqvist-s',
    guid: toGuid('mailbox lindqvist-s'),
    ownAddress: '203.0.113.34',
    inbox: folder('Inkorgen', 'Inbox'),
    sent: folder('Skickat', 'SentItems'),
    drafts: folder('Utkast', 'Drafts'),
    further: [folder('Incidenter', 'User Created'), folder('Borttaget', 'DeletedItems')],
  },
  {
    name: 'moreau-c',
    person: 'moreau',
    format: 'mbox-tree',
    evidence: 'mailboxes/moreau-c',
    guid: toGuid('mailbox moreau-c'),
    ownAddress: '203.0.113.47',
    inbox: folder('Boîte de réception', 'Inbox'),
    sent: folder('Éléments envoyés', 'SentItems'),
    drafts: folder('Brouillons', 'Drafts'),
    further: [folder('Dossiers/Arbitrage Pelican', 'User Created'), folder('Dossiers/Conformité', 'User Created')],
  },
  {
    name: 'brandt-j',
    person: 'brandt',
    format: 'mbox-gz',
    evidence: 'mailboxes/brandt-j.mbox.gz',
    guid: toGuid('mailbox brandt-j'),
    ownAddress: '203.0.113.58',
    inbox: folder('Posteingang', 'Inbox'),
    sent: folder('Gesendete Elemente', 'SentItems'),
    drafts: folder('Entwürfe', 'Drafts'),
    further: [],
  },
  {
    name: 'tanaka-y',
    person: 'tanaka',
    format: 'zip',
    evidence: 'mailboxes/tanaka-y.zip',
    guid: toGuid('mailbox tanaka-y'),
    ownAddress: '2001:db8:81::1400',
    inbox: folder('受信トレイ', 'Inbox'),
    sent: folder('送信済みアイテム', 'SentItems'),
    drafts: folder('下書き', 'Drafts'),
    further: [folder('LNG契約', 'User Created')],
  },
  {
    name: 'costa-r',
    person: 'costa',
    format: 'takeout',
    evidence: 'mailboxes/costa-r/Todo o correio.mbox',
    guid: toGuid('mailbox costa-r'),
    ownAddress: '203.0.113.90',
    inbox: folder('Caixa de entrada', 'Inbox'),
    sent: folder('Enviados', 'SentItems'),
    drafts: folder('Rascunhos', 'Drafts'),
    further: [folder('Clientes/Faturas não pagas', 'User Created')],
  },
];

export function custodianOf(name: string): Custodian {
  const found = CUSTODIANS.find((custodian) => custodian.name === name);
  if (found === undefined) throw new Error(`no custodian ${name}`);
  return found;
}

export function foldersOf(custodian: Custodian): readonly CastFolder[] {
  return [custodian.inbox, custodian.sent, custodian.drafts, ...custodian.further];
}

/** The id under which the audit log and the folder list know a folder. */
export function folderIdOf(custodian: string, path: string): string {
  return toFolderId(`${custodian} ${path}`);
}
