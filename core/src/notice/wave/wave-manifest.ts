import { type Json, readInstant, toCanonicalJson, toObject, toText, toWhole } from '@candor/core/base';
import type { NoticeWave } from '../text/notice-facts.ts';

/** What two people approve for a wave (docs/formats/wave.md, Manifest). */
export interface WaveManifest {
  /** 2 since the selection is part of it. */
  readonly v: 1 | 2;
  readonly incident: string;
  readonly wave: number;
  readonly kind: NoticeWave | 'reminder' | 'announcement';
  readonly exposure: { readonly version: number; readonly digest: string };
  /** Root of the wave's tree, hex. */
  readonly root: string;
  readonly at: string;
  /** In version 2: what `commitSelection` gives, hex. */
  readonly selection?: string;
  /** In version 2, where it is known: root of the set of parties to be notified, hex. */
  readonly parties?: string;
}

const KINDS: readonly WaveManifest['kind'][] = [
  ...(['secrets-metadata', 'metadata', 'content', 'supplement', 'correction', 'update'] as const),
  ...(['reminder', 'announcement'] as const),
];
const FORMER_KEYS = 'at,exposure,incident,kind,root,v,wave';
const KEYS = 'at,exposure,incident,kind,root,selection,v,wave';
const KEYS_WITH_PARTIES = 'at,exposure,incident,kind,parties,root,selection,v,wave';
/** Hex of SHA-256. */
const DIGEST = /^[0-9a-f]{64}$/;

export function toManifestText(manifest: WaveManifest): string {
  return toCanonicalJson(manifest as unknown as Json);
}

/** Reads a manifest that anybody may have written; null unless it has exactly the members of its version. */
export function readManifestText(text: string): WaveManifest | null {
  let json: ReturnType<typeof toObject>;
  try {
    const value: Json = JSON.parse(text);
    json = toCanonicalJson(value) === text ? toObject(value) : null;
  } catch {
    return null;
  }
  if (json === null) return null;
  const v = json['v'] === 2 ? 2 : 1;
  const keys = Object.keys(json).sort().join();
  if (json['v'] !== v || !(v === 1 ? [FORMER_KEYS] : [KEYS, KEYS_WITH_PARTIES]).includes(keys)) return null;
  const exposure = toObject(json['exposure']);
  const [incident, root, at] = [toText(json['incident']), toText(json['root']), toText(json['at'])];
  const [wave, version, digest] = [toWhole(json['wave']), toWhole(exposure?.['version']), toText(exposure?.['digest'])];
  const kind = KINDS.find((known) => known === json['kind']);
  if (incident === null || root === null || at === null || wave === null || kind === undefined) return null;
  if (version === null || digest === null || Object.keys(exposure ?? {}).length !== 2) return null;
  if (!DIGEST.test(root) || readInstant(at) === null) return null;
  const former = { v, incident, wave, kind, exposure: { version, digest }, root, at } as const;
  if (v === 1) return former;
  const [selection, parties] = [toText(json['selection']), toText(json['parties'])];
  if (selection === null || !DIGEST.test(selection)) return null;
  if (json['parties'] === undefined) return { ...former, selection };
  return parties !== null && DIGEST.test(parties) ? { ...former, selection, parties } : null;
}
