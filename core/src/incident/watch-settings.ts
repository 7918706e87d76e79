import { readEnvelopeAddress } from '@candor/core/evidence/address';
import { z } from 'zod';
import { readDuration } from './duration.ts';
import { toEvidencePath } from './evidence-path.ts';
import { type Finding, refuse } from './finding.ts';

/** `watch` of the incident file: where `candor watch` looks, and whom it alerts. It never changes a verdict. */
export interface WatchSettings {
  /** Folders beside those of the evidence, relative to the incident file. */
  readonly folders: readonly string[];
  readonly mail: readonly string[];
  readonly webhook: {
    readonly url: string;
    /** File with the bearer token of webhook calls, relative to the incident file; null: none. */
    readonly tokenFile: string | null;
  } | null;
  readonly everySeconds: number;
}

const text = z.string().min(1);

export const watchSchema = z.strictObject({
  folders: z.array(text).optional(),
  mail: z.array(text).optional(),
  webhook: z.strictObject({ url: text, tokenFile: text.optional() }).optional(),
  every: text.optional(),
});

const DEFAULT_EVERY_SECONDS = 10;
const MAX_EVERY_SECONDS = 86_400;
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

export function toWatchSettings({ folders, mail, webhook, every }: z.infer<typeof watchSchema>): WatchSettings {
  return {
    folders: (folders ?? []).map(toEvidencePath),
    mail: mail ?? [],
    webhook:
      webhook === undefined
        ? null
        : {
            url: webhook.url,
            tokenFile: webhook.tokenFile === undefined ? null : toEvidencePath(webhook.tokenFile),
          },
    everySeconds: every === undefined ? DEFAULT_EVERY_SECONDS : (readDuration(every) ?? Number.NaN),
  };
}

/** Checks of `watch` beyond its shape. */
export function checkWatch(watch: WatchSettings | null): Finding[] {
  if (watch === null) return [];
  const findings: Finding[] = [];
  for (const [index, address] of watch.mail.entries()) {
    if (readEnvelopeAddress(address) === null)
      findings.push(refuse(['watch', 'mail', index], `"${address}" is not a usable mail address`));
    else if (watch.mail.indexOf(address) < index)
      findings.push(refuse(['watch', 'mail', index], `"${address}" is given twice; it gets each alert once`));
  }
  if (watch.webhook !== null && !isWebhookUrl(watch.webhook.url))
    findings.push(
      refuse(
        ['watch', 'webhook', 'url'],
        'watch.webhook.url must be an https address without user, password and fragment; http is allowed on loopback only',
      ),
    );
  if (!(watch.everySeconds >= 1 && watch.everySeconds <= MAX_EVERY_SECONDS))
    findings.push(refuse(['watch', 'every'], 'watch.every must be 1s to 1d: a number and s, m, h or d'));
  return findings;
}

/** Without the platform's URL: only the scheme and host decide whether the transport is readable. */
function isWebhookUrl(url: string): boolean {
  const found = /^(https?):\/\/(\[[0-9A-Fa-f:]+\]|[A-Za-z0-9.-]+)(:[0-9]{1,5})?(?:\/[!-~]*)?$/.exec(url);
  if (found === null || url.includes('#')) return false;
  return found[1] === 'https' || LOOPBACK.includes((found[2] ?? '').toLowerCase());
}
