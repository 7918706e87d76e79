/** What the site says of itself to this app (docs/formats/reviewer-app.md). Nothing of it is proved: it only says where to look. */
export interface ReviewerSettings {
  readonly incident: string;
  readonly organization: string;
  readonly domain: string;
  /** Origin of the portal: `https://review.harbor.example`. */
  readonly portal: string;
  /** Domain that passkeys belong to. */
  readonly passkeys: string;
  /** Where notices are checked, without scheme: `harbor.example/notice`. */
  readonly page: string;
  readonly log: string;
  readonly telephone: string | null;
  readonly report: string | null;
  /** Digest of the app's files, as the log has it. */
  readonly app: string;
}

const LONGEST_CHARS = 16_384;

/** Null for anything that this version does not know. */
export function readReviewerSettings(text: string): ReviewerSettings | null {
  if (text.length > LONGEST_CHARS) return null;
  const json = readObject(text);
  if (json?.['v'] !== 1) return null;
  const [incident, organization, domain, portal, passkeys, page, log, app] = [
    'incident',
    'organization',
    'domain',
    'portal',
    'passkeys',
    'page',
    'log',
    'app',
  ].map((key) => toText(json[key]));
  if (!incident || !organization || !domain || !portal || !passkeys || !page || !log || !app) return null;
  if (!URL.canParse(portal) || new URL(portal).origin !== portal) return null;
  const [telephone, report] = [toText(json['telephone']), toText(json['report'])];
  return { incident, organization, domain, portal, passkeys, page, log, telephone, report, app };
}

function readObject(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : null;
  } catch {
    return null;
  }
}

function toText(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
