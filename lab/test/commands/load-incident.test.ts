import { cpSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Refusal } from '@candor/core/base';
import { describe, expect, test } from 'vitest';
import { loadIncident } from '../../src/commands/load-incident.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';

const CORPUS = join(import.meta.dirname, '../../../corpus/incident-files');

function refusalOf(path: string): Refusal {
  try {
    loadIncident(path);
  } catch (cause) {
    if (cause instanceof Refusal) return cause;
    throw cause;
  }
  throw new Error('it was taken');
}

function write(text: string | Uint8Array): string {
  const folder = makeTemporaryFolder();
  mkdirSync(join(folder, 'mail'));
  const path = join(folder, 'incident.yaml');
  writeFileSync(path, text);
  return path;
}

const valid = (more = '') => `incident: lamp
organization: { name: Lamp Works, domains: [lamp.example] }
window: { start: 2001-09-10T00:00:00Z, contained: 2001-10-20T00:00:00Z }
mailboxes: [ { custodian: keeper, address: keeper@lamp.example, evidence: mail } ]
${more}`;

describe('an incident file', () => {
  test.each(readdirSync(join(CORPUS, 'accepted')).filter((name) => name.endsWith('.yaml')))(
    '%s of the corpus is accepted with its evidence',
    (name) => {
      const folder = makeTemporaryFolder();
      cpSync(join(CORPUS, 'accepted'), folder, { recursive: true });
      expect(loadIncident(join(folder, name)).incident.organization.name).toBe('Lamp Works');
    },
  );

  test('that is refused also reports its warnings', () => {
    const text = valid('directory: nowhere.csv\n').replace('keeper@lamp.example', 'keeper@other.example');
    const { reasons } = refusalOf(write(text));
    expect(reasons).toHaveLength(2);
    expect(reasons[0]).toMatch(/^incident\.yaml:4: the domain of "keeper@other\.example" is not among/);
    expect(reasons[1]).toMatch(/^incident\.yaml:5: directory "nowhere\.csv" does not exist/);
  });

  test('that names a file in the other Unicode form says so', () => {
    const path = write(valid('directory: "Verzeichnis-M\u00fcller.csv"\n'));
    writeFileSync(join(dirname(path), 'Verzeichnis-Mu\u0308ller.csv'), '');
    const { reasons } = refusalOf(path);
    expect(reasons).toHaveLength(1);
    expect(reasons[0]).toContain('its folder has the name in the other Unicode form');
    // A name that is not there in any form is missing.
    expect(refusalOf(write(valid('directory: "M\u00fcller.csv"\n'))).reasons[0]).toContain('does not exist; paths');
  });

  test('is stored as it is, including a byte order mark', () => {
    const text = `\ufeff${valid().replaceAll('\n', '\r\n')}`;
    expect(loadIncident(write(text)).text).toBe(text);
  });

  test('that is not UTF-8 is refused with its first invalid line', () => {
    const bytes = Buffer.concat([Buffer.from(valid()), Buffer.from('# caf\xe9\n# \xff\n', 'latin1')]);
    expect(refusalOf(write(bytes)).reasons).toEqual([
      'incident.yaml:5: these bytes are not UTF-8; save the file as UTF-8',
    ]);
  });

  test('in UTF-16, as an old editor writes it, is refused', () => {
    expect(refusalOf(write(Buffer.from(`\ufeff${valid()}`, 'utf16le'))).reasons).toHaveLength(1);
  });

  test('that is missing is refused with the command that writes one', () => {
    const path = join(makeTemporaryFolder(), 'incident.yaml');
    const refusal = refusalOf(path);
    expect(refusal.code).toBe('no-incident');
    expect(refusal.reasons).toEqual([
      `${path}: there is no such file; \`candor init <folder>\` writes an incident file from what it finds`,
    ]);
  });

  test('that is a folder is refused with the command that writes one there', () => {
    expect(refusalOf(makeTemporaryFolder()).code).toBe('incident-is-folder');
  });

  test('that links to itself cannot be read', () => {
    const path = join(makeTemporaryFolder(), 'incident.yaml');
    symlinkSync('incident.yaml', path);
    expect(refusalOf(path).reasons[0]).toMatch(/cannot be read \(ELOOP\)/);
  });
});

describe('the files it names', () => {
  test('are checked, and all errors reported at once, by line', () => {
    const path = write(
      valid('access: [ { file: a.jsonl } ]\ndirectory: d.csv\npolicy: { sync: all }\n').replace(
        'evidence: mail',
        'evidence: gone',
      ),
    );
    expect(refusalOf(path).reasons).toEqual([
      'incident.yaml:4: evidence "gone" does not exist; paths are relative to the folder of incident.yaml',
      'incident.yaml:5: access "a.jsonl" does not exist; paths are relative to the folder of incident.yaml',
      'incident.yaml:6: directory "d.csv" does not exist; paths are relative to the folder of incident.yaml',
      'incident.yaml:7: policy.sync must be one of: mailbox, folder',
    ]);
  });

  test('must be files where a folder makes no sense', () => {
    expect(refusalOf(write(valid('directory: mail\n'))).reasons).toEqual([
      'incident.yaml:5: directory "mail" is a folder; name the file',
    ]);
  });

  test('must be finite where they are read completely', () => {
    expect(refusalOf(write(valid('directory: /dev/zero\n'))).reasons).toEqual([
      'incident.yaml:5: directory "/dev/zero" is a socket, a pipe or a device; name a file',
    ]);
  });

  test('may be elsewhere: absolute, above, behind a link', () => {
    const outside = makeTemporaryFolder();
    const path = write(valid(`directory: ${join(outside, 'd.csv')}\n`));
    writeFileSync(join(outside, 'd.csv'), 'match\n');
    expect(loadIncident(path).incident.directory).toBe(join(outside, 'd.csv'));
    expect(refusalOf(write(valid('directory: mail/file/deeper.csv\n'))).reasons[0]).toMatch(/does not exist/);
  });
});

test('endless input is no incident file', () => {
  const { code, message } = refusalOf('/dev/zero');
  expect([code, message]).toEqual([
    'invalid-incident',
    '/dev/zero: this file is larger than 16777216 bytes, the limit for an incident file',
  ]);
});
