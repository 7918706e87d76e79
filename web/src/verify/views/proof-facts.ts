import type { IssuedNotice, IssuedText } from '@candor/core/verify';
import type { Phrases } from '../../i18n/verify/phrases.ts';
import { fill, formatNumber, formatTime } from '../../ui/words.ts';
import type { PageState } from '../state/page-state.ts';
import { drawHowKnown } from './how-known.ts';

/** Digest, key, place in the log and the files that were fetched: everything that a second person compares. */
export function drawProofFacts(state: PageState, notice: IssuedNotice, text: IssuedText | null): HTMLElement {
  const { phrases, site } = state;
  const { how } = phrases;
  const { proof } = notice;
  const facts: (readonly [string, string])[] = [];
  if (text !== null) facts.push([how.digest, `SHA-256 ${shorten(text.digest)}`]);
  if (proof.fingerprint !== null) facts.push([how.key, fill(how.keyFact, { key: proof.fingerprint })]);
  facts.push([phrases.checks.log, describeLogProof(phrases, notice)]);
  const built = fill(phrases.built, { time: formatTime(phrases, notice.asOf ?? site?.built ?? notice.issued) });
  return drawHowKnown(how.title, facts, [`${built} ${phrases.privacy.files}`, how.mailSystem]);
}

function describeLogProof(phrases: Phrases, { entry, proof }: IssuedNotice): string {
  const { checkpoint } = proof;
  if (proof.log === 'missing') return checkpoint === null ? phrases.fileMissing : phrases.logMissing;
  if (proof.log === 'failed' || checkpoint === null) return phrases.logFails;
  return fill(phrases.how.logFact, {
    entry: formatNumber(phrases, entry),
    size: formatNumber(phrases, checkpoint.size),
    root: shorten(toHex(checkpoint.root)),
  });
}

/** `7b1e-c034-…-9af2`: enough to compare by eye. */
function shorten(hex: string): string {
  return `${hex.slice(0, 4)}-${hex.slice(4, 8)}-…-${hex.slice(-4)}`;
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
