import { formatAmount, formatCount, formatTime, quoteForShell } from '@candor/core/base';
import type { FigureValue } from '@candor/core/impact';
import { NOTIFIED_FIGURE, NOTIFIED_FORMULA } from '@candor/core/transparency';
import type { FigureCheck, FigureList, FigurePublication } from '../../../commands/transparency/figures.ts';
import type { OutsideCheck } from '../../../commands/transparency/verify-figure-outside.ts';
import { type Screen, showText, toVisible, wrap } from './screen.ts';

const below = '    ';

/** What one person's approval did. */
export function showPublication(
  screen: Screen,
  published: FigurePublication,
  { as, out, state }: { readonly as: string; readonly out: string; readonly state: string },
): void {
  screen.line(`${published.name}: ${toFigureWords(published.value)}`);
  if (published.statement === null) {
    screen.line(
      `${toVisible(as)} agreed (digest ${published.digest.slice(0, 16)}…). It is published when a second operator has agreed:`,
    );
    screen.line(
      `  ${screen.typed(`candor figures publish --name ${published.name} --as NAME --out ${toVisible(quoteForShell(out))}`, state)}`,
    );
    return;
  }
  screen.line(
    `Position ${formatCount(published.statement.position)} of the log; the statement is in ${toVisible(out)}.`,
  );
}

/** What `candor figures verify` says with a state. */
export function showFigureCheck(
  screen: Screen,
  { statement, isSame, differences, recomputed, isInLog }: FigureCheck,
): void {
  const { name, value, exposure, position } = statement;
  screen.line(`${toVisible(name)}: ${toVisible(toFigureWords(value))}`);
  if (isSame && statement.v === 3) {
    screen.line(`It follows from the set of wave ${statement.set.wave}, the log and the chain of deliveries.`);
    screen.line(onlyAudit);
  } else if (isSame)
    screen.line(`It follows from exposure ${exposure.version}: calculating it again gives the same bytes.`);
  else if (differences.length > 0)
    for (const difference of differences) screen.line(screen.strong(toVisible(`It does not follow: ${difference}.`)));
  else if (recomputed === null) screen.line(screen.strong(`Exposure version ${exposure.version} is not known here.`));
  else {
    screen.line(screen.strong('It does not follow from the evidence. Calculating it again gives:'));
    screen.line(toVisible(recomputed.trimEnd()));
  }
  if (isInLog) screen.line(`The log holds it at position ${formatCount(position)}.`);
  else screen.line(screen.strong(`The log does not hold it at position ${formatCount(position)}.`));
}

/** What no proof of the log shows. */
const onlyAudit =
  'Everyone who is notified is counted. That nobody was left out, only an audit with the evidence shows.';

/** The same without one. */
export function showOutsideCheck(screen: Screen, { statement, parts, fingerprint }: OutsideCheck): void {
  screen.line(`${toVisible(statement.name)}: ${toVisible(toFigureWords(statement.value))}`);
  for (const { state, text } of parts) {
    const line = toVisible(`${OUTSIDE_WORDS[state]}: ${text}`);
    screen.line(state === 'differs' ? screen.strong(line) : line);
  }
  if (fingerprint !== null)
    screen.line(screen.dim(`Compare the fingerprint of the keys with DNS or a notice: ${fingerprint}`));
  screen.line(
    statement.v === 3
      ? `Not shown here: that the notices were sent, which \`candor log fsck\` of the organization compares. ${onlyAudit}`
      : 'Not shown here: that the number follows from the evidence.',
  );
}

const OUTSIDE_WORDS = { holds: 'holds', differs: 'DIFFERS', missing: 'not checked' } as const;

/** Each figure with its formula below: beside it, no line would fit a terminal. */
export function showFigures(screen: Screen, list: FigureList): void {
  const column = Math.max(NOTIFIED_FIGURE.length, ...list.figures.map(({ name }) => name.length)) + 3;
  for (const { name, value, formula } of list.figures) {
    for (const [at, line] of wrap(toVisible(toFigureWords(value)), screen.width - column).entries())
      screen.line(`${(at === 0 ? name : '').padEnd(column)}${line}`);
    showText(screen, formula, { indent: below, paint: 'dim' });
  }
  showNotified(screen, list.notified, column);
  screen.line();
  const { version, digest } = list.exposure;
  const entries = formatAmount(list.size, 'entry', 'entries');
  screen.line(`Exposure ${version} (${digest.slice(0, 16)}…), formulas ${list.rules.figures}, log of ${entries}.`);
}

/** Numbers, or why there are none; the set may be that of an older version than the other figures. */
function showNotified(screen: Screen, reading: FigureList['notified'], column: number): void {
  const words =
    reading.is === 'stated'
      ? `${reading.words} (wave ${reading.document.set.wave}, exposure ${reading.document.exposure.version}, ${toBouncesWords(reading.document.set.bouncesRead)})`
      : `not stated: ${reading.because}`;
  for (const [at, line] of wrap(toVisible(words), screen.width - column).entries())
    screen.line(`${(at === 0 ? NOTIFIED_FIGURE : '').padEnd(column)}${line}`);
  showText(screen, NOTIFIED_FORMULA, { indent: below, paint: 'dim' });
}

function toBouncesWords(until: number | null): string {
  return until === null ? 'by letter alone' : `bounces read until ${formatTime(until)}`;
}

function toFigureWords(value: FigureValue): string {
  if (value === null) return 'none';
  if (typeof value === 'number') return formatCount(value);
  if (typeof value === 'string') return value;
  const parts = Object.entries(value).map(([part, count]) => `${part} ${formatCount(count)}`);
  return parts.length === 0 ? 'none' : parts.join(', ');
}
