import { detectFindings, type Evaluation, evaluateFindings, type FoundValue } from '@candor/core/impact/detectors';
import { expect, test } from 'vitest';
import { type GeneratedMessage, generateMessages, generateSensitive, LANGUAGES } from './messages.ts';

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

const measured = evaluate(messages);
for (const { kind, recall, precision } of measured.kinds)
  process.stdout.write(
    `${kind}: recall ${recall.share?.toFixed(3)} of ${recall.of}, precision ${precision.share?.toFixed(3)} of ${precision.of}\n`,
  );

test.each(measured.kinds.map(({ kind }) => kind))(
  'finds nearly all of %s in 2,000 invented messages, and almost nothing else',
  (name) => {
    const found = measured.kinds.find(({ kind }) => kind === name);
    expect(found?.recall.of).toBeGreaterThanOrEqual(20);
    expect(found?.recall.share).toBeGreaterThanOrEqual(0.95);
    expect(found?.precision.share).toBeGreaterThanOrEqual(0.95);
  },
);

test('measures every kind that is on by default', () => {
  expect(measured.kinds.map(({ kind }) => kind)).toEqual([
    'access-code',
    'bank-account',
    'birth-date',
    'credential',
    'driving-licence',
    'home-address',
    'login-name',
    'national-id',
    'passport',
    'payment-card',
    'secret-key',
    'tax-id',
    'telephone',
    'secrets',
    'all',
  ]);
});

test('finds specially protected data in nearly all messages that contain it, and in almost no other', () => {
  const isSensitive = (text: string): boolean =>
    detectFindings(text, { sensitive: true }).some(({ kind }) => kind === 'health' || kind === 'special-category');
  const holding = generateSensitive(400, 20020220);
  const found = holding.filter(isSensitive).length;
  const wrong = messages.filter(({ text }) => isSensitive(text)).length;
  process.stdout.write(
    `specially protected: ${found} of ${holding.length} messages, ${wrong} of ${messages.length} others\n`,
  );
  expect(found / holding.length).toBeGreaterThanOrEqual(0.95);
  expect(wrong).toBeLessThanOrEqual(found * 0.05);
});

test.each(LANGUAGES)('also in %s', (language) => {
  const [recall, precision] = secrets(evaluate(messages.filter(({ name }) => name.startsWith(language))));
  expect(recall).toBeGreaterThanOrEqual(0.9);
  expect(precision).toBeGreaterThanOrEqual(0.9);
});
