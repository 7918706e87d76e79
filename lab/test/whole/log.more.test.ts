import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test, vi } from 'vitest';
import { HARBOR, runCli, runIncidentAt } from '../apps/cli-process.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';

// Every line starts a process.
vi.setConfig({ testTimeout: 180_000 });

const folder = makeTemporaryFolder();
const home = join(folder, 'harbor');
const state = join(folder, 'state');
const site = join(folder, 'site');
const at = (name: string): string => join(folder, name);

/** A command on the state that must end with this code. */
async function candor(args: readonly string[], code = 0): Promise<string> {
  const ending = await runCli(args);
  expect([ending.code, ending.stderr], args.join(' ')).toEqual([code, code === 2 ? ending.stderr : '']);
  return code === 2 ? ending.stderr : ending.stdout;
}
const onState = (...args: readonly string[]): readonly string[] => [...args, '--state', state];

let key: string;

const OPERATORS = ['Ines Adler', 'Tom Birk'] as const;

beforeAll(async () => {
  cpSync(join(HARBOR, '..'), home, { recursive: true });
  const incident = join(home, 'incident.yaml');
  const text = readFileSync(incident, 'utf8').replace(/^(operators|log):[^\n]*\n(?:[ #][^\n]*\n)*/gm, '');
  writeFileSync(at('passphrase'), 'as long as nobody guesses it\n', { mode: 0o600 });
  let operators = '';
  for (const name of OPERATORS) {
    const made = ['operator', 'add', name, '--key', at(name), '--passphrase-file', at('passphrase'), '--json'];
    operators += `${(JSON.parse(await candor(made)) as { readonly line: string }).line}\n`;
  }
  writeFileSync(
    incident,
    `${text}\noperators:\n${operators}log: { origin: harbor.example/log, every: 1h, entries: 64 }\n`,
  );
  await runIncidentAt(incident, folder);
  await candor(onState('log', 'publish', '--site', site));
  await candor(onState('log', 'open', '--all', '--out', at('all.jsonl')));
  const genesis = JSON.parse(readFileSync(at('all.jsonl'), 'utf8').split('\n')[0] ?? '') as { readonly entry: string };
  key = (JSON.parse(genesis.entry) as { readonly body: { readonly log: string } }).body.log;
});

test('verifies offline what was published, with proofs and openings, and against what was saved', async () => {
  await candor(onState('log', 'prove', '0', '--out', at('genesis.tlog-proof')));
  await candor(onState('log', 'prove', '9', '--bare', '--out', at('bare.tlog-proof')));
  const shown = await candor([
    ...['log', 'verify', '--site', site, '--key', key, '--save', at('saved')],
    ...['--proof', at('genesis.tlog-proof'), '--proof', at('bare.tlog-proof'), '--openings', at('all.jsonl')],
  ]);
  expect(shown).toContain('64 entries, every file is there');
  expect(shown).toContain('64 openings: each is an entry of this log');
  expect(shown).toContain('Position 0 of 64 holds an entry of kind genesis');
  expect(readFileSync(at('saved'), 'utf8')).toBe(readFileSync(join(site, 'log/checkpoint'), 'utf8'));
  const again = await candor(['log', 'verify', '--site', site, '--key', key, '--checkpoint', at('saved')]);
  expect(again).toContain('It continues the checkpoint of 64 entries that was saved');
  expect(await candor(['log', 'verify', '--proof', at('genesis.tlog-proof'), '--key', key])).toContain('kind genesis');
  expect(await candor(['log', 'verify', '--proof', at('bare.tlog-proof'), '--key', key], 2)).toContain('--site DIR');
  expect(await candor(onState('log', 'fsck'))).toContain('everything agrees');
});

test('refuses or names what does not belong to the log', async () => {
  const other = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k';
  expect(await candor(['log', 'verify', '--site', site, '--key', other], 3)).toContain('[log-no-checkpoint]');
  await candor(['log', 'verify', '--site', site, '--key', 'rubbish'], 2);
  await candor(['log', 'verify', '--site', site], 2);
  await candor(['log', 'verify', '--key', key], 2);
  await candor(['log', 'verify', '--site', site, '--key', key, '--checkpoint', at('all.jsonl')], 2);
  await candor(['log', 'verify', '--proof', at('all.jsonl'), '--key', key], 2);
  await candor(['log', 'verify', '--proof', at('nothing'), '--key', key], 2);
  await candor(onState('log', 'prove', '9999'), 2);
  await candor(onState('log', 'prove', 'x'), 2);
  await candor(onState('log', 'open', '--out', at('x')), 2);
  const [first = '', second = ''] = readFileSync(at('all.jsonl'), 'utf8').split('\n');
  writeFileSync(
    at('forged.jsonl'),
    `${first.replace('Ines Adler', 'Ines Other')}\n${second.replace('"index":1', '"index":2')}\n{}\n`,
  );
  const shown = await candor(['log', 'verify', '--site', site, '--key', key, '--openings', at('forged.jsonl')], 3);
  expect(shown.match(/\[log-opening\]/g)).toHaveLength(3);
});

test('a figure is an entry; its statement is recomputed byte for byte, also after manual merges', async () => {
  const [ines, tom] = OPERATORS;
  const publish = (name: string, by: string, out: string) =>
    onState(
      ...['figures', 'publish', '--name', name, '--out', at(out)],
      ...['--as', by, '--key', at(OPERATORS.find((one) => one === by) ?? ines), '--passphrase-file', at('passphrase')],
    );
  expect(await candor(publish('parties-exposed', ines, 'parties.json'))).toContain('when a second operator has agreed');
  expect(existsSync(at('parties.json'))).toBe(false);
  await candor(publish('parties-exposed', ines, 'parties.json'), 2);
  expect(await candor(publish('parties-exposed', tom, 'parties.json'))).toContain('Position');
  expect(JSON.parse(readFileSync(at('parties.json'), 'utf8'))).toMatchObject({ v: 2, by: [ines, tom] });
  await candor(publish('messages', 'Nobody', 'x.json'), 2);
  await candor(publish('rumours', ines, 'x.json'), 2);
  const verify = (file: string, code = 0) => candor(onState('figures', 'verify', at(file)), code);
  expect(await verify('parties.json')).toContain('calculating it again gives the same bytes');
  const parties = JSON.parse(await candor(onState('parties', '--kind', 'organization', '--json'))) as {
    readonly party: string;
  }[];
  const [into, merged] = parties;
  await candor(onState('party', 'merge', into?.party ?? '', merged?.party ?? '', '--why', 'one group'));
  expect(await verify('parties.json')).toContain('calculating it again gives the same bytes');
  await candor(publish('parties-exposed', tom, 'later.json'));
  await candor(publish('parties-exposed', ines, 'later.json'));
  const count = (file: string) =>
    (JSON.parse(readFileSync(at(file), 'utf8')) as { readonly value: { readonly organization: number } }).value
      .organization;
  expect(count('later.json')).toBe(count('parties.json') - 1);
  const text = readFileSync(at('parties.json'), 'utf8');
  writeFileSync(
    at('forged.json'),
    text.replace(/"organization":(\d+)/, (_, value) => `"organization":${Number(value) - 1}`),
  );
  const shown = await verify('forged.json', 3);
  expect(shown).toContain('It does not follow from the evidence');
  expect(shown).toContain('The log does not hold it');
  writeFileSync(at('moved.json'), text.replace('"position":64', '"position":63'));
  expect(await verify('moved.json', 3)).toContain('The log does not hold it');
  await candor(onState('figures', 'verify', at('all.jsonl')), 2);
  expect(await candor(onState('log', 'fsck'))).toContain('everything agrees');
});

test('recounted figures equal those of the run', async () => {
  const list = JSON.parse(await candor(onState('figures', '--json'))) as {
    readonly figures: { readonly name: string }[];
  };
  const summary = JSON.parse(readFileSync(join(folder, 'out/summary.json'), 'utf8')) as typeof list;
  // Those of findings depend on more than verdicts, and cannot be published.
  const isFound = (name: string) =>
    /^(?:finding|persons?-|personal|data-subjects|messages-|parts-unread|bytes-unread)/.test(name);
  expect(list.figures.some(({ name }) => isFound(name))).toBe(false);
  // Parties were merged since.
  const others = (figures: typeof list.figures) =>
    figures.filter(({ name }) => !name.startsWith('parties') && !isFound(name));
  expect(others(list.figures)).toEqual(others(summary.figures));
});
