import { advise, hint, Refusal, type Signer } from '@candor/core/base';
import { portalPaths, withQuery } from '@candor/core/contract';
import { readReceipt, type ViewReceipt } from '@candor/core/review/access';
import type { SignedRequest } from '@candor/core/review/enrollment';
import { openPortalCaller, type PortalStatus, refusePortalAnswer } from './portal-caller.ts';

export { type PortalStatus, readPortalStatus } from './portal-caller.ts';

/** A request made at the portal. Only document and signature count: nothing else that a portal says is trusted. */
export interface PulledRequest extends SignedRequest {
  /** In order of arrival at this portal; where the next pull continues. */
  readonly place: number;
  readonly token: string | null;
}

export interface PulledAccess {
  readonly place: number;
  readonly record: ViewReceipt;
}

/** The small files of a release as texts, as `release.candor` has them. */
export interface PortalPapers {
  readonly manifest: string;
  readonly approvals: string;
  readonly keys: string;
  readonly proof: string;
}

/** The lab's side of a portal (docs/formats/portal-api.md). Every call may be repeated after any interruption. */
export interface PortalClient extends PortalStatus {
  listRequests(after: number): Promise<readonly PulledRequest[]>;
  listAccess(after: number): Promise<readonly PulledAccess[]>;
  /** Publishes what is in force. */
  say(standing: string): Promise<void>;
  /** Says by what tags holders of notices are known. False: it is an earlier portal, which knows none. */
  publishTags(tags: Uint8Array): Promise<boolean>;
  /** Gives the sealed answer to an enquirer without a code. */
  answer(request: string, sealed: Uint8Array): Promise<void>;
  /** Uploads a release, whatever is there already; returns the number of files sent. */
  push(papers: PortalPapers, readFile: (digest: string) => Promise<Uint8Array>): Promise<number>;
}

/**
 * Two for what it lists at once and one for what it lost meanwhile, for each 10,000 files of a release of a million.
 */
const MOST_ROUNDS = 300;

/**
 * Opens a portal: requests its boot, which every signed call names.
 * @throws Refusal when it is unreachable, or not a portal.
 */
export async function openPortalClient(url: string, signer: Signer): Promise<PortalClient> {
  const caller = await openPortalCaller(
    url,
    signer,
    advise`does not know this lab's key; ${hint('portal.key')} prints its settings`,
  );
  const { base, call, status } = caller;

  return {
    ...status,
    listRequests: async (after) =>
      inOrder(
        base,
        after,
        readList(base, await call('GET', withQuery(portalPaths.labRequests, { after })), 'requests', toRequest),
      ),
    listAccess: async (after) =>
      inOrder(
        base,
        after,
        readList(base, await call('GET', withQuery(portalPaths.labAccess, { after })), 'records', toAccess),
      ),
    say: async (standing) => {
      await call('PUT', portalPaths.labStanding, { standing });
    },
    publishTags: async (tags) => {
      try {
        await call('PUT', portalPaths.labTags, { tags: Buffer.from(tags).toString('base64') });
        return true;
      } catch (cause) {
        if (cause instanceof Refusal && cause.code === 'portal-lacks') return false;
        throw cause;
      }
    },
    answer: async (request, sealed) => {
      await call('POST', portalPaths.labAnswers, { request, sealed: Buffer.from(sealed).toString('base64') });
    },
    push: async (papers, readFile) => {
      let sent = 0;
      for (let round = 0; round < MOST_ROUNDS; round += 1) {
        const { state, missing } = await call('POST', portalPaths.labReleases, papers);
        if (state === 'complete') return sent;
        for (const digest of Array.isArray(missing) ? missing : []) {
          // It names missing files; the reader only returns files of this release.
          await call('PUT', portalPaths.labObject(String(digest)), await readFile(String(digest)));
          sent += 1;
        }
      }
      throw refusePortalAnswer(base);
    },
  };
}

/** Places rise, or a list would have no end. */
function inOrder<Member extends { readonly place: number }>(
  base: string,
  after: number,
  members: readonly Member[],
): readonly Member[] {
  const isRising = members.every(({ place }, at) => place > (at === 0 ? after : (members[at - 1]?.place ?? after)));
  if (!isRising) throw refusePortalAnswer(base);
  return members;
}

function readList<Member>(
  base: string,
  reply: Readonly<Record<string, unknown>>,
  name: string,
  toMember: (value: Readonly<Record<string, unknown>>) => Member | null,
): readonly Member[] {
  const list = reply[name];
  const members = Array.isArray(list) ? list.map((value) => toMember(Object(value))) : [null];
  const sound = members.filter((member) => member !== null);
  if (sound.length !== members.length) throw refusePortalAnswer(base);
  return sound;
}

function toRequest({ place, document, signature, token }: Readonly<Record<string, unknown>>): PulledRequest | null {
  if (!Number.isSafeInteger(place) || typeof document !== 'string' || typeof signature !== 'string') return null;
  return { place: Number(place), document, signature, token: typeof token === 'string' ? token : null };
}

function toAccess({ place, record }: Readonly<Record<string, unknown>>): PulledAccess | null {
  const access = typeof record === 'string' ? readReceipt(record) : null;
  return access === null || !Number.isSafeInteger(place) ? null : { place: Number(place), record: access };
}
