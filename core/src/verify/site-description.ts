import {
  formatInstant,
  type Instant,
  type Json,
  readInstant,
  readJsonObject,
  toObject,
  toText,
  toWhole,
} from '@candor/core/base';
import { type BucketShape, LARGEST_BUCKET_SHAPE } from './bucket-shape.ts';
import { BUCKET_COUNT, toBucketName } from './place.ts';

/** Path of a site's description from its root. */
export const SITE_DESCRIPTION_PATH = '.well-known/candor.json';
const BUCKET_FOLDER = 'n';
/** What a description has; a stranger's file with more is not read. */
const DESCRIPTION_BYTES = 16_384;

/** What the site says of itself (docs/formats/verify-site.md). Nothing of it is proved: it only says where to look. */
export interface SiteDescription {
  readonly organization: string;
  readonly domain: string;
  /** Without scheme: `harbor.example/notice`. */
  readonly page: string;
  readonly log: string;
  /** Where the party's people read the mail itself, without scheme; null while that is not set up. */
  readonly review: string | null;
  readonly telephone: string | null;
  /** Where forged notices are to be sent. */
  readonly report: string | null;
  readonly shape: BucketShape;
  readonly built: Instant;
}

export function toSiteDescription(site: SiteDescription): Json {
  return {
    v: 1,
    organization: site.organization,
    domain: site.domain,
    page: site.page,
    log: site.log,
    keys: `${site.page}/keys.json`,
    buckets: { count: BUCKET_COUNT, path: BUCKET_FOLDER, ...site.shape },
    review: site.review,
    telephone: site.telephone,
    report: site.report,
    built: formatInstant(site.built),
  };
}

/** Reads a stranger's description; null for anything that this version does not know. */
export function readSiteDescription(bytes: Uint8Array): SiteDescription | null {
  if (bytes.length > DESCRIPTION_BYTES) return null;
  const json = readJsonObject(bytes);
  const buckets = toObject(json?.['buckets']);
  const [organization, domain, page, log] = ['organization', 'domain', 'page', 'log'].map((key) => toText(json?.[key]));
  const built = readInstant(toText(json?.['built']) ?? '');
  const shape = { slots: toWhole(buckets?.['slots']) ?? 0, slotBytes: toWhole(buckets?.['slotBytes']) ?? 0 };
  if (json?.['v'] !== 1 || buckets?.['count'] !== BUCKET_COUNT || buckets['path'] !== BUCKET_FOLDER) return null;
  if (!organization || !domain || !page || !log || built === null || !isShape(shape)) return null;
  const [review = null, telephone = null, report = null] = ['review', 'telephone', 'report'].map((key) =>
    toText(json[key]),
  );
  return { organization, domain, page, log, review, telephone, report, shape, built };
}

/** A slot must hold its nonce and its tag. */
function isShape({ slots, slotBytes }: BucketShape): boolean {
  const { slots: mostSlots, slotBytes: mostBytes } = LARGEST_BUCKET_SHAPE;
  return slots >= 1 && slots <= mostSlots && slotBytes >= 64 && slotBytes <= mostBytes;
}

/** Paths of a site's files below its root; the host that serves them is the domain's own. */
export function toSitePaths({ page, log }: Pick<SiteDescription, 'page' | 'log'>): {
  readonly page: string;
  readonly log: string;
  readonly keys: string;
  readonly formerKeys: string;
  readonly checkpoint: string;
  bucket(bucket: number): string;
} {
  const pagePath = toPath(page);
  const logPath = toPath(log);
  return {
    page: pagePath,
    log: logPath,
    keys: join(pagePath, 'keys.json'),
    formerKeys: join(pagePath, 'keys-before.json'),
    checkpoint: join(logPath, 'checkpoint'),
    bucket: (bucket) => join(pagePath, `${BUCKET_FOLDER}/${toBucketName(bucket)}`),
  };
}

/** The part after the host; empty for a whole host. */
function toPath(address: string): string {
  const slash = address.indexOf('/');
  return slash === -1 ? '' : address.slice(slash + 1).replace(/(?<!\/)\/+$/, '');
}

function join(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}
