import { checkNotice, type NoticeAnswer } from '@candor/core/verify';
import { type MadeSite, madeNow, makeSite, tools } from '../made-site.ts';
import type { IssuedCase } from './forged-cases.ts';

const sites = new Map<IssuedCase, Promise<MadeSite>>();

/** The answer to what was made of an issued notice, with every proof there. */
export async function answerReceived(
  issued: IssuedCase,
  received: { readonly kind: 'file'; readonly bytes: Uint8Array } | { readonly kind: 'pasted'; readonly text: string },
): Promise<NoticeAnswer> {
  const made = sites.get(issued) ?? makeSite(issued.notice);
  sites.set(issued, made);
  const site = await made;
  return checkNotice(tools, {
    ...{ isDomainGiven: true, code: site.code, domain: issued.notice.domain, description: site.description },
    ...{ site: site.access, received, fingerprints: [site.fingerprint], now: madeNow },
  });
}
