/** A valid incident file of fixed lines; tests change one of them and name what must be said. */
export const LINES: readonly string[] = [
  'incident: lamp-2001', // 1
  'organization:', // 2
  '  name: Lamp Works', // 3
  '  domains: [lamp.example]', // 4
  '  addresses: [192.0.2.0/24]', // 5
  'window: { start: 2001-09-10T00:00:00Z, contained: 2001-10-20T00:00:00Z }', // 6
  'mailboxes:', // 7
  '  - custodian: keeper', // 8
  '    address: keeper@lamp.example', // 9
  '    evidence: mail/keeper.mbox', // 10
  '    guid: 11111111-2222-4333-8444-555555555555', // 11
  '    addresses: [203.0.113.7]', // 12
  '  - custodian: helper', // 13
  '    address: helper@lamp.example', // 14
  '    evidence: mail/helper', // 15
  '    guid: 21111111-2222-4333-8444-555555555555', // 16
  'access:', // 17
  '  - file: audit/a.jsonl', // 18
  '    covers: { mailboxes: [keeper], from: 2001-09-01T00:00:00Z, to: 2001-11-01T00:00:00Z }', // 19
  '  - file: audit/b.jsonl', // 20
  'coverage:', // 21
  '  - { mailbox: helper, kind: unlicensed, from: 2001-09-01T00:00:00Z, to: 2001-09-20T00:00:00Z }', // 22
  'intruder:', // 23
  '  sessions: [AA-1]', // 24
  '  addresses: [198.51.100.0/24]', // 25
  '  reach: [ { mailbox: all, by: application } ]', // 26
  'policy: { sync: mailbox, gaps: presumed }', // 27
];

/** The file with some lines replaced (by line number, from 1). */
export function withLines(changes: Readonly<Record<number, string>> = {}): string {
  return `${LINES.map((line, at) => changes[at + 1] ?? line).join('\n')}\n`;
}
