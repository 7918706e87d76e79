import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES } from '@candor/core/notice/text';
import { describe, expect, test } from 'vitest';
import { words as english } from '../../../src/i18n/en/reviewer.ts';
import type { KeyWorkerErrorCode } from '../../../src/reviewer/bridge/protocol.ts';
import { readGuide } from '../../../src/reviewer/pages/trust/guide.tsx';
import { countPassed, TRUST_CHECKS, toTrustChecks } from '../../../src/reviewer/pages/trust/trust-checks.ts';
import { release } from '../pack/made-pack.ts';

const opened = (change: Partial<typeof release> = {}) =>
  ({ is: 'opened', release: { ...release, ...change }, at: 0 }) as const;
const logged = { state: 'logged', digest: 'ab', entry: 402, files: 7 } as const;

describe('the six checks', () => {
  test('pass with their facts', () => {
    const checks = toTrustChecks(opened(), logged);
    expect(checks.map(({ name, state }) => [name, state])).toEqual(TRUST_CHECKS.map((name) => [name, 'passed']));
    expect(countPassed(checks)).toBe(6);
    expect(checks.find(({ name }) => name === 'log')?.values).toEqual({ from: 418, to: 446 });
  });

  test.each<readonly [KeyWorkerErrorCode, string]>([
    ['release-refused:fingerprint', 'keys'],
    ['release-refused:keys', 'keys'],
    ['release-refused:approvals', 'approvals'],
    ['release-refused:log', 'release'],
    ['release-refused:manifest', 'release'],
    ['release-refused:scope', 'release'],
    ['release-refused:chain', 'whole'],
    ['log-not-continued', 'log'],
    ['rolled-back', 'whole'],
    ['release-withheld', 'whole'],
  ])('%s is the first line, and nothing after it counts as passed', (flaw, name) => {
    const checks = toTrustChecks({ is: 'refused', flaw, at: 0 }, null);
    expect(checks[0]).toMatchObject({ name, state: 'refused' });
    expect(countPassed(checks)).toBe(0);
  });

  test.each<KeyWorkerErrorCode>(['portal-silent', 'lab-silent', 'session-ended', 'log-silent', 'locked'])(
    '%s says nothing about trust: nothing passed, nothing failed',
    (flaw) => {
      const checks = toTrustChecks({ is: 'refused', flaw, at: 0 }, null);
      expect(new Set(checks.map(({ state }) => state))).toEqual(new Set(['open']));
    },
  );

  test('reports a release that is listed and not served although another opened', () => {
    expect(toTrustChecks(opened({ withheld: ['cd'.repeat(32)] }), logged)[0]).toMatchObject({
      name: 'whole',
      state: 'refused',
    });
  });

  test('a log with nothing to continue is open, not passed', () => {
    const checks = toTrustChecks(opened({ log: { ...release.log, continued: null } }), logged);
    expect(checks.find(({ name }) => name === 'log')).toMatchObject({ state: 'open', variant: 'first' });
  });

  test('a different app is the first line', () => {
    expect(toTrustChecks(opened(), { state: 'differs', path: 'assets/index.js' })[0]).toMatchObject({ name: 'app' });
  });

  test('every variant has its own words where needed', () => {
    const { log, app } = english.trust.checks;
    expect(Object.keys(log.facts)).toContain('first');
    expect(Object.keys(app.facts)).toEqual(expect.arrayContaining(['checking', 'not-logged', 'silent']));
  });
});

describe('the guide', () => {
  const guides = LANGUAGES.map((language) =>
    readFileSync(join(import.meta.dirname, `../../../../docs/guide/reading-your-mail.${language}.md`), 'utf8'),
  );
  const shapes = guides.map((text) =>
    readGuide(text).map((block) => {
      if (block.kind === 'list') return `list ${block.items.length}`;
      return block.kind === 'table' ? `table ${block.rows.length}` : block.kind;
    }),
  );

  test('says the same in four languages, part by part', () => {
    for (const shape of shapes) expect(shape).toEqual(shapes[0]);
    expect(shapes[0]?.filter((kind) => kind === 'heading').length).toBeGreaterThan(9);
  });

  test('leaves no markup in the text', () => {
    for (const text of guides) {
      const words = JSON.stringify(readGuide(text).map((block) => (block.kind === 'code' ? '' : block))).replace(
        /"kind":"code","text":"[^"]*"/g,
        '',
      );
      expect(words).not.toMatch(/\*\*|`|\|---|^#/m);
    }
  });

  test('is about two pages, without exclamation marks', () => {
    for (const text of guides) {
      expect(text.split(/\s+/).length).toBeLessThan(1400);
      expect(text).not.toContain('!');
    }
  });

  test('has the elements that its markup means', () => {
    expect(readGuide('# A\n\nb **c** *d* `e`\n\n1. f\n2. g\n\n```\nh\n```\n')).toEqual([
      { kind: 'heading', level: 1, text: 'A' },
      {
        kind: 'paragraph',
        runs: [
          { kind: 'words', text: 'b ' },
          { kind: 'strong', text: 'c' },
          { kind: 'words', text: ' ' },
          { kind: 'emphasis', text: 'd' },
          { kind: 'words', text: ' ' },
          { kind: 'code', text: 'e' },
        ],
      },
      {
        kind: 'list',
        isNumbered: true,
        items: [[{ kind: 'words', text: 'f' }], [{ kind: 'words', text: 'g' }]],
      },
      { kind: 'code', text: 'h' },
    ]);
  });
});
