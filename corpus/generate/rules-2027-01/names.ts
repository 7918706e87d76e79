import { toManagementApi } from '../audit/containers.ts';
import { bind } from '../audit/record.ts';
import type { CorpusFiles } from '../files.ts';
import { putRuleIncident } from '../rules/put-rule-incident.ts';
import { folderOf, type Specimen, toEml } from '../rules/specimen.ts';
import { act, copy, INTRUDER, mailbox, recorded } from '../rules-2026-12/cast.ts';

/** Decisions 1 and 12: the names of a copy, and what is attached at any depth, as bytes too. */

const named = (name: string, rule: string, fields: readonly string[]): Specimen =>
  copy(`names/Inbox/${name}`, rule, 'accessed', [`bind-${name}`], { id: null, fields });

const NAMED: readonly Specimen[] = [
  named('n-second', 'names, B1: `bind`, the second of two Message-ID fields', [
    'Message-ID: <n-first@rules.example>',
    'Message-ID: <n-second@rules.example>',
  ]),
  named('n-google', 'names, B1: `bind`, the id that only X-Google-Original-Message-ID has kept', [
    'Message-ID: <n-rewritten@rules.example>',
    'X-Google-Original-Message-ID: <n-google@rules.example>',
  ]),
  named('n-comment', 'names, B1: `bind`, the second pair of angle brackets', [
    'Message-ID: (added by <postmaster@outside.example>) <n-comment@rules.example>',
  ]),
  named('n-encoded', 'names, B1: `bind`, an encoded word', [
    'Message-ID: =?utf-8?q?=3Cn-encoded=40rules=2Eexample=3E?=',
  ]),
  named('n-bare', 'names, B1: `bind`, a field without a pair', ['Message-ID:  n-bare@rules.example ']),
];

const UNNAMED: readonly Specimen[] = [
  copy('names/Inbox/n-resent', 'names, N1: `complete-coverage`, Resent-Message-ID is no name', 'no-evidence', [], {
    fields: ['Resent-Message-ID: <n-not-held@rules.example>'],
  }),
];

const INNER = copy(
  'names/Filed/c1-deep',
  'C1: `contained-in`, a message in an .eml file in an attached message',
  'presumed',
  ['bind-c1-outer'],
);
const FILE = copy('names/Filed/c1-file', 'C1: `contained-in`, the .eml file', 'presumed', ['bind-c1-outer'], {
  fields: multipart('file', 'Content-Type: application/octet-stream; name="mail.eml"', toEml(INNER)),
});
const MIDDLE = copy('names/Filed/c1-middle', 'C1: `contained-in`, an attached message', 'presumed', ['bind-c1-outer'], {
  fields: multipart('middle', 'Content-Type: application/octet-stream', toEml(FILE)),
});
const CARRIED: readonly Specimen[] = [
  copy(
    'names/Inbox/c1-outer',
    'B1: `bind`, the carrier of three messages inside each other',
    'accessed',
    ['bind-c1-outer'],
    {
      fields: multipart('outer', 'Content-Type: message/rfc822', toEml(MIDDLE)),
    },
  ),
  MIDDLE,
  FILE,
  INNER,
];

function multipart(boundary: string, head: string, content: string): readonly string[] {
  return [
    'MIME-Version: 1.0',
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
    '',
    `--${boundary}`,
    head,
    '',
    `${content}--${boundary}--`,
  ];
}

const opened = (name: string) =>
  bind({
    ...act(`bind-${name}`, 'names', INTRUDER, '2001-09-20T10:00:00Z'),
    folders: [{ id: folderOf('names', 'Inbox'), path: '\\', messageIds: [`<${name}@rules.example>`] }],
  });

export function putNames(files: CorpusFiles): void {
  putRuleIncident(files, {
    name: 'rules-2027-01-names',
    title: 'rules-2027-01-names: by which ids a copy is known, and what is attached to it',
    introduction: `Every id of a header names the copy. An attached message is found at any depth, as a file of bytes too.
The expected results were counted by hand from the rules.`,
    mailboxes: [mailbox('names')],
    specimens: [...NAMED, ...UNNAMED, ...CARRIED],
    audit: {
      'main.jsonl': toManagementApi([
        recorded('names'),
        ...[...NAMED, ...CARRIED.slice(0, 1)].map(({ name }) => opened(name)),
      ]),
    },
    rest: `access:
  - file: audit/main.jsonl
    exported: 2001-11-03T00:00:00Z
    covers: { mailboxes: all, from: 2001-09-01T00:00:00Z, to: 2001-11-01T00:00:00Z }
intruder:
  sessions: [session-intruder]
policy: { sync: mailbox, gaps: presumed }
`,
    directory: null,
  });
}
