import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test, vi } from 'vitest';
import { loadProgram } from '../../../src/apps/cli/load-program.ts';
import { plainScreen } from '../../apps/cli/show/plain-screen.ts';
import { FindingIncident } from '../../impact/finding/finding-incident.ts';
import { checkLog } from '../../opened-checks.ts';
import { passPeriods } from '../../transparency/pass-periods.ts';
import { revealValue } from './opened-findings.ts';
import { codeOf, makeIncident, makeOperators, numberOf, passphrase, toSignature } from './quay-incident.ts';

describe('showing a value', () => {
  test('needs an operator and a reason, and is logged first', async () => {
    const incident = makeIncident();
    const order = await makeOperators(incident);
    await incident.run();
    const value = await numberOf(incident, 'credential');
    const shown = await revealValue(incident.state, order(value, 'marek'));
    expect([shown.text, shown.location, shown.part]).toEqual(['Quay#4711-north', 'mail/ada/1.eml', '1']);
    const entries = listAccess(incident);
    expect(entries).toHaveLength(1);
    expect(entries[0]).toContain('is it in use?');
    expect(entries[0]).not.toContain('Quay');
    expect(readFileSync(join(incident.state, 'candor.sqlite')).includes('Quay#4711')).toBe(false);
  });

  test("is refused for one's own mailbox, to strangers, and with another key", async () => {
    const incident = makeIncident();
    const order = await makeOperators(incident);
    await incident.run();
    const value = await numberOf(incident, 'credential');
    expect(await codeOf(revealValue(incident.state, order(value, 'ada')))).toBe('own-mailbox');
    expect(await codeOf(revealValue(incident.state, order(value, 'marek', 'ada')))).toBe('own-mailbox');
    expect(await codeOf(revealValue(incident.state, order(value, 'marek', 'marek')))).toBe('same-operator');
    expect(await codeOf(revealValue(incident.state, order(value, 'eve')))).toBe('unknown-operator');
    const stolen = order(value, 'marek');
    const other = { ...stolen, first: toSignature(incident, 'marek', 'ines') };
    expect(await codeOf(revealValue(incident.state, other))).toBe('wrong-key');
  });

  test('works twenty times a day for one operator, and more often with a second one', async () => {
    const incident = new FindingIncident();
    const order = await makeOperators(incident);
    for (let n = 0; n < 21; n += 1) incident.mail(`ada/${n}.eml`, { subject: `${n}`, text: `pw: Quay#${n}-north` });
    await incident.run();
    const codes: string[] = [];
    for (let value = 1; value <= 21; value += 1)
      codes.push(await codeOf(revealValue(incident.state, order(value, 'marek'))));
    expect(codes.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 'done'));
    expect(codes[20]).toBe('too-many-shown');
    expect(await codeOf(revealValue(incident.state, order(21, 'marek', 'ines')))).toBe('done');
    expect(await codeOf(revealValue(incident.state, order(21, 'ines')))).toBe('done');
    // A clock that is a day ahead makes no new day; 24 periods of the log behind the one that shows them do.
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 25 * 3_600_000 });
    await expect(revealValue(incident.state, order(21, 'marek'))).rejects.toThrow(/20 values alone, .* by the periods/);
    vi.setSystemTime(Date.now() - 25 * 3_600_000);
    await passPeriods({ state: incident.state, folder: incident.path('.') }, 25);
    expect(await codeOf(revealValue(incident.state, order(21, 'marek')))).toBe('done');
    expect((await checkLog(incident.state)).problems).toEqual([]);
    vi.useRealTimers();
  });

  test('works on a terminal only: not in a pipe, a file or JSON', async () => {
    const incident = makeIncident();
    await makeOperators(incident);
    await incident.run();
    const value = await numberOf(incident, 'credential');
    writeFileSync(incident.path('passphrase'), `${passphrase}\n`, { mode: 0o600 });
    const type = async (isTerminal: boolean, ...more: readonly string[]) => {
      const lines: string[] = [];
      const code = await codeOf(typeOn(lines, isTerminal, ['findings', 'show', String(value), '--reveal', ...more]));
      return { code, text: lines.join('\n') };
    };
    const why = ['--why', 'is it in use?', '--as', 'marek', '--key', incident.path('marek.key')];
    const asked = [...why, '--passphrase-file', incident.path('passphrase'), '--state', incident.state];
    expect(await type(false, ...asked)).toEqual({ code: 'no-terminal', text: '' });
    expect(await type(true, ...asked, '--json')).toEqual({ code: 'no-terminal', text: '' });
    // Nothing was shown, so nothing is in the log.
    expect(listAccess(incident)).toEqual([]);
    const shown = await type(true, ...asked);
    expect(shown).toEqual({ code: 'done', text: expect.stringContaining('Quay#4711-north') });
    expect(listAccess(incident)).toHaveLength(1);
  });
});

/** Types a command on a screen that is a terminal, or a pipe. */
async function typeOn(lines: string[], isTerminal: boolean, words: readonly string[]): Promise<void> {
  const screen = { ...plainScreen(100, (line) => lines.push(line)), isTerminal };
  const program = await loadProgram(screen, words[0]);
  await program.parseAsync(['node', 'candor', ...words]);
}

function listAccess(incident: FindingIncident): readonly string[] {
  const raw = new Database(join(incident.state, 'candor.sqlite'), { readonly: true });
  const entries = raw.prepare("SELECT entry FROM ledger_entry WHERE kind = 'access'").pluck().all().map(String);
  raw.close();
  return entries;
}
