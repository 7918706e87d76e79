import { readMailDomain } from '@candor/core/evidence/address';
import { listPrintedForms, type NoticeCodeSlip, readNoticeCode } from '@candor/core/notice/code';
import { listBoundDomains } from '@candor/core/notice/text';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import { findSuperseded } from '../../notice/index.ts';
import { listIssued } from '../../notice/store/notice-store.ts';
import { isMisdirected, type StoredNotice } from '../../notice/store/wave-store.ts';

/** What support staff may say about one notice, never its content. */
export interface LookedUpNotice {
  readonly issuedAt: number;
  /** The party's own. */
  readonly domains: readonly string[];
  /** Where its contacts are besides: the code can be typed with these too. */
  readonly contactDomains: readonly string[];
  readonly kind: string;
  readonly standing: 'current' | 'superseded' | 'withdrawn' | 'misdirected';
  /** When the later one was issued, or it was withdrawn. */
  readonly since: number | null;
}

export type Lookup =
  | { readonly is: 'code'; readonly found: LookedUpNotice | null }
  | { readonly is: 'domain'; readonly domain: string; readonly found: readonly LookedUpNotice[] }
  /** A typing error in a code, or neither a code nor a domain. */
  | { readonly is: 'slip'; readonly slip: NoticeCodeSlip; readonly entered: number; readonly groups: readonly number[] }
  | { readonly is: 'neither' };

/**
 * Whether a notice was issued with a code, when and to which domains; for a domain, only for staff, which ones. For the
 * telephone.
 */
export async function lookUp(state: StateFolder, typed: string): Promise<Lookup> {
  const notices = await listIssued(state.store);
  const superseded = findSuperseded(notices);
  const domain = typed.includes('.') ? readMailDomain(typed.trim()) : null;
  if (domain !== null) {
    const found = notices.filter(({ facts }) =>
      listBoundDomains(facts.party).some((own) => domain === own || domain.endsWith(`.${own}`)),
    );
    return { is: 'domain', domain, found: found.map((notice) => toLookedUp(notice, superseded)) };
  }
  const reading = readNoticeCode(typed);
  if (reading.state === 'slip')
    // What callers are asked for has no such characters: an address or a link is no slip of a group.
    return typed.trim().length < leastCodeCharacters || /[@/]/.test(typed)
      ? { is: 'neither' }
      : { is: 'slip', slip: reading.slip, entered: reading.entered, groups: reading.groups };
  const forms = listPrintedForms(reading.bytes);
  const found = notices.find(({ code }) => forms.includes(code));
  return { is: 'code', found: found === undefined ? null : toLookedUp(found, superseded) };
}

/** Shorter than any code that was begun. */
const leastCodeCharacters = 8;

function toLookedUp(notice: StoredNotice, superseded: ReadonlyMap<number, number>): LookedUpNotice {
  const { facts, issued_at } = notice;
  const { domains, contactDomains = [] } = facts.party;
  const told = { issuedAt: issued_at, domains, contactDomains, kind: facts.kind };
  if (notice.state === 'withdrawn')
    return { ...told, standing: isMisdirected(notice) ? 'misdirected' : 'withdrawn', since: notice.withdrawn_at };
  const since = superseded.get(notice.id) ?? null;
  return { ...told, standing: since === null ? 'current' : 'superseded', since };
}
