import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Refusal, toShownPlace } from '@candor/core/base';
import { expect, test } from 'vitest';
import { checkIncident } from '../../../src/commands/evidence/check-incident.ts';
import { silentProgress } from '../../../src/commands/progress.ts';
import { runIncident } from '../../../src/commands/run-incident.ts';
import { makeTemporaryFolder } from '../../temporary-folder.ts';
import { FILES, MISTAKES, type Mistake, toText } from './mistakes.ts';

function write({ lines, files }: Partial<Mistake>): string {
  const folder = makeTemporaryFolder();
  for (const [name, text] of Object.entries({ ...FILES, ...files })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  writeFileSync(join(folder, 'incident.yaml'), toText(lines));
  return folder;
}

/** Code, place and sentence of each thing that `check` says and that needs a person. */
function check(folder: string): readonly (readonly [code: string, place: string, text: string])[] {
  try {
    const { warnings } = checkIncident(join(folder, 'incident.yaml'));
    return warnings
      .filter(({ weight }) => weight === 'person')
      .map(({ code, place, text }) => [code, toShownPlace(place), text]);
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    return cause.reasons.map((reason) => {
      const [, place = '', text = ''] = /^([^:]+:\d+): (.*)$/s.exec(reason) ?? [];
      return ['refusal', place, text];
    });
  }
}

test('an incident without mistakes reports nothing, and there are at least forty mistakes', () => {
  // That nobody says when a log was drawn is a question, not a mistake.
  expect(check(write({})).filter(([code]) => code !== 'exported-missing')).toEqual([]);
  expect(MISTAKES.length).toBeGreaterThanOrEqual(40);
});

test.each(MISTAKES)('$name: $code', (mistake) => {
  const said = check(write(mistake));
  expect(said).toContainEqual([mistake.code, `incident.yaml:${mistake.line}`, expect.stringMatching(mistake.fix)]);
});

const run = (folder: string) =>
  runIncident({
    incident: join(folder, 'incident.yaml'),
    state: join(folder, 'state'),
    out: null,
    workers: 1,
    accept: [],
    progress: silentProgress,
  });

test('says first that the only indicator matches nothing, also in a log above one megabyte', async () => {
  const filler = Array.from({ length: 4000 }, (_, at) =>
    (FILES['log.jsonl'] ?? '').split('\n')[at % 4]?.replace(/"Id":"r\d"/, `"Id":"f${at}"`),
  ).join('\n');
  const mistake = MISTAKES.find(({ name }) => name === 'a wrong digit in the session');
  const folder = write({ ...mistake, files: { 'log.jsonl': `${filler}\n${FILES['log.jsonl']}` } });
  expect(check(folder).map(([code]) => code)).not.toContain('indicator-unmatched');
  const { needs } = await run(folder);
  const problem = needs.find(({ kind }) => kind === 'problem');
  expect(toShownPlace(problem?.subject ?? '')).toBe('incident.yaml:17');
  expect(problem?.text).toContain('correct the line');
});

test('a foreign log is one entry on the first screen with its line, and neither clears nor blinds', async () => {
  const signIns = {
    name: 'x',
    code: 'x',
    line: 0,
    fix: /x/,
    files: {
      'signins.json':
        '{"id":"1","createdDateTime":"x","userPrincipalName":"a","appDisplayName":"b","ipAddress":"c"}\n'.repeat(50),
    },
  };
  const also = {
    15: '    covers: { mailboxes: [ada, bo], from: 2001-09-08T00:00:00Z, to: 2001-10-22T00:00:00Z }\n  - file: signins.json\n    covers: { mailboxes: all, from: 2001-09-08T00:00:00Z, to: 2001-10-22T00:00:00Z }',
  };
  const beside = await run(write({ ...signIns, lines: also }));
  const without = await run(write({}));
  expect(beside.copies).toEqual(without.copies);
  expect(beside.problems).toMatchObject({ 'foreign-log': 1 });
  expect(beside.needs.find(({ text }) => text.includes('sign-in log'))?.text).toMatch(
    /It is named in incident\.yaml:16\./,
  );
  const alone = await run(write({ ...signIns, lines: { 14: '  - file: signins.json' } }));
  expect(alone.copies['no-evidence']).toBe(0);
  expect(new Set(alone.gaps.map(({ kind }) => kind))).toEqual(new Set(['unasserted']));
});
