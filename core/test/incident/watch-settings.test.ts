import { describe, expect, test } from 'vitest';
import { listLogFiles, readIncident } from '../../src/incident/index.ts';

const START = `incident: a
organization: { name: A, domains: [a.example] }
window: { start: 2024-01-01T00:00:00Z, contained: 2024-02-01T00:00:00Z }
mailboxes: [ { custodian: ada, address: ada@a.example, evidence: mail } ]
`;
const read = (rest: string) => readIncident(`${START}${rest}`, 'i.yaml');

describe('an access entry that is a folder', () => {
  test('is a place to look for logs, not a log', () => {
    const { incident, paths } = read('access:\n  - file: one.jsonl\n  - folder: ./more//\n');
    expect(incident?.access.map(({ file, isFolder }) => [file, isFolder])).toEqual([
      ['one.jsonl', undefined],
      ['more', true],
    ]);
    expect(incident === null ? null : listLogFiles(incident).map(({ file }) => file)).toEqual(['one.jsonl']);
    expect(paths.map(({ path, what, line }) => [path, what, line])).toEqual([
      ['mail', 'evidence', 4],
      ['one.jsonl', 'access', 6],
      ['more', 'logs', 7],
    ]);
  });

  test.each([
    ['- {}', 'access[1].file is missing'],
    ['- { file: a, folder: b }', 'an entry names a `file` or a `folder`; write two entries'],
    [
      '- { folder: b, covers: { mailboxes: all, from: 2024-01-01T00:00:00Z, to: 2024-01-02T00:00:00Z } }',
      '`covers` applies to one file; list that file in its own entry and set it there',
    ],
    [
      '- { folder: b, acquired: { by: x } }',
      '`acquired` applies to one file; list that file in its own entry and set it there',
    ],
  ])('is refused as %s', (entry, sentence) => {
    const { incident, refusals } = read(`access:\n  ${entry}\n`);
    expect(incident).toBeNull();
    expect(refusals).toEqual([`i.yaml:6: ${sentence}`]);
  });
});

describe('the section `watch`', () => {
  test('sets where to look, whom to alert and how often', () => {
    const { incident, paths } = read(
      'watch: { folders: [in/], mail: [duty@b.example], webhook: { url: https://b.example/x?y=1, tokenFile: t }, every: 5m }\n',
    );
    expect(incident?.watch).toEqual({
      folders: ['in'],
      mail: ['duty@b.example'],
      webhook: { url: 'https://b.example/x?y=1', tokenFile: 't' },
      everySeconds: 300,
    });
    expect(paths.at(-1)).toEqual({ path: 'in', line: 5, what: 'watch' });
    expect(read('').incident?.watch).toBeNull();
    expect(read('watch: {}\n').incident?.watch).toEqual({ folders: [], mail: [], webhook: null, everySeconds: 10 });
  });

  test.each(['http://127.0.0.1:8080/x', 'http://localhost/', 'http://[::1]:1/', 'https://b.example'])(
    'accepts the webhook %s',
    (url) => expect(read(`watch: { webhook: { url: "${url}" } }\n`).refusals).toEqual([]),
  );

  test.each([
    'http://b.example/',
    'http://127.0.0.1.b.example/',
    'https://user:secret@b.example/',
    'https://b.example/#x',
    'ftp://b.example/',
    'b.example',
  ])('refuses the webhook %s', (url) =>
    expect(read(`watch: { webhook: { url: "${url}" } }\n`).refusals).toEqual([
      'i.yaml:5: watch.webhook.url must be an https address without user, password and fragment; http is allowed on loopback only',
    ]),
  );

  test('refuses unusable or duplicate addresses, and other times', () => {
    expect(read('watch:\n  mail: ["a b@c", d@e.example, d@e.example]\n  every: 2d\n  else: 1\n').refusals).toEqual([
      'i.yaml:8: unknown key "else" in watch; known here: folders, mail, webhook, every',
    ]);
    expect(read('watch:\n  mail: ["a b@c", d@e.example, d@e.example]\n  every: 2d\n').refusals).toEqual([
      'i.yaml:6: "a b@c" is not a usable mail address',
      'i.yaml:6: "d@e.example" is given twice; it gets each alert once',
      'i.yaml:7: watch.every must be 1s to 1d: a number and s, m, h or d',
    ]);
  });
});
