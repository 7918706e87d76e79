import { join } from 'node:path';
import { type Json, Refusal, toCanonicalJson } from '@candor/core/base';
import { type FormerKeySet, type KeySet, toFormerKeysText } from '@candor/core/notice/operator';
import {
  BUCKET_COUNT,
  type BucketShape,
  type SealedSlot,
  SITE_DESCRIPTION_PATH,
  type SiteDescription,
  toBucketBytes,
  toBucketName,
  toSiteDescription,
  toSitePaths,
} from '@candor/core/verify';
import { publicMode, writeDurableFile } from '../../adapters/files/durable-file.ts';
import { removeOtherFiles, replaceFolder } from '../../adapters/files/site-folder.ts';
import type { WebFile } from '../../adapters/files/web-pages.ts';
import type { FreshBytes } from '../../adapters/keys/random.ts';

export interface SiteContent {
  readonly description: SiteDescription;
  readonly keySet: KeySet;
  readonly former: readonly FormerKeySet[];
  /** DNS must have these TXT records; the one of the current key set comes first. */
  readonly records: readonly string[];
  readonly slots: readonly SealedSlot[];
  readonly pages: readonly WebFile[];
  readonly freshBytes: FreshBytes;
}

const bucketName = /^[0-9a-f]{3}$/;
/** As the builder of the pages names them: what they are, a digest, a kind. */
const assetName = /^[a-z]+-[\w-]{8}\.(?:js|css|svg)$/;

/**
 * Writes everything of the site but the log, which is there already. What a page needs is written before the page that
 * names it.
 */
export async function writeSite(root: string, content: SiteContent): Promise<void> {
  const { description, keySet, former, records, pages } = content;
  const paths = toSitePaths(description);
  const page = join(root, paths.page);
  const buckets = fillBuckets(content.slots, description.shape, content.freshBytes);
  await replaceFolder(join(page, 'n'), buckets, (name) => bucketName.test(name));
  writeDurableFile(join(root, paths.keys), toCanonicalJson(keySet as unknown as Json), publicMode);
  writeDurableFile(join(root, paths.formerKeys), toFormerKeysText(former), publicMode);
  writeDurableFile(join(page, 'dns.txt'), `${records.join('\n')}\n`, publicMode);
  const assets = pages.filter(({ path }) => path !== 'index.html');
  for (const { path, bytes } of assets) writeDurableFile(join(page, path), bytes, publicMode);
  writeDurableFile(join(page, 'index.html'), toServedPage(pages, paths.page), publicMode);
  const names = new Set(assets.map(({ path }) => path.slice(path.lastIndexOf('/') + 1)));
  removeOtherFiles(join(page, 'assets'), names, (name) => assetName.test(name));
  const described = `${JSON.stringify(toSiteDescription(description), null, 2)}\n`;
  writeDurableFile(join(root, SITE_DESCRIPTION_PATH), described, publicMode);
  writeDurableFile(join(root, '.well-known/security.txt.part'), toSecurityText(description), publicMode);
}

/** The page is served with and without a slash at its end, so what it loads is named from the root. */
function toServedPage(pages: readonly WebFile[], page: string): string {
  const index = pages.find(({ path }) => path === 'index.html');
  if (index === undefined) throw new Error('the built pages have no index.html');
  const root = page === '' ? '/' : `/${page}/`;
  return new TextDecoder().decode(index.bytes).replaceAll('"./', `"${root}`);
}

/** For the domain's own security.txt (RFC 9116), which this does not replace. */
function toSecurityText({ organization, page, report }: SiteDescription): string {
  const contact = report === null ? '' : `Contact: mailto:${report}\n`;
  return `# Notices by ${organization} about stolen mail are checked here\nPolicy: https://${page}\n${contact}`;
}

/** @throws Refusal for places that the page could not read from or that would overwrite each other. */
export function assertPlaces({ page, log, domain }: Pick<SiteDescription, 'page' | 'log' | 'domain'>): void {
  const [host, logHost] = [page, log].map((address) => address.split('/', 1)[0] ?? '');
  const paths = toSitePaths({ page, log });
  const refuse = (text: string): never => {
    throw new Refusal('site-places', [text]);
  };
  if (host !== logHost)
    refuse(`notice.page is on ${host} and log.origin on ${logHost}: the page may fetch only from its own host`);
  if (host !== domain && !host?.endsWith(`.${domain}`))
    refuse(`notice.page is on ${host}, which is neither ${domain} nor below it: recipients could not verify it`);
  const within = [`${paths.page}/n`, `${paths.page}/assets`].some((taken) => `${paths.log}/`.startsWith(`${taken}/`));
  if (paths.log === '' || paths.log === paths.page || within)
    refuse('log.origin must have its own path, such as <domain>/log');
}

/**
 * Writes every bucket again: random bytes, with each sealed slot at a random place. Without a code they are
 * indistinguishable (docs/formats/verify-site.md, Files).
 */
export function* fillBuckets(
  slots: readonly SealedSlot[],
  shape: BucketShape,
  freshBytes: FreshBytes,
): Generator<readonly [name: string, bytes: Uint8Array]> {
  const byBucket = Map.groupBy(slots, ({ bucket }) => bucket);
  for (let bucket = 0; bucket < BUCKET_COUNT; bucket += 1) {
    const bytes = freshBytes(toBucketBytes(shape), 'bucket', bucket);
    const own = byBucket.get(bucket);
    if (own !== undefined) place(own, bytes, shape, freshBytes);
    yield [toBucketName(bucket), bytes];
  }
}

function place(slots: readonly SealedSlot[], bytes: Uint8Array, shape: BucketShape, freshBytes: FreshBytes): void {
  if (slots.length > shape.slots) throw new Error(`bucket ${slots[0]?.bucket} has ${slots.length} entries`);
  const places = drawPlaces(shape.slots, freshBytes(4 * shape.slots, 'bucket places', slots[0]?.bucket ?? ''));
  for (const [at, { slot }] of slots.entries()) bytes.set(slot, (places[at] ?? 0) * shape.slotBytes);
}

/** The places of a bucket in random order. Sorting by 32 random bits each is even enough for a handful. */
function drawPlaces(count: number, random: Uint8Array): readonly number[] {
  const view = new DataView(random.buffer, random.byteOffset, random.byteLength);
  return Array.from({ length: count }, (_, place) => ({ place, rank: view.getUint32(4 * place) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ place }) => place);
}
