import { detectFindings, type Evaluation, evaluateFindings, type FoundValue } from '@candor/core/impact/detectors';
import { expect, test } from 'vitest';
import { type GeneratedMessage, generateMessages, LANGUAGES } from './messages.ts';

/** All text is in the Basic Multilingual Plane: a code point is a unit. */
function find({ name, text }: GeneratedMessage): readonly FoundValue[] {
  return detectFindings(text).map(({ kind, start, end, confidence }) => ({
    message: name,
    kind,
    offset: start,
    length: end - start,
    confidence,
  }));
}

function evaluate(messages: readonly GeneratedMessage[]): Evaluation {
  return evaluateFindings(
    messages.flatMap(({ labels }) => labels),
    messages.flatMap(find),
  );
}

const secrets = ({ kinds }: Evaluation): readonly number[] => {
  const row = kinds.find(({ kind }) => kind === 'secrets');
  return [row?.recall.share ?? 0, row?.precision.share ?? 0];
};

const messages = generateMessages(2000, 20011203);

test('of 2,000 invented messages, nearly all secrets are found and nearly nothing else', () => {
  const evaluation = evaluate(messages);
  for (const { kind, recall, precision } of evaluation.kinds)
    process.stdout.write(
      `${kind}: recall ${recall.share?.toFixed(3)} of ${recall.of}, precision ${precision.share?.toFixed(3)} of ${precision.of}\n`,
    );
  const [recall, precision] = secrets(evaluation);
  expect(recall).toBeGreaterThanOrEqual(0.95);
  expect(precision).toBeGreaterThanOrEqual(0.95);
});

test.each(LANGUAGES)('in %s too', (language) => {
  const [recall, precision] = secrets(evaluate(messages.filter(({ name }) => name.startsWith(language))));
  expect(recall).toBeGreaterThanOrEqual(0.9);
  expect(precision).toBeGreaterThanOrEqual(0.9);
});
