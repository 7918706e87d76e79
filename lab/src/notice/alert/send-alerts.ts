import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import type { Runtime } from '@candor/core/base';
import { formatReply } from '@candor/core/notice/delivery';
import { composeMail } from '@candor/core/notice/message';
import { openDkimKey } from '../../adapters/keys/dkim-key.ts';
import { openSmtp, type SmtpRelay } from '../../adapters/mail/smtp.ts';
import type { SmtpOutcome } from '../../adapters/mail/smtp-session.ts';
import { postWebhook } from '../../adapters/net/webhook.ts';
import type { Disclosure } from '../disclosure.ts';
import type { AlertDelivery, AlertState } from '../store/alert-store.ts';
import { composeAlertMail, readAlertDocument } from './alert-document.ts';

/** State of a delivery after an attempt. `again`: later. */
export interface AttemptResult {
  readonly state: Extract<AlertState, 'sent' | 'uncertain' | 'failed'> | 'again';
  readonly reply: string;
}

const FIRST_WAIT_SECONDS = 10;
const LONGEST_WAIT_SECONDS = 3600;

/** Delay until the next attempt: increasing, at most an hour, since nothing else reports missing alerts. */
export function toAlertWait(attempts: number): number {
  return Math.min(LONGEST_WAIT_SECONDS, FIRST_WAIT_SECONDS * 2 ** Math.min(attempts - 1, 10));
}

export interface AlertRelay {
  readonly disclosure: Pick<Disclosure, 'notice' | 'folder'>;
  readonly relay: SmtpRelay;
  readonly runtime: Pick<Runtime, 'createSha256'>;
}

/**
 * Hands one alert to the relay. `markSending` makes the handover durable before the relay has all of it: a process
 * killed afterwards leaves it uncertain, and nobody sends it twice.
 * @param delivery with the documents of older alerts that waited and go out in the same mail
 */
export async function mailAlert(
  delivery: Pick<AlertDelivery, 'document' | 'target' | 'madeAt'> & { readonly others: readonly string[] },
  { disclosure, relay, runtime }: AlertRelay,
  markSending: () => Promise<void>,
): Promise<AttemptResult> {
  const { document, target, madeAt, others } = delivery;
  const { notice, folder } = disclosure;
  const alert = readAlertDocument(document);
  const { dkim } = notice;
  const domain = notice.from.address.slice(notice.from.address.lastIndexOf('@') + 1);
  const mark = createHash('sha256').update(`${alert.id} ${target}`).digest('hex').slice(0, 32);
  const message = composeMail(
    {
      ...composeAlertMail(alert, others.map(readAlertDocument)),
      language: 'en',
      from: notice.from,
      replyTo: notice.reply,
      to: target,
      date: madeAt,
      messageId: `<${mark}@${domain}>`,
    },
    dkim === null ? null : openDkimKey(resolve(folder, dkim.key), dkim.domain, dkim.selector),
    runtime,
  );
  const opening = await openSmtp(relay);
  if (opening.is === 'closed') {
    const said = opening.reply === null ? '' : `: ${formatReply(opening.reply)}`;
    return { state: 'again', reply: `${opening.reason}${said}` };
  }
  try {
    const envelope = { from: notice.bounce, to: target };
    return toResult(
      await opening.session.send(envelope, message, async () => {
        await markSending();
        return true;
      }),
    );
  } finally {
    opening.session.close();
  }
}

/** A relay that is silent after the whole message may have taken it. */
function toResult(outcome: SmtpOutcome): AttemptResult {
  switch (outcome.is) {
    case 'abandoned':
      return { state: 'again', reply: 'the session was abandoned' };
    case 'failed':
      return { state: outcome.stage === 'after-dot' ? 'uncertain' : 'again', reply: outcome.reason };
    case 'replied': {
      const { code } = outcome.reply;
      const reply = formatReply(outcome.reply);
      if (code >= 500) return { state: 'failed', reply };
      return { state: code >= 400 || outcome.verb !== 'message' ? 'again' : 'sent', reply };
    }
  }
}

/** Posts one alert. It may be repeated: the receiver knows it by its id. */
export async function postAlert(
  { alert, document, target }: Pick<AlertDelivery, 'alert' | 'document' | 'target'>,
  token: string | null,
): Promise<AttemptResult> {
  const { is, reply } = await postWebhook(target, alert, document, token);
  return { state: is === 'taken' ? 'sent' : 'again', reply };
}
