import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '@candor/core/base';
import { describe, expect, test } from 'vitest';
import { checkIncident } from '../../src/commands/evidence/check-incident.ts';

const FILES = join(import.meta.dirname, '../../../corpus/incident-files');

function listFiles(folder: string): readonly string[] {
  return readdirSync(join(FILES, folder)).filter((name) => name.endsWith('.yaml'));
}

function refusalOf(file: string): Refusal | null {
  try {
    checkIncident(join(FILES, 'refused', file));
    return null;
  } catch (cause) {
    if (cause instanceof Refusal) return cause;
    throw cause;
  }
}

describe('the corpus of incident files', () => {
  test.each(listFiles('accepted'))('%s is accepted', (file) => {
    const check = checkIncident(join(FILES, 'accepted', file));
    expect(check.mailboxes).toBe(1);
    // Those that show the smallest file have neither indicators nor a log; when a log was exported, few say.
    const mayLack = ['intruder-empty', 'log-missing', 'exported-missing'];
    const warnings = check.warnings.filter(({ code }) => !mayLack.includes(code));
    expect(warnings.length > 0).toBe(file.startsWith('warn-'));
  });

  test.each(listFiles('refused'))('%s is refused, with a sentence and line per reason', (file) => {
    const reasons = refusalOf(file)?.reasons ?? [];
    expect(reasons.length).toBeGreaterThan(0);
    for (const reason of reasons) expect(reason).toMatch(/^[a-z0-9-]+\.yaml:\d+: \S/);
  });

  test('reports all errors at once', () => {
    expect(refusalOf('missing-several.yaml')?.reasons.length).toBeGreaterThanOrEqual(4);
  });
});
