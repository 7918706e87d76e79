import { Refusal, type Runtime } from '@candor/core/base';
import { formatReply, toEnvelopeSender } from '@candor/core/notice/delivery';
import { composeProbe } from '@candor/core/notice/gate';
import { composeMail, type DkimKey } from '@candor/core/notice/message';
import type { ComposedNotice } from '@candor/core/notice/text';
import { findMail, type MailPlace } from '../../adapters/mail/find-mail.ts';
import { type SmtpRelay, sendMessage } from '../../adapters/mail/smtp.ts';
import { sleep } from '../../adapters/process/clock.ts';
import type { Disclosure } from '../disclosure.ts';
import { toMailPlace } from '../inbox/process-incoming.ts';

const LOOK_MS = 1_000;

export interface ProbeToSend {
  readonly disclosure: Disclosure;
  readonly relay: SmtpRelay;
  readonly key: DkimKey | null;
  readonly domain: string;
  readonly fingerprint: string;
  readonly at: number;
  readonly mark: string;
  readonly waitMs: number;
}

export interface PassedProbe {
  readonly sent: ComposedNotice & {
    readonly envelopeSender: string;
    readonly messageId: string;
    readonly to: string;
    readonly date: number;
  };
  /** It is null if the probe did not arrive in time. */
  readonly received: Uint8Array | null;
  /** It is null unless the relay or the mailbox reported an error. */
  readonly obstacle: string | null;
}

/**
 * Sends one probe through the real relay, exactly as a notice is sent, and waits for it in the check mailbox.
 * @throws Refusal `no-check-mailbox`
 */
export async function passProbe(probe: ProbeToSend, runtime: Pick<Runtime, 'createSha256'>): Promise<PassedProbe> {
  const { disclosure, mark } = probe;
  const { notice, incident } = disclosure;
  const { check } = notice;
  if (check === null)
    throw new Refusal('no-check-mailbox', [
      'incident.yaml names no mailbox for the probe; add `notice.check` with the address of a mailbox elsewhere and its inbox',
    ]);
  const place = toMailPlace(check.inbox, disclosure.folder);
  const composed = composeProbe({
    organization: incident.organization.name,
    page: notice.page,
    domain: probe.domain,
    fingerprint: probe.fingerprint,
    telephone: notice.telephone,
    mark,
  });
  const fromDomain = notice.from.address.slice(notice.from.address.lastIndexOf('@') + 1);
  const messageId = `<${mark}@${fromDomain}>`;
  const message = composeMail(
    {
      ...composed,
      language: 'en',
      from: notice.from,
      replyTo: notice.reply,
      to: check.address,
      date: probe.at,
      messageId,
    },
    probe.key,
    runtime,
  );
  const sent = {
    ...composed,
    envelopeSender: toEnvelopeSender(notice.bounce, mark),
    messageId,
    to: check.address,
    date: probe.at,
  };
  const outcome = await sendMessage(probe.relay, { from: sent.envelopeSender, to: check.address }, message);
  if (outcome.is === 'failed') return { sent, received: null, obstacle: outcome.reason };
  if (outcome.is === 'abandoned') return { sent, received: null, obstacle: 'the session was abandoned' };
  if (outcome.reply.code >= 400 || outcome.verb !== 'message')
    return { sent, received: null, obstacle: `the relay says ${formatReply(outcome.reply)}` };
  return { sent, ...(await waitFor(place, messageId, probe.waitMs)) };
}

async function waitFor(
  place: MailPlace,
  messageId: string,
  waitMs: number,
): Promise<Pick<PassedProbe, 'received' | 'obstacle'>> {
  let obstacle: string | null = null;
  for (let waitedMs = 0; waitedMs <= waitMs; waitedMs += LOOK_MS) {
    try {
      const received = await findMail(place, messageId);
      if (received !== null) return { received, obstacle: null };
      obstacle = null;
    } catch (cause) {
      obstacle = `the check mailbox cannot be read: ${cause instanceof Error ? cause.message : 'no reason given'}`;
    }
    await sleep(LOOK_MS);
  }
  return { received: null, obstacle };
}
