import { Refusal } from '@candor/core/base';
import { readBase64Url } from '@candor/core/ledger';
import { z } from 'zod';

const PUBLIC_KEY_BYTES = 32;
const DEFAULT_PORT = 8480;

const shape = z.strictObject({
  /** As in the incident file. */
  incident: z.string().min(1).max(100),
  organization: z.string().min(1).max(200),
  /** Origin of the reviewer app: the organization's static site. */
  app: z.string().refine(isOrigin, 'must be an origin such as https://harbor.example, without a path'),
  /** Relying party of passkeys: the domain of the app's origin, or a parent of it. */
  passkeys: z.string().min(1).max(253),
  /** base64url of the lab's raw Ed25519 public key. */
  labKey: z
    .string()
    .refine((text) => readBase64Url(text)?.length === PUBLIC_KEY_BYTES, 'must be 32 bytes in base64url'),
  /** Folder for database and objects. */
  folder: z.string().min(1),
  listen: z
    .strictObject({
      host: z.string().min(1).default('127.0.0.1'),
      port: z.int().min(0).max(65_535).default(DEFAULT_PORT),
      /** PEM files: with them the portal terminates TLS itself, without a proxy. */
      tls: z.strictObject({ certificate: z.string().min(1), key: z.string().min(1) }).optional(),
    })
    .default({ host: '127.0.0.1', port: DEFAULT_PORT }),
  /** Names under which the portal answers; any where none is listed. */
  hosts: z
    .array(z.string().regex(/^[a-z0-9.:[\]-]{1,253}$/, 'must be a host name in small letters, without scheme and path'))
    .min(1)
    .optional(),
  /** Addresses and networks of reverse proxies whose `x-forwarded-for` is trusted. */
  trustedProxies: z.array(z.string().min(1)).default([]),
});

/** Settings at start (docs/runbooks/operate-the-portal.md). Nothing in it is secret. */
export type PortalSettings = z.infer<typeof shape>;

/** @throws Refusal with every reason. */
export function readSettings(text: string, path: string): PortalSettings {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Refusal('invalid-portal-settings', [`${path}: this is not valid JSON`]);
  }
  const { data, error } = shape.safeParse(value, { reportInput: true });
  if (data === undefined) {
    throw new Refusal(
      'invalid-portal-settings',
      error.issues.map((issue) => `${path}: ${issue.path.join('.') || 'file'}: ${toSentence(issue)}`),
    );
  }
  const { hostname } = new URL(data.app);
  if (hostname !== data.passkeys && !hostname.endsWith(`.${data.passkeys}`)) {
    throw new Refusal('invalid-portal-settings', [
      `${path}: passkeys: ${data.passkeys} is not the domain of ${data.app} or one above it; browsers would refuse it`,
    ]);
  }
  return data;
}

function toSentence(issue: z.core.$ZodIssue): string {
  return issue.code === 'invalid_type' && issue.input === undefined ? 'is missing' : issue.message;
}

/** Passkeys need a secure origin; browsers count localhost as one. */
function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { origin, protocol, hostname } = new URL(text);
  return origin === text && (protocol === 'https:' || (protocol === 'http:' && hostname === 'localhost'));
}
