import { findStatus } from './report-fields.ts';

export interface TextFinding {
  readonly class: 'hard' | 'soft';
  readonly status: string | null;
}

/** Lines of a report that are looked at: what comes later is the returned mail. */
const LINES = 400;

/** Start of the returned mail: we wrote what follows, not the reporter. */
const RETURNED =
  /^[-_=*>\s]*(?:below (?:this line )?is a copy|this is a copy of (?:the|your) message|original message(?: follows| headers)?|(?:the )?(?:header|headers|body) of the (?:original )?message|returned message|unsent message|message (?:header|text|text follows)\b|your original message|start of (?:returned|original) (?:message|headers)|included is a copy|return-path:|received: )/i;

/** A reply code at the start of what a host said, or behind words that lead to one. */
const REPLY = /(?:^|[\s:<>"'(=#;-])([45]\d\d)(?:[ -](?=\S)|[:;,.)>#'"]|$)/;
const REPLY_LEAD =
  /(?:said|respon|repl|error|smtp|code|status|server|host|rcpt|recipient|transaction|failed|reject|refus|>>>|<<<|\d\.\d\.\d|ldap|return|diagnostic|reason|result|because|mailbox|user|account|address|unable|denied|block|not |no )/i;

/** Words of hosts and programs that state no code, by what they mean. Lower case; the first that is found counts. */
const SOFT_WORDS =
  /(?:temporar(?:y|ily)|will (?:be retried|retry|keep trying|continue)|has not (?:yet )?been delivered|not yet been delivered|delivery (?:is )?delayed|delayed (?:mail|delivery)|still being retried|try again later|this is a warning|warning: (?:message|could not send)|still undelivered|quota temporarily)/;
const HARD_WORDS =
  /(?:user unknown|unknown (?:user|recipient|address|local part|mailbox)|no such (?:user|mailbox|recipient|person|address|account|local)|(?:does|did|do) ?n[o']?t exist|not (?:a valid|our customer|listed|found)|invalid (?:recipient|address|mailbox|user)|mailbox (?:is )?(?:full|unavailable|not found|inactive|disabled)|over ?quota|quota exceeded|exceed(?:s|ed)? (?:the |its |allowed )?(?:local |storage |mailbox |allowed )?(?:limit|storage|mailbox|quota|size|maximum)|aborted after|envelope expired|did not reach|malformed address|could not find a gateway|too (?:large|big)|(?:access|relay(?:ing)?|permission) denied|not permitted|reject(?:ed|ion)|blocked|blacklist|host (?:unknown|not found)|name or service not known|no route to host|connection (?:refused|timed out)|unrouteable|unroutable|loop(?:s|ing)? |too many hops|permanent|undeliver(?:able|ed)|could ?n[o']t be (?:delivered|found|sent)|(?:could|was|were) not (?:be )?(?:delivered|able)|(?:un)?able to (?:deliver|send)|delivery (?:has )?fail|failed (?:to deliver|permanently|recipient|address)|i'?ve given up|giving up|returned (?:mail|to sender)|account (?:is |has been )?(?:disabled|suspended|inactive|closed)|not accept|refused|retry (?:time ?out|timeout) exceeded|message expired|delivery (?:time|period) expired|virus|spam)/;

export function listReportLines(text: string): string[] {
  const lines = text.split('\n', LINES);
  const returned = lines.findIndex((line, at) => at > 0 && RETURNED.test(line));
  return returned === -1 ? lines : lines.slice(0, returned);
}

/**
 * Reads what hosts and programs wrote in words: an enhanced status first, then a reply code, then known phrases.
 * Returns null when nothing in it says that a delivery failed or waits.
 */
export function readFreeText(lines: readonly string[]): TextFinding | null {
  for (const line of lines) {
    const status = findStatus(line);
    if (status !== null) return { class: status.startsWith('5') ? 'hard' : 'soft', status };
  }
  for (const [at, line] of lines.entries()) {
    const reply = REPLY.exec(line)?.[1];
    if (reply === undefined) continue;
    if (REPLY_LEAD.test(line) || REPLY_LEAD.test(lines[at - 1] ?? '')) {
      return { class: reply.startsWith('5') ? 'hard' : 'soft', status: null };
    }
  }
  const all = lines.join(' ').toLowerCase();
  if (SOFT_WORDS.test(all) && !/(?:permanent|given up|giving up|not be retried)/.test(all))
    return { class: 'soft', status: null };
  if (HARD_WORDS.test(all)) return { class: 'hard', status: null };
  return null;
}
