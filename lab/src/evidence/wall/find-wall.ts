import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { platform } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isBoolean, listOf, readShape, shapeOf } from '../../adapters/store/stored-json.ts';
import { BUBBLEWRAP, toBubblewrapped } from './bubblewrap.ts';
import { attempt, ESCAPE_KINDS, isEscapeKind, type ProbeFindings, tryKinds } from './escapes.ts';
import { isEvidencePlain, NAMESPACE_TOOLS, readsEveryOwner, toNamespaced } from './namespaces.ts';
import { toRaw, type WalledPlaces } from './places.ts';
import { toProgramFolder, writeReaderProgram } from './reader-program.ts';
import { type OpenTargets, openTargets } from './targets.ts';
import type { WallTrial, WallWay } from './wall.ts';

type ToCommand = (places: WalledPlaces, command: readonly string[]) => readonly string[];

/** The wall of this process's readers, as it was tried. */
export class Wall {
  readonly #trial: WallTrial;
  readonly #toCommand: ToCommand;
  #isEvidencePlain = false;

  constructor(trial: WallTrial, toCommand: ToCommand) {
    this.#trial = trial;
    this.#toCommand = toCommand;
  }

  /** Builds the command that starts another one behind the wall. */
  toCommand(places: WalledPlaces, command: readonly string[]): readonly string[] {
    return this.#toCommand(places, command);
  }

  /** Once a process behind it has answered: whether its evidence lies behind the wall as it does in the trial. */
  noteEvidence(places: WalledPlaces): void {
    if (this.#trial.way === 'namespaces') this.#isEvidencePlain ||= isEvidencePlain(places);
  }

  get trial(): WallTrial {
    if (!this.#isEvidencePlain) return this.#trial;
    const gotOut = [...this.#trial.gotOut, 'Unix sockets in the evidence' as const];
    return { ...this.#trial, gotOut: [...new Set(gotOut)] };
  }
}

const PACKAGES = resolve(dirname(fileURLToPath(import.meta.url)), '../../../../node_modules');
const ENTRY = fileURLToPath(new URL('./wall-probe.ts', import.meta.url));
const UNSHARE = '/usr/bin/unshare';
/** A probe takes a twentieth of a second; a machine under load much longer. */
const TRIAL_MS = 30_000;
/** Characters of what a way that fails says. */
const WORDS_LENGTH = 300;

let found: Promise<Wall> | null = null;

/** Tried once a process, before its first reader starts: the first way that works is the best one of this machine. */
export function findWall(): Promise<Wall> {
  found ??= tryWays();
  return found;
}

/** Flags of Node that keep a program to these files. */
export function toPermissions(readable: readonly string[], writable: string): readonly string[] {
  return ['--permission', ...readable.map((path) => `--allow-fs-read=${path}`), `--allow-fs-write=${writable}`];
}

function listWays(): readonly (readonly [WallWay, ToCommand])[] {
  const bare: readonly [WallWay, ToCommand] = ['permissions', (_, command) => command];
  if (platform() !== 'linux') return [bare];
  const isHere = (path: string): boolean => existsSync(path);
  // The memory of a process in namespaces is looked at through the list of children of the one that started it.
  const canLook = isHere(`/proc/self/task/${process.pid}/children`);
  const without =
    (flag: string): ToCommand =>
    (_, command) => [UNSHARE, flag, '--', ...command];
  return [
    ...(canLook && NAMESPACE_TOOLS.every(isHere) ? [['namespaces', toNamespaced] as const] : []),
    // It maps one account: who reads files of every owner would lose those of others.
    ...(canLook && !readsEveryOwner() && isHere(BUBBLEWRAP) ? [['bubblewrap', toBubblewrapped] as const] : []),
    ...(isHere(UNSHARE) ? [['network', without('-n')] as const, ['network', without('-rn')] as const] : []),
    bare,
  ];
}

async function tryWays(): Promise<Wall> {
  const open = await openTargets();
  try {
    // The control: what this process does not reach proves nothing of a wall.
    const control = await tryKinds({ ...open.targets, job: open.folder });
    const untried = ESCAPE_KINDS.filter((kind) => !control.wideOpen.includes(kind));
    let refused: string | null = null;
    for (const [way, toCommand] of listWays()) {
      const outcome = await tryWay(open, toCommand);
      if (typeof outcome === 'string') {
        refused ??= outcome;
        continue;
      }
      return new Wall({ way, gotOut: outcome.gotOut, untried, refused }, toCommand);
    }
    throw new Error(`no process that reads evidence can be started: ${refused ?? ''}`);
  } finally {
    await open.close();
  }
}

/** What got out; a text: why this way starts nothing that could read evidence. */
function tryWay(open: OpenTargets, toCommand: ToCommand): Promise<ProbeFindings | string> {
  const { targets, folder, evidenceFolder } = open;
  const spool = join(folder, 'spool');
  const entry = writeReaderProgram(ENTRY, spool);
  const program = [PACKAGES, toProgramFolder(entry, spool)];
  const readable = [...program, evidenceFolder, targets.job];
  const [starter = '', ...args] = toCommand(
    {
      spool: toRaw(spool),
      program: program.map(toRaw),
      evidence: [toRaw(evidenceFolder)],
      job: toRaw(targets.job),
    },
    [process.execPath, ...toPermissions(readable, targets.job), '--no-warnings', entry, JSON.stringify(targets)],
  );
  return new Promise((settle) => {
    // `unshare` that is refused leaves a helper behind, which waits for ever with our pipes open: the whole group ends.
    const child = spawn(starter, args, { env: {}, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    const { pid } = child;
    const endGroup = (): void => {
      if (pid !== undefined) attempt(() => process.kill(-pid, 'SIGKILL'));
    };
    const timer = setTimeout(endGroup, TRIAL_MS);
    child.on('exit', endGroup);
    let [answer, words] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => {
      answer += chunk.toString('utf8');
    });
    child.stderr.on('data', (chunk: Buffer) => {
      words = (words + chunk.toString('utf8')).slice(0, WORDS_LENGTH);
    });
    child.on('error', (error) => {
      clearTimeout(timer);
      settle(error.message);
    });
    child.on('close', () => {
      clearTimeout(timer);
      const findings = readShape(isFindings, answer);
      if (findings?.isUsable === true) settle(findings);
      else settle(words.trim().split('\n')[0] || 'a process behind it could not read evidence');
    });
  });
}

const isFindings = shapeOf<ProbeFindings>({
  gotOut: listOf(isEscapeKind),
  wideOpen: listOf(isEscapeKind),
  isUsable: isBoolean,
});
