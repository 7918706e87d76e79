import type { RuleMailbox, Specimen } from './specimen.ts';

/**
 * Whose mail it was: one copy for each sentence of the impact stage. All are cleared; parties.csv shows them in its
 * zero columns.
 */
export const PARTY_MAILBOX: RuleMailbox = {
  custodian: 'parties',
  audited: true,
  folders: [
    ['Inbox', 'Inbox'],
    ['Drafts', 'Drafts'],
  ],
};

function copy(name: string, rule: string, fields: readonly string[], more: Partial<Specimen> = {}): Specimen {
  const arrived = '2001-09-15T12:00:00Z';
  return {
    custodian: 'parties',
    folder: 'Inbox',
    name,
    arrived,
    rule,
    verdict: 'no-evidence (N1)',
    records: [],
    fields,
    ...more,
  };
}

const ATTACHED = [
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary="b"',
  '',
  '--b',
  'Content-Type: message/rfc822',
  '',
  'From: hidden@attached-party.example',
  'To: parties@lighthouse.example',
  'Subject: inside',
  '',
  'Attached.',
  '--b--',
];

export const PARTY_SPECIMENS: readonly Specimen[] = [
  copy('organization', 'organization: the registrable domain', ['From: a@mail.plain-party.example']),
  copy('directory-joins', 'organization: two domains and an address joined by the directory', [
    'From: a@north.example',
    'Cc: b@north-sea.test, keeper@alone.example',
  ]),
  copy('shared-host', 'organization: below a shared host', ['From: desk@fictional-tenant.onmicrosoft.com']),
  copy('person-consumer', 'person: a consumer domain', ['From: keeper@example.com']),
  copy('person-directory', 'person: the directory says so', ['From: one@homes.example, two@homes.example']),
  copy('list-host', 'list: a host of mail groups', ['Cc: lamps-fictional@groups.io']),
  copy('list-directory', 'list: the directory says so', ['Cc: all@lists.example']),
  copy('bulk', 'bulk', ['From: news@bulk-party.example', 'List-Id: <news.bulk-party.example>']),
  copy('internal', 'internal: no party', ['From: a@deep.below.lighthouse.example']),
  copy('attached', 'role attached', ATTACHED),
  copy('blind', 'role blind recipient', ['Bcc: blind@blind-party.example']),
  copy('encapsulated', 'an outsider at an internal domain', [
    'From: IMCEASMTP-far+40encapsulated+2Eexample@lighthouse.example',
  ]),
  copy('draft', 'a draft: for no party', ['To: nobody@draft-party.example'], { folder: 'Drafts' }),
  copy('unresolved-ip', 'unresolved: `ip-literal`', ['Cc: pump@[192.0.2.9]']),
  copy('unresolved-suffix', 'unresolved: `no-registrable-domain`', ['Cc: printer@localhost']),
  copy('unresolved-domain', 'unresolved: `no-domain`', ['Cc: undisclosed']),
];

export const PARTY_DIRECTORY = `match,party,kind,name,country,contact,contact_role,language
north.example,org-north,organization,North Harbour,NO,security@north.example,security,en
north-sea.test,org-north,organization,North Harbour,NO,,,
keeper@alone.example,org-north,organization,North Harbour,NO,,,
homes.example,,person,,,,,
lists.example,,list,,,,,
`;
