import { createHmac } from 'node:crypto';
import { compareUtf8, type Runtime } from '@candor/core/base';
import { CodePointCounter, detectFindings, maskValue, normalizeValue } from '@candor/core/impact/detectors';
import type { FindingAnswer, PlacedFinding } from './finding-task.ts';
import { type MessageText, readMessageTexts } from './message-texts.ts';

/** Searches one message. Values stay here: what is given has places, masks and hashes. */
export async function searchMessage(runtime: Runtime, bytes: Uint8Array, valueKey: Uint8Array): Promise<FindingAnswer> {
  const { texts, unread } = await readMessageTexts(runtime, bytes);
  const findings = texts.flatMap((text) => searchText(text, valueKey));
  findings.sort((a, b) => compareUtf8(a.part, b.part) || a.offset - b.offset);
  return { is: 'searched', findings, unread };
}

function searchText({ part, text }: MessageText, valueKey: Uint8Array): readonly PlacedFinding[] {
  const points = new CodePointCounter(text);
  return detectFindings(text).map((finding) => {
    const { kind, detector, confidence, start, end } = finding;
    const offset = points.at(start);
    const hash = createHmac('sha256', valueKey).update(`${kind}\0${normalizeValue(finding)}`, 'utf8');
    const length = points.at(end) - offset;
    return {
      part,
      offset,
      length,
      kind,
      detector,
      confidence,
      valueHash: hash.digest('hex'),
      mask: maskValue(finding),
    };
  });
}
