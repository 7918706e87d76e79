import type { Incident, NoticeSettings } from '@candor/core/incident';
import { type GateFinding, refuse, warn } from './gate-finding.ts';

/**
 * Mailboxes that the intruder reached must not be used: it would read the answers and could have sent the notice.
 * `reached` are custodians with an intruder record; the incident file's reach is added here.
 */
export function judgeMailboxes(
  incident: Pick<Incident, 'mailboxes' | 'intruder'>,
  notice: Pick<NoticeSettings, 'from' | 'reply' | 'bounce'>,
  reached: readonly string[],
): readonly GateFinding[] {
  const seen = new Set(reached);
  const isWide = incident.intruder.reach.some(({ mailbox }) => mailbox === 'all');
  for (const { mailbox } of incident.intruder.reach) seen.add(mailbox);
  const custodianOf = new Map(incident.mailboxes.map(({ address, custodian }) => [toBase(address), custodian]));
  const uses = [
    ['sends', notice.from.address, 'notice.from'],
    ['receives the replies', notice.reply, 'notice.reply'],
    ['receives the bounces', notice.bounce, 'notice.bounce'],
  ] as const;
  const findings: GateFinding[] = [];
  for (const [use, address, key] of uses) {
    const custodian = custodianOf.get(toBase(address));
    if (custodian === undefined || !(isWide || seen.has(custodian))) continue;
    findings.push(
      refuse(
        'gate-reached-mailbox',
        `${address} ${use}, and the intruder reached that mailbox (${custodian}); create a new one, and set it as ${key}`,
      ),
    );
  }
  if (findings.length === 0 && isWide)
    findings.push(
      warn(
        'gate-wide-reach',
        `the intruder could reach every mailbox of the organization; make sure that ${[...new Set(uses.map(([, address]) => address))].join(', ')} were made after it was out`,
      ),
    );
  return findings;
}

/** Without the detail behind a plus, without case: the mailbox that an address leads to. */
function toBase(address: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, at).replace(/\+.*$/s, '')}${address.slice(at)}`.toLowerCase();
}
