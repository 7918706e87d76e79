import { formatAmount, formatCount, formatTime } from '@candor/core/base';
import type { FigureValue } from '@candor/core/impact';
import { NOTIFIED_FIGURE, NOTIFIED_FORMULA } from '@candor/core/transparency';
import type { Command } from 'commander';
import { quoteForShell } from '../../commands/quote-for-shell.ts';
import {
  type FigureCheck,
  type FigureList,
  listFigures,
  publishFigure,
  verifyFigure,
} from '../../commands/transparency/figures.ts';
import { type OutsideCheck, verifyFigureOutside } from '../../commands/transparency/verify-figure-outside.ts';
import { beginAnswer, toAnswerCode } from './answer-exit.ts';
import { transparencyGroup } from './log-commands.ts';
import { type StateOption, showJson, WrittenOption, withState } from './options.ts';
import { type Screen, toVisible, wrap } from './show/screen.ts';
import { type SigningOptions, toSignature, withSigning } from './signing.ts';

const below = '    ';

/** A statement does not follow from the evidence: something needs a person. */
const exitDiffers = 3;

export function addFigureCommands(program: Command, screen: Screen): void {
  const figures = program
    .command('figures')
    .helpGroup(transparencyGroup)
    .description('the figures of the whole incident, each with its formula; publish one, verify one')
    .addHelpText(
      'after',
      `
Examples
  candor figures list
  candor figures publish --name messages --as "Ines Adler" --out messages.json   # then the second person
  candor figures publish --name notified-of-all --as "Ines Adler" --out notified.json
  candor figures verify notified.json
  candor figures verify notified.json --site public/ --proof 41.tlog-proof --proof 12.tlog-proof   # without a state`,
    );
  figures.exitOverride();
  withState(figures.command('list', { isDefault: true }).description('every figure, counted again')).action(
    async (options: StateOption) => {
      const list = await listFigures(options.state);
      if (options.json === true) return showJson(screen, list);
      showFigures(screen, list);
    },
  );
  withSigning(
    withState(
      figures
        .command('publish')
        .description('agree to publish one figure; the second approval writes the log entry and the file')
        .requiredOption('--name <figure>', 'as `candor figures` lists it')
        .addOption(new WrittenOption('--out <file>', 'where to write the statement').makeOptionMandatory()),
    ),
  ).action(async (options: StateOption & SigningOptions & { name: string; out: string }) => {
    const { name, out, digest } = options;
    const signing = toSignature(options, screen);
    const published = await publishFigure(options.state, { name, out, signing, digest: digest ?? null });
    if (options.json === true) return showJson(screen, published);
    screen.line(`${published.name}: ${toFigureWords(published.value)}`);
    if (published.statement === null) {
      screen.line(
        `${toVisible(signing.as)} agreed (digest ${published.digest.slice(0, 16)}…). It is published when a second operator has agreed:`,
      );
      screen.line(
        `  ${screen.typed(`candor figures publish --name ${name} --as NAME --out ${toVisible(quoteForShell(out))}`, options.state)}`,
      );
      return;
    }
    screen.line(
      `Position ${formatCount(published.statement.position)} of the log; the statement is in ${toVisible(out)}.`,
    );
  });
  addVerify(figures, screen);
  for (const command of figures.commands) command.exitOverride();
}

interface FigureVerifyOptions extends StateOption {
  readonly proof: readonly string[];
  readonly site?: string;
  readonly key?: string;
}

function addVerify(figures: Command, screen: Screen): void {
  withState(
    figures
      .command('verify')
      .argument('<file>', 'a statement')
      .description('compute a published figure again and look for it in the log; or check it from outside')
      .option(
        '--proof <file>',
        'without a state: a proof of its entry, or of the entry of its wave; may be repeated',
        (value: string, all: readonly string[]) => [...all, value],
        [],
      )
      .option('--site <dir>', 'without a state: the site as downloaded, with the keys of the operators')
      .option('--key <text>', 'verifier key of the log (default: what keys.json of the site says)'),
  ).action(async (file: string, options: FigureVerifyOptions) => {
    beginAnswer();
    const { proof: proofs, site = null, key = null } = options;
    if (proofs.length > 0 || site !== null) {
      const check = await verifyFigureOutside({ file, proofs, site, key });
      process.exitCode = toAnswerCode(
        check.parts.every(({ state }) => state === 'holds'),
        exitDiffers,
      );
      if (options.json === true) return showJson(screen, check);
      return showOutsideCheck(screen, check);
    }
    const check = await verifyFigure(options.state, file);
    process.exitCode = toAnswerCode(check.isSame && check.isInLog, exitDiffers);
    if (options.json === true) return showJson(screen, check);
    showCheck(screen, check);
  });
}

function showCheck(screen: Screen, { statement, isSame, differences, recomputed, isInLog }: FigureCheck): void {
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

function showOutsideCheck(screen: Screen, { statement, parts, fingerprint }: OutsideCheck): void {
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
    for (const line of wrap(formula, screen.width, below)) screen.line(screen.dim(line));
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
  for (const line of wrap(NOTIFIED_FORMULA, screen.width, below)) screen.line(screen.dim(line));
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
