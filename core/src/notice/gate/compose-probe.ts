import { escapeHtml } from '@candor/core/base';
import type { ComposedNotice } from '../text/notice-facts.ts';

export interface ProbeFacts {
  readonly organization: string;
  readonly page: string;
  readonly domain: string;
  readonly fingerprint: string;
  readonly telephone: string;
  /** By which the probe is known again. */
  readonly mark: string;
}

/**
 * The probe sent through the relay before any notice: everything a filter may react to (page, record, telephone), and
 * nothing of the incident, because the check mailbox is elsewhere.
 */
export function composeProbe(facts: ProbeFacts): ComposedNotice {
  const paragraphs = [
    `${facts.organization} tests how its mail arrives. Nothing in this message concerns anybody, and nothing has to be done.`,
    `Messages of this sender name this page: ${facts.page}`,
    `They name this record: dig TXT _candor.${facts.domain} shows key=${facts.fingerprint}`,
    `They name this telephone: ${facts.telephone}`,
    `Test ${facts.mark}`,
  ];
  return {
    subject: `Test of the mail of ${facts.organization}`,
    text: `${paragraphs.join('\r\n\r\n')}\r\n`,
    html: `<!doctype html>\r\n<html lang="en"><body>\r\n${paragraphs.map((line) => `<p>${escapeHtml(line)}</p>\r\n`).join('')}</body></html>\r\n`,
  };
}
