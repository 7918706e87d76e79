import { z } from 'zod';

/** A stranger's file with more is not read. */
const MAX_SETTINGS_CHARS = 16_384;

const text = z.string().min(1).max(1000);

const shape = z.strictObject({
  v: z.literal(1),
  incident: text,
  organization: text,
  /** Domain whose page and DNS vouch for notices, in A-labels. */
  domain: text,
  /** Origin of the portal: `https://review.harbor.example`. */
  portal: text.refine((origin) => /^https?:\/\/(?:\[[0-9a-f:]+\]|[a-z0-9.-]+)(?::\d{1,5})?$/.test(origin)),
  passkeys: text,
  /** Where notices are checked, without scheme: `harbor.example/notice`. */
  page: text,
  /** Origin of the log, as checkpoints name it. */
  log: text,
  telephone: text.nullable(),
  report: text.nullable(),
  /** Waiting time of an enrollment after all contacts of its party were told. */
  waitSeconds: z.int().min(0).max(10_000_000),
  /** SHA-256 of the list of the app's files, hex: what the log has. */
  app: z.string().regex(/^[0-9a-f]{64}$/),
});

/**
 * What the site says to the reviewer app (docs/formats/reviewer-app.md). Nothing of it is proved: it only says where to
 * look.
 */
export type AppSettings = Omit<z.infer<typeof shape>, 'v'>;

export function toAppSettingsText(settings: AppSettings): string {
  const { incident, organization, domain, portal, passkeys, page, log, telephone, report, waitSeconds, app } = settings;
  const places = { domain, portal, passkeys, page, log };
  const document = { v: 1, incident, organization, ...places, telephone, report, waitSeconds, app };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** Reads a stranger's settings; null for anything that this version does not know. */
export function readAppSettings(written: string): AppSettings | null {
  if (written.length > MAX_SETTINGS_CHARS) return null;
  let value: unknown;
  try {
    value = JSON.parse(written);
  } catch {
    return null;
  }
  const { data } = shape.safeParse(value);
  if (data === undefined) return null;
  const { v: _version, ...settings } = data;
  return settings;
}
