import { isAtOrBelow, listLinkHosts } from '../text/link-hosts.ts';
import { type GateFinding, refuse } from './gate-finding.ts';
import { judgeDkim } from './judge-dkim.ts';
import { judgeDmarc } from './judge-dmarc.ts';
import { judgeSpf } from './judge-spf.ts';
import type { ProbeObservation } from './probe-observation.ts';

/** A probe as it was sent and as it came out at the other end; texts without the transfer encoding. */
export interface ProbePassage {
  readonly sent: {
    readonly from: string;
    readonly envelopeSender: string;
    readonly text: string;
    readonly html: string;
  };
  readonly received: {
    readonly from: string;
    /** From Return-Path; null when the receiving server does not say. */
    readonly envelopeSender: string | null;
    readonly text: string;
    readonly html: string;
  };
}

/** Whether receivers will believe that the mail is the organization's. */
export function judgeAuthentication(probe: ProbeObservation): readonly GateFinding[] {
  const { fromDomain, spf, dkim, dmarc } = probe;
  return [...judgeSpf(spf, fromDomain), ...judgeDkim(dkim, fromDomain), ...judgeDmarc(dmarc, fromDomain)];
}

/** Whether the mail arrives as it was sent: who changes a word on the way makes every notice look forged. */
export function judgePassage({ sent, received }: ProbePassage): readonly GateFinding[] {
  const findings: GateFinding[] = [];
  if (received.from.toLowerCase() !== sent.from.toLowerCase())
    findings.push(
      refuse('gate-from-changed', `the relay changes the sender to ${received.from}; let it keep ${sent.from}`),
    );
  if (received.envelopeSender !== null && received.envelopeSender.toLowerCase() !== sent.envelopeSender.toLowerCase())
    findings.push(
      refuse(
        'gate-sender-changed',
        'the relay changes the envelope sender, so that bounces could not be matched to their notice; switch off sender rewriting (SRS, VERP of its own) for this sender',
      ),
    );
  if (toWords(received.text) !== toWords(sent.text) || toWords(received.html) !== toWords(sent.html))
    findings.push(
      refuse(
        'gate-text-changed',
        'the relay changes the text (a footer, a banner, rewritten links); every notice would differ from what was approved: switch that off for this sender',
      ),
    );
  return findings;
}

/** Every address in a text that a mail program may make a link of lies at the organization's own domains. */
export function judgeLinks(text: string, domains: readonly string[]): readonly GateFinding[] {
  const foreign = listLinkHosts(text).filter((host) => !isAtOrBelow(host, domains));
  return foreign.length === 0
    ? []
    : [
        refuse(
          'gate-foreign-link',
          `the text leads to ${foreign.slice(0, 3).join(', ')}, which is not the organization's; a notice names its own domains alone (look at notice.page, telephone, happened, measures and unknown)`,
        ),
      ];
}

/** Line ends and spaces are the mail systems' to choose. */
function toWords(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
