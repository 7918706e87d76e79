import { checkNotice, type NoticeAnswer } from '@candor/core/verify';
import { caseNotice } from '../../../../corpus/generate/verification/notice.ts';
import { type MadeNotice, type MadeSite, madeNow, makeSite, tools } from '../made-site.ts';

let made: Promise<MadeSite> | null = null;

/** What a check says of a letter, with every proof there. */
export async function tryLetter(bytes: Uint8Array): Promise<NoticeAnswer> {
  made ??= makeSite(caseNotice as unknown as MadeNotice);
  const site = await made;
  return checkNotice(tools, {
    isDomainGiven: true,
    ...{ code: site.code, domain: caseNotice.domain, description: site.description, site: site.access },
    ...{ received: { kind: 'file', bytes }, fingerprints: [site.fingerprint], now: madeNow },
  });
}

/** Answers that let a reader believe that every word, link and sender is as it was issued. */
export const MILD: ReadonlySet<NoticeAnswer['kind']> = new Set(['genuine', 'rewritten', 'words-alone']);
/** Answers that say what is there is not what was issued, or that what a program shows is not known. */
export const STERN: ReadonlySet<NoticeAnswer['kind']> = new Set([
  'changed',
  'added',
  'ambiguous',
  'inside',
  'not-the-notice',
]);
/** Answers that would send an honest reader to look for a thief. */
export const ALARMING: ReadonlySet<NoticeAnswer['kind']> = new Set(['changed', 'not-the-notice', 'unreadable']);
