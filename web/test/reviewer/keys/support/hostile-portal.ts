import { joinBytes } from '@candor/core/base';
import { NOT_IN_ANSWER, OBJECT_LENGTH_BYTES } from '@candor/core/review/access';
import type { Released } from './organization.ts';
import type { Intercept } from './worker-world.ts';

type PaperName = 'manifest.json' | 'approvals.json' | 'keys.json' | 'log.proof';

/** What a portal in an attacker's hands does to what it hands on; null: it gives nothing. */
export interface Hostility {
  readonly paper?: (name: PaperName, text: string, released: Released) => string | null;
  readonly grant?: (bytes: Uint8Array | null, released: Released) => Uint8Array | null;
  readonly index?: (bytes: Uint8Array, released: Released) => Uint8Array | null;
  readonly object?: (bytes: Uint8Array, digest: string, released: Released) => Uint8Array | null;
  /** Digests as listed, instead of those of the releases. */
  readonly listed?: readonly string[];
}

/**
 * Serves these releases from memory, whatever the lab said, with no check of its own. All else is answered by the real
 * portal.
 */
export function servePapers(reader: string, releases: readonly Released[], hostility: Hostility = {}): Intercept {
  return (target) => {
    const [, , kind, release, what, name] = target.split('/');
    if (kind !== 'releases') return null;
    if (release === undefined) {
      const listed = hostility.listed ?? releases.map((one) => one.release);
      return Response.json({ releases: listed.map((one) => ({ release: one, at: '2001-10-05T08:00:00Z' })) });
    }
    const found = releases.find((one) => one.release === release);
    const bytes = found === undefined ? null : pick(found, what, name, reader, hostility);
    return bytes === null ? Response.json({ code: 'not-found' }, { status: 404 }) : new Response(bytes as BodyInit);
  };
}

/** Several objects in one answer (docs/formats/portal-api.md, Several objects). */
function toAnswer(objects: readonly (Uint8Array | null)[]): Uint8Array {
  const pieces = objects.flatMap((bytes) => {
    const length = new Uint8Array(OBJECT_LENGTH_BYTES);
    new DataView(length.buffer).setUint32(0, bytes?.length ?? NOT_IN_ANSWER);
    return bytes === null ? [length] : [length, bytes];
  });
  return joinBytes(pieces);
}

function pick(
  released: Released,
  what: string | undefined,
  name: string | undefined,
  reader: string,
  hostility: Hostility,
): Uint8Array | string | null {
  const { papers, files } = released;
  const file = (digest: string): Uint8Array | null => files.get(digest) ?? null;
  switch (what) {
    case 'papers': {
      const texts: Readonly<Record<PaperName, string>> = {
        'manifest.json': papers.manifest,
        'approvals.json': papers.approvals,
        'keys.json': papers.keys,
        'log.proof': papers.proof,
      };
      const paper = name as PaperName;
      return hostility.paper === undefined ? texts[paper] : hostility.paper(paper, texts[paper], released);
    }
    case 'grant': {
      const bytes = file(released.grants.get(reader) ?? '');
      return hostility.grant === undefined ? bytes : hostility.grant(bytes, released);
    }
    case 'index': {
      const bytes = file(released.index);
      return bytes === null || hostility.index === undefined ? bytes : hostility.index(bytes, released);
    }
    default: {
      const pickObject = (digest: string): Uint8Array | null => {
        const bytes = file(digest);
        return bytes === null || hostility.object === undefined ? bytes : hostility.object(bytes, digest, released);
      };
      const together = what?.split('?digests=')[1]?.split(',');
      return together === undefined ? pickObject(name ?? '') : toAnswer(together.map(pickObject));
    }
  }
}
