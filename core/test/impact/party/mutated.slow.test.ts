import { readDirectory } from '@candor/core/impact/party';
import { expect, test } from 'vitest';
import { createNumbers, MUTATION_RUNS, MUTATION_TIMEOUT_MS, mutate } from '../../mutation.ts';
import { REFERENCE } from '../fictional-reference.ts';

const DIRECTORY =
  '\ufeffmatch,party,kind,name,country,contact,contact_role,language\r\n' +
  'acme.example,org-acme,organization,"Acme, Inc.",us,security@acme.example,security,en\r\n' +
  'acme.test,org-acme,,,,privacy@acme.test,privacy,de\r\nbücher.example,org-b,organization,Bücher,DE,,,\r\n' +
  'Jo@Freemail.example,,person,Jo,,,,\r\n';

test(
  'mutated directories: rows are read completely or reported with their line',
  () => {
    const next = createNumbers(20010916);
    for (let run = 0; run < MUTATION_RUNS; run += 1) {
      const { directory, problems } = readDirectory(mutate(Buffer.from(DIRECTORY), next).toString('utf8'), {
        file: 'directory.csv',
        organizationDomains: ['harbor.example'],
        suffixRules: REFERENCE.suffixRules,
      });
      for (const [domain, { party }] of directory.domains) {
        expect(domain, `run ${run}`).toMatch(/^[^\s@]+$/);
        if (party !== null) expect(directory.parties.has(party), `run ${run}`).toBe(true);
      }
      for (const { place, text } of problems) {
        expect(place, `run ${run}`).toMatch(/^directory\.csv(?::\d+)?$/);
        expect(text, `run ${run}`).not.toMatch(/\[object|undefined/);
      }
    }
  },
  MUTATION_TIMEOUT_MS,
);
