import { setTimeout as sleep } from 'node:timers/promises';
import { ask, candor, must } from '../candor.ts';
import { check, say } from '../step.ts';
import { OPERATORS, signAs } from './incident.ts';

const LOOK_MS = 5000;

/** Prepares a wave, shows it, lets two people agree to it and sends it. Gives the wave's number. */
export async function sendWave(folder: string, order: readonly string[]): Promise<number> {
  return sendPrepared(folder, await ask<PreparedWave>(['notice', 'prepare', ...order], folder));
}

export interface PreparedWave {
  readonly wave: number;
  readonly digest: string;
  readonly deliveries: number;
}

/** What decisions take out of the wave, and the number that confirms it; null where it is little. */
interface ShownWave {
  readonly selection: { readonly takenOut: { readonly confirm: number | null } } | null;
}

/** The same for a wave that was prepared. */
export async function sendPrepared(folder: string, prepared: PreparedWave): Promise<number> {
  const wave = String(prepared.wave);
  say(`wave ${wave}: ${prepared.deliveries} messages, digest ${prepared.digest.slice(0, 16)}…`);
  await must(['notice', 'show', '--wave', wave, '--text'], folder);
  const [first, second] = OPERATORS;
  const { selection } = await ask<ShownWave>(['notice', 'show', '--wave', wave], folder);
  const confirm = selection?.takenOut.confirm ?? null;
  const confirmed = confirm === null ? [] : ['--confirm', String(confirm)];
  const approve = (name: string) =>
    candor(['notice', 'approve', '--wave', wave, ...signAs(name), '--digest', prepared.digest, ...confirmed], folder);
  check(`${first} approves`, (await approve(first)).code === 0);
  const again = await approve(first);
  check('the same person does not count twice', again.code !== 0 || /one more person/.test(again.output), again.output);
  const early = await candor(['notice', 'send', '--wave', wave], folder);
  check('nothing is sent on one approval', early.code === 2, early.output);
  check(`${second} approves`, (await approve(second)).code === 0);
  const unseen = await candor(['notice', 'send', '--wave', wave], folder);
  check(
    'nothing is sent before the page can prove it',
    /cannot be checked on the page yet/.test(unseen.output),
    unseen.output,
  );
  await buildProvedSite(folder);
  const sent = await candor(['notice', 'send', '--wave', wave], folder);
  check('it is sent', sent.code === 0, sent.output);
  say(sent.output);
  return prepared.wave;
}

/** Builds the site again until the log, which grows at a constant rate, has grown past everything that was done. */
export async function buildProvedSite(folder: string): Promise<string> {
  for (;;) {
    const built = await must(['site', 'build', '--out', 'site'], folder);
    if (!/waits? for the next period/.test(built)) return built;
    await sleep(LOOK_MS);
  }
}

/** Takes a notice back, by two people. */
export async function withdraw(folder: string, notice: number, options: readonly string[]): Promise<void> {
  const proposed = await ask<Record<string, unknown>>(
    ['notice', 'withdraw', String(notice), '--why', 'sent by mistake', ...options],
    folder,
  );
  const number = String(proposed['withdrawal'] ?? proposed['number'] ?? proposed['id']);
  for (const name of OPERATORS) {
    const { code, output } = await candor(['notice', 'approve-withdrawal', number, ...signAs(name)], folder);
    check(`${name} agrees to the withdrawal`, code === 0, output);
  }
}
