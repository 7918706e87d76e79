import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal, toVisible } from '@candor/core/base';
import { CommanderError } from 'commander';
import { loadProgram } from '../../src/apps/cli/load-program.ts';
import type { Screen } from '../../src/apps/cli/show/screen.ts';
import { addOperator } from '../../src/commands/notice/operators.ts';
import { silentProgress } from '../../src/commands/progress.ts';
import { runIncident } from '../../src/commands/run-incident.ts';
import { type Signature, signByKeyFile } from '../../src/notice/approval/signature.ts';

const HARBOR = join(import.meta.dirname, '../../../corpus/incidents/harbor');
const passphrase = 'four quiet harbour lamps';

/** How a command ended: its code is `done`, `usage`, or that of the refusal. */
export interface Ended {
  readonly code: string;
  readonly text: string;
}

/** A copy of the fictional incident with three operators, and commands run in this process as they are typed. */
export interface NoticeDesk {
  readonly folder: string;
  readonly state: string;
  readonly incident: string;
  readonly passphraseFile: string;
  key(name: string): string;
  /** By this person's key file, or by somebody else's. */
  sign(name: string, keyOf?: string): Signature;
  run(): Promise<{ readonly version: number }>;
  type(...words: readonly string[]): Promise<Ended>;
  /** One person's approval of the newest wave, or of another by its option. */
  approveAs(name: string, ...words: readonly string[]): Promise<Ended>;
  edit(from: string, to: string): void;
}

export const OPERATORS = ['Ines Adler', 'Marek Dvorak', 'Rafael Costa'] as const;

const NOTICE_PART = `log: { origin: harbor.example/log, every: 1h, entries: 8 }
notice:
  page: harbor.example/notice
  from: { name: Harbor Energy Incident Team, address: notice@harbor.example }
  reply: answers@harbor.example
  bounce: bounce@harbor.example
  telephone: the number on our web site
  nextUpdate: 2001-10-21
`;

/** `Rafael Costa` is the custodian costa-r, whose mailbox most notices are about. */
export async function openNoticeDesk(folder: string): Promise<NoticeDesk> {
  const home = join(folder, 'harbor');
  const state = join(folder, 'state');
  const incident = join(home, 'incident.yaml');
  cpSync(HARBOR, home, { recursive: true });
  const passphraseFile = join(folder, 'passphrase');
  writeFileSync(passphraseFile, `${passphrase}\n`, { mode: 0o600 });
  const key = (name: string) => join(folder, `${name.split(' ')[0]?.toLowerCase()}.key`);
  const lines: string[] = [];
  for (const name of OPERATORS) {
    const mailbox = name === 'Rafael Costa' ? 'costa-r' : null;
    const added = await addOperator(name, key(name), async () => passphrase, mailbox, { scryptWorkFactor: 10 });
    lines.push(added.line);
  }
  const text = readFileSync(incident, 'utf8');
  writeFileSync(incident, `${text}operators:\n${lines.join('\n')}\n${NOTICE_PART}`);
  return {
    folder,
    state,
    incident,
    passphraseFile,
    key,
    sign: (name, keyOf = name) =>
      signByKeyFile({ as: name, keyFile: key(keyOf), askPassphrase: async () => passphrase }),
    // Starting and confining a second reader takes longer than reading what they would share.
    run: () => runIncident({ incident, state, out: null, workers: 1, accept: [], progress: silentProgress }),
    type: (...words) => typeCommand(words),
    approveAs: async (name, ...words) => {
      const signing = ['--key', key(name), '--passphrase-file', passphraseFile, '--state', state];
      const confirmed = await toConfirm(state, words);
      return typeCommand(['notice', 'approve', '--as', name, ...signing, ...confirmed, ...words]);
    },
    edit: (from, to) => {
      const before = readFileSync(incident, 'utf8');
      if (!before.includes(from)) throw new Error(`the incident file has no ${from}`);
      writeFileSync(incident, before.replace(from, to));
    },
  };
}

/** The number that confirms what decisions take out of a wave; nothing where it is little. */
export async function toConfirm(state: string, words: readonly string[] = []): Promise<readonly string[]> {
  const wave = words.indexOf('--wave');
  const of = wave < 0 ? [] : words.slice(wave, wave + 2);
  const shown = await typeCommand(['notice', 'show', '--json', ...of, '--state', state]);
  if (shown.code !== 'done') return [];
  const { selection } = JSON.parse(shown.text) as { selection: { takenOut: { confirm: number | null } } | null };
  const confirm = selection?.takenOut.confirm ?? null;
  return confirm === null ? [] : ['--confirm', String(confirm)];
}

/** Confirms whatever number decisions take out, for approvals by the function. */
export const confirmShown = async (number: number): Promise<number> => number;

/** Runs a command in this process as it is typed. */
export async function typeCommand(words: readonly string[]): Promise<Ended> {
  const lines: string[] = [];
  const plain = (text: string) => text;
  const screen: Screen = {
    isTerminal: false,
    width: 100,
    line: (text = '') => lines.push(text),
    typed: plain,
    bold: plain,
    dim: plain,
    warn: plain,
    strong: plain,
  };
  const program = await loadProgram(screen, words[0]);
  program.configureOutput({ writeOut: () => undefined, writeErr: () => undefined });
  for (const command of program.commands)
    for (const each of [command, ...command.commands])
      each.configureOutput({ writeOut: () => undefined, writeErr: () => undefined });
  try {
    await program.parseAsync(['node', 'candor', ...words]);
    return { code: 'done', text: lines.join('\n') };
  } catch (cause) {
    // As a terminal gets them: a line each.
    if (cause instanceof Refusal) return { code: cause.code, text: cause.reasons.map(toVisible).join('\n') };
    if (cause instanceof CommanderError) return { code: 'usage', text: cause.message };
    throw cause;
  }
}
