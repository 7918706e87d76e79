import { type Block, toHtml, toPlainText } from '../text/block.ts';
import type { ComposedNotice } from '../text/notice-facts.ts';

export interface ProbeFacts {
  readonly organization: string;
  readonly page: string;
  readonly domain: string;
  readonly fingerprint: string;
  readonly telephone: string;
  readonly mark: string;
}

/**
 * The probe sent through the relay before any notice: made like a notice, with everything a filter may react to (page,
 * record, telephone), and nothing of the incident, because the check mailbox is elsewhere.
 */
export function composeProbe(facts: ProbeFacts): ComposedNotice {
  const subject = `Test of the mail of ${facts.organization}`;
  // Every block that notices have, because a filter may react to any of them.
  const blocks: readonly Block[] = [
    { kind: 'title', text: subject },
    {
      kind: 'paragraph',
      text: `${facts.organization} tests how its mail arrives. Nothing in this message concerns anybody, and nothing has to be done.`,
    },
    { kind: 'heading', text: 'What messages of this sender name' },
    {
      kind: 'list',
      isOrdered: true,
      items: [
        { text: 'This page:', literals: [facts.page] },
        { text: 'This record:', literals: [`dig TXT _candor.${facts.domain} shows key=${facts.fingerprint}`] },
        { text: `This telephone: ${facts.telephone}` },
      ],
    },
    { kind: 'subheading', text: 'By which this message is found' },
    { kind: 'lines', lines: [`Test ${facts.mark}`] },
  ];
  return { subject, text: toPlainText(blocks), html: toHtml(blocks, 'en', subject) };
}
