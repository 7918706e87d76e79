import type { Seeded } from '../../../../corpus/generate/seeded.ts';
import type { Mail } from '../../../../corpus/generate/verification/mail.ts';
import { caseNotice, PARAGRAPH } from '../../../../corpus/generate/verification/notice.ts';
import { swapHtml } from '../../../../corpus/generate/verification/verification-case.ts';

/** One way to forge a notice, made with other words and places each time. */
export interface ForgeryClass {
  readonly name: string;
  /** `nowhere`: what it adds or hides is seen in no browser, but in another program, or by a filter. */
  readonly seen: 'everywhere' | 'nowhere';
  readonly make: (random: Seeded) => Mail | Buffer;
}

export const shown = (name: string, make: ForgeryClass['make']): ForgeryClass => ({ name, seen: 'everywhere', make });
export const unshown = (name: string, make: ForgeryClass['make']): ForgeryClass => ({ name, seen: 'nowhere', make });

/** Words of the notice that a forger wants nobody to read. */
const WARNINGS = [
  'This notice asks for no password, no payment and no click.',
  'Call the number on our web site and read out the code.',
  '540 must be taken as copied',
  'The logs of 2 mailboxes have gaps. Of 9 messages we cannot say whether they were taken.',
  '21 cannot be ruled out',
] as const;

/** The notice with one of its warnings set in other mark-up. */
export function around(random: Seeded, set: (warning: string) => string): Mail {
  const warning = random.pick(WARNINGS);
  return { html: swapHtml(warning, set(warning)) };
}

const PLACES = [
  '<h2 style="font-size:17px;margin:24px 0 8px">Do now</h2>',
  '<h2 style="font-size:17px;margin:24px 0 8px">What we do not know</h2>',
  `${PARAGRAPH}Next update`,
] as const;

/** The notice with mark-up of the forger in the middle. */
export function inserted(random: Seeded, markup: string): Mail {
  const place = random.pick(PLACES);
  return { html: swapHtml(place, `${markup}${place}`) };
}

/** A style element in the head. */
export function styled(css: string, html: string = caseNotice.html): Mail {
  return { html: html.replace('</head>', () => `<style>${css}</style></head>`) };
}
