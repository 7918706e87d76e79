import { Refusal, type Runtime } from '@candor/core/base';
import { DEFAULT_BUCKET_SHAPE, type SiteDescription } from '@candor/core/verify';
import type { StateFolder } from '../../adapters/state-folder.ts';
import { readWebPages, type WebFile } from '../../adapters/web-pages.ts';
import { requireActiveOperators, type Standing } from '../../notice/approval/standing.ts';
import { type Disclosure, loadDisclosure } from '../../notice/disclosure.ts';
import { findDomain } from '../../notice/wave/notice-facts.ts';
import { type MadeApp, makeApp } from '../../review/site/make-app.ts';

/** What one incident brings to the site of its domain. */
export interface SitePart {
  readonly state: StateFolder;
  readonly disclosure: Disclosure;
  readonly standing: Standing;
  readonly description: SiteDescription;
  /** With where it is served; null when the incident file has no `review`. */
  readonly app: { readonly made: MadeApp; readonly address: string } | null;
}

/** @throws Refusal when the incident file does not say where the site is, or does not belong to its log. */
export async function readSitePart(state: StateFolder, runtime: Runtime, at: number): Promise<SitePart> {
  const disclosure = await loadDisclosure(state.store);
  const { incident, notice } = disclosure;
  const standing = await requireActiveOperators(state, runtime, at);
  const { log } = standing.keySet;
  const description: SiteDescription = {
    organization: incident.organization.name,
    domain: findDomain(disclosure),
    page: notice.page,
    log: log.slice(0, log.indexOf('+')),
    review: incident.review === null ? null : incident.review.app.replace(/^https?:\/\//, ''),
    telephone: /\d{3}/.test(notice.telephone.replaceAll(/\D/g, '')) ? notice.telephone : null,
    report: notice.reply,
    shape: DEFAULT_BUCKET_SHAPE,
    built: at,
  };
  const pages: readonly WebFile[] = incident.review === null ? [] : await readWebPages();
  const app =
    incident.review === null
      ? null
      : {
          made: makeApp(runtime, pages, incident.incident, incident.review, description),
          address: incident.review.app,
        };
  return { state, disclosure, standing, description, app };
}

/** What the site says of itself, in which incidents of one domain cannot differ. */
const SAID_ONCE = ['organization', 'domain', 'page', 'log', 'telephone', 'report'] as const;

/**
 * The description of the site that answers for several incidents. It names no reviewer app then: each incident has its
 * own, which its notices name.
 * @throws Refusal where they differ in what a site says once, do not share a log, or one that shares it is missing.
 */
export function describeTogether(
  parts: readonly [SitePart, ...SitePart[]],
  order: { readonly leavesOut: boolean },
): SiteDescription {
  const [first, ...others] = parts;
  const { home } = first.state.store;
  const reasons = others.flatMap((other) => [
    ...SAID_ONCE.filter((key) => other.description[key] !== first.description[key]).map(
      (key) =>
        `${other.state.path}: its site says "${other.description[key] ?? 'nothing'}" as ${key}, that of ${first.state.path} "${first.description[key] ?? 'nothing'}"; one site says one thing: make both incident files alike`,
    ),
    ...(home !== null && other.state.store.home?.folder === home.folder
      ? []
      : [
          `${other.state.path}: it does not share its log with ${first.state.path}: name the same log.home in both incident files (docs/runbooks/second-incident.md)`,
        ]),
  ]);
  if (reasons.length > 0) throw new Refusal('site-places', reasons);
  assertOwnApps(parts);
  const members = home?.countMembers() ?? 1;
  if (members > parts.length && !order.leavesOut)
    throw new Refusal('site-incomplete', [
      `${members} incidents share this log, and ${parts.length} of them ${parts.length === 1 ? 'is' : 'are'} named: on the site that this would write, every code of the others would be unknown. Name the state of each (\`candor incidents\` lists them), or say --leave-out`,
    ]);
  return others.length === 0 ? first.description : { ...first.description, review: null };
}

function assertOwnApps(parts: readonly SitePart[]): void {
  const known = new Map<string, string>();
  for (const { app, state } of parts) {
    if (app === null) continue;
    const before = known.get(app.made.folder);
    if (before !== undefined)
      throw new Refusal('site-places', [
        `${state.path}: its reviewer app is at ${app.address}, as is that of ${before}; each incident's app has a path of its own (review.app)`,
      ]);
    known.set(app.made.folder, state.path);
  }
}
