import { expect, test } from 'vitest';
import { describeDifference, listIncidents, readExpected, runBundledIncident } from '../../tools/golden-incidents.ts';
import { rules } from '../../tools/rule-codes.ts';

test.each(listIncidents())('%s gives the expected result, whatever the time zone and number of workers', (name) => {
  // The expected files were written with two workers, in the time zone of the machine.
  expect(describeDifference(readExpected(name), runBundledIncident(name, 4, { TZ: 'Pacific/Chatham' }))).toEqual([]);
});

test("every rule occurs in some incident's expected results", () => {
  const all = new Map<string, string>();
  for (const name of listIncidents()) {
    for (const [file, text] of readExpected(name)) all.set(file, `${all.get(file) ?? ''}${text}`);
  }
  const key = { 'exposure.jsonl': 'code', 'records.jsonl': 'reason', 'unresolved.jsonl': 'reason' };
  const missing = rules.filter(({ code, file }) => all.get(file)?.includes(`"${key[file]}":"${code}"`) !== true);
  expect(missing.map(({ rule, code }) => `${rule} ${code}`)).toEqual([]);
});
