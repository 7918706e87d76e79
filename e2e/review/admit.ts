import { setTimeout as sleep } from 'node:timers/promises';
import type { RunningServices } from '../../tools/services/running.ts';
import { ask, candor, must } from '../candor.ts';
import { OPERATORS, signAs } from '../notice/incident.ts';
import { waitForMail } from '../notice/mailbox.ts';
import { type PreparedWave, sendPrepared } from '../notice/waves.ts';
import { check, say } from '../step.ts';
import { agree } from './agree.ts';

const LOOK_MS = 1000;
const LOOKS = 60;

export interface Asking {
  readonly fingerprint: string;
  /** A contact of the party, who must hear of it. */
  readonly contact: string;
}

/** From a request at the portal to a reviewer in force, as operators do it. */
export async function admit(folder: string, services: RunningServices, asking: Asking): Promise<void> {
  const { fingerprint, contact } = asking;
  await ask(['portal', 'pull'], folder, [0, 3]);
  say(await must(['enrollment', 'check', fingerprint], folder));
  const early = await candor(['enrollment', 'approve', fingerprint, ...signAs(OPERATORS[0])], folder);
  check('nobody is approved before the contacts were told', early.code === 2, early.output);
  await sendPrepared(folder, await ask<PreparedWave>(['enrollment', 'announce', fingerprint], folder));
  await waitForMail(services, contact, fingerprint);
  check(`${contact} reads the fingerprint of who asks`, true);
  const show = () => ask<{ readiness: { obstacles: readonly string[] } }>(['enrollment', 'show', fingerprint], folder);
  for (let look = 0; look < LOOKS && (await show()).readiness.obstacles.length > 0; look += 1) await sleep(LOOK_MS);
  say(await must(['enrollment', 'show', fingerprint], folder));
  // The zones of the tests name no mail server for this domain, which the lab points out: it may have been sold.
  const despite = ['--despite-warning', 'called their switchboard, which put us through to the security team'];
  await agree(folder, ['enrollment', 'approve', fingerprint, ...despite]);
  await ask(['portal', 'push'], folder);
}
