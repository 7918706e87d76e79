import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFolderList, readIncident } from '@candor/core/incident';
import { expect, test } from 'vitest';
import { createNumbers, MUTATION_RUNS, MUTATION_TIMEOUT_MS, mutate } from '../mutation.ts';
import { withLines } from './fictional-incident.ts';

const ACCEPTED = join(import.meta.dirname, '../../../corpus/incident-files/accepted');
const FOLDERS =
  '\ufeff#TYPE Selected\r\n"Name","FolderPath","FolderId","FolderType"\r\n"I","/Inbox","Id1","Inbox"\r\n"D","/A, ""B""","Id2",""\r\n';

test(
  'mutated incident files: an incident, or refusals that each name the file',
  () => {
    // Sorted, so that the same numbers make the same mutations on every disk.
    const seeds = readdirSync(ACCEPTED)
      .filter((name) => name.endsWith('.yaml'))
      .sort()
      .map((name) => readFileSync(join(ACCEPTED, name)));
    seeds.push(Buffer.from(withLines()));
    const next = createNumbers(20010914);
    let refused = 0;
    for (let run = 0; run < MUTATION_RUNS; run += 1) {
      const text = mutate(seeds[run % seeds.length] ?? Buffer.alloc(0), next).toString('utf8');
      const { incident, refusals, warnings } = readIncident(text, 'incident.yaml');
      expect(incident === null, `run ${run}`).toBe(refusals.length > 0);
      if (incident === null) refused += 1;
      for (const refusal of refusals) expect(refusal, `run ${run}`).toMatch(/^incident\.yaml(?::\d+)?: /);
      for (const said of [...refusals, ...warnings.map((warning) => JSON.stringify(warning))]) {
        expect(said, `run ${run}`).not.toMatch(/\[object|undefined| at .*:\d+:\d+/);
      }
    }
    expect(refused).toBeGreaterThan(MUTATION_RUNS / 10);
  },
  MUTATION_TIMEOUT_MS,
);

test(
  'mutated folder lists: folders with id and path, and problems with lines',
  () => {
    const next = createNumbers(20010915);
    for (let run = 0; run < MUTATION_RUNS; run += 1) {
      const { folders, problems } = readFolderList(mutate(Buffer.from(FOLDERS), next).toString('utf8'), 'f.csv');
      for (const { id, path } of folders) expect(id !== '' && path !== '', `run ${run}`).toBe(true);
      for (const { place } of problems) expect(place, `run ${run}`).toMatch(/^f\.csv(?::\d+)?$/);
    }
  },
  MUTATION_TIMEOUT_MS,
);
