import { Refusal } from '@candor/core/base';
import { type Evaluation, evaluateFindings, type LabelledValue, readLabel } from '@candor/core/impact/detectors';
import { exists, readBytes } from '../../adapters/files.ts';
import type { Progress } from '../progress.ts';
import { scanFindings } from './scan-findings.ts';

/**
 * Searches mail that people labelled and compares. A message is told by the name of its file.
 * @throws Refusal for labels that cannot be read (`labels-refused`), with every line.
 */
export async function evaluateLabels(
  labelsPath: string,
  mailPath: string,
  { folds, ...options }: { readonly workers: number; readonly progress: Progress; readonly folds?: number },
): Promise<Evaluation> {
  const labels = readLabels(labelsPath);
  const { findings } = await scanFindings(mailPath, { out: null, ...options });
  const found = findings
    .filter(({ part }) => part !== 'subject')
    .map(({ location, ...finding }) => ({ ...finding, message: location.split('/').at(-1)?.split('#')[0] ?? '' }));
  return evaluateFindings(labels, found, folds);
}

function readLabels(path: string): readonly LabelledValue[] {
  if (!exists(path)) throw new Refusal('labels-refused', [`${path}: there is no file here.`]);
  const lines = new TextDecoder().decode(readBytes(path)).split('\n');
  const reasons: string[] = [];
  const labels = lines.flatMap((line, at) => {
    if (line.trim() === '') return [];
    const read = readLabel(line);
    if (!('wrong' in read)) return [read];
    reasons.push(`${path}:${at + 1}: ${read.wrong}`);
    return [];
  });
  if (reasons.length > 0) throw new Refusal('labels-refused', reasons);
  return labels;
}
