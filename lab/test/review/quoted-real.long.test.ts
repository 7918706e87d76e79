import { existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { readIncident } from '@candor/core/incident';
import { expect, test } from 'vitest';
import { openStateForReading } from '../../src/adapters/store/state-folder.ts';
import { toIncidentOf } from '../../src/commands/load-incident.ts';
import { requireLastVersion } from '../../src/commands/open-version.ts';
import { silentProgress } from '../../src/commands/progress.ts';
import { runIncident } from '../../src/commands/run-incident.ts';
import { findRoot } from '../../src/evidence/walk.ts';
import { listReached } from '../../src/exposure/list-reached.ts';
import { readImpactInputs } from '../../src/impact/impact-inputs.ts';
import { readParties } from '../../src/impact/store/party-store.ts';
import { readVersionFacts } from '../../src/notice/gaps.ts';
import { addQuoted, OwnWordsCollector } from '../../src/review/add-quoted.ts';
import { chooseMessages } from '../../src/review/choose-messages.ts';
import { unpackCorpus } from '../evidence/coverage/unpack.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';

const DATA = resolve(import.meta.dirname, '../../../../shared/data');
const CORPORA = ['incident-enron-dev', 'theft-enron-dev'] as const;

test('quotations in real mail: what is disclosed stays the same, with one process and with two', {
  timeout: 1_200_000,
}, async (context) => {
  if (!CORPORA.every((name) => existsSync(join(DATA, `${name}.tar.xz`))))
    return context.skip(`${CORPORA.join(', ')} are not in ../shared/data, where corpora of others lie`);
  const work = makeTemporaryFolder();
  for (const name of CORPORA) unpackCorpus(DATA, name, work);
  const state = join(work, 'state');
  const file = join(work, 'incident-enron-dev/incident.yaml');
  await runIncident({ incident: file, state, out: null, workers: 2, accept: [], progress: silentProgress });
  const opened = await openStateForReading(state);
  try {
    const { store } = opened;
    const version = await requireLastVersion(opened);
    const incident = toIncidentOf(version);
    const parties = (await readParties(store, version.version)).filter(({ kind }) => kind !== 'list');
    const scopes = parties.map((exposure) => ({
      exposure,
      proved: exposure.kind === 'person' ? exposure.addresses.map(({ address }) => address) : exposure.domains,
    }));
    const sources = {
      incident,
      version: version.version,
      inputs: readImpactInputs(incident, version.inputs),
      reached: listReached(incident, readVersionFacts(version).reached),
    };
    const ownWords = new OwnWordsCollector(sources, scopes.length);
    const told = await chooseMessages(store, sources, scopes, ownWords.take);
    const read = readIncident(readFileSync(file, 'utf8'), 'incident.yaml').incident;
    const roots = (read?.mailboxes ?? []).flatMap(({ evidence }) => findRoot(resolve(dirname(file), evidence)) ?? []);
    const find = (workers: number) =>
      addQuoted(
        { store, roots, spool: join(work, `spool-${workers}`), workers },
        sources,
        scopes,
        told,
        ownWords.found,
      );
    const found = await find(2);
    expect(await find(1)).toEqual(found);
    const added = found.flatMap(({ messages }) => messages.filter(({ as }) => as !== 'told'));
    expect(found.map(({ messages }) => messages.filter(({ as }) => as === 'told').length)).toEqual(
      told.map((messages) => messages.length),
    );
    const of = (kind: string): number => added.filter(({ as }) => as === kind).length;
    const quoted = found.reduce((sum, one) => sum + one.quoted, 0);
    process.stdout.write(
      `${ownWords.found.length} messages of the organization for ${scopes.length} parties: ${quoted} quote mail of a party; ${of('original')} originals, ${of('block')} for a person\n`,
    );
    expect(quoted).toBeGreaterThan(0);
  } finally {
    await opened.close();
    rmSync(state, { recursive: true });
  }
});
