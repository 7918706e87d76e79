import { formatAmount, formatCount } from '@candor/core/base';
import type { FigureValue } from '@candor/core/impact';
import type { Command } from 'commander';
import { quoteForShell } from '../../commands/quote-for-shell.ts';
import { type FigureList, listFigures, publishFigure, verifyFigure } from '../../commands/transparency/figures.ts';
import { type Screen, toVisible, wrap } from '../terminal/screen.ts';
import { beginAnswer, toAnswerCode } from './answer-exit.ts';
import { transparencyGroup } from './log-commands.ts';
import { type StateOption, showJson, WrittenOption, withState } from './options.ts';
import { type SigningOptions, toSigningOrder, withSigning } from './signing.ts';

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
  candor figures verify messages.json`,
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
    const signing = toSigningOrder(options);
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
  withState(
    figures
      .command('verify')
      .argument('<file>', 'a statement')
      .description('compute a published figure again and compare the bytes, and look for it in the log'),
  ).action(async (file: string, options: StateOption) => {
    beginAnswer();
    const check = await verifyFigure(options.state, file);
    process.exitCode = toAnswerCode(check.isSame && check.isInLog, exitDiffers);
    if (options.json === true) return showJson(screen, check);
    const { name, value, exposure, position } = check.statement;
    screen.line(`${toVisible(name)}: ${toVisible(toFigureWords(value))}`);
    if (check.isSame)
      screen.line(`It follows from exposure ${exposure.version}: calculating it again gives the same bytes.`);
    else if (check.recomputed === null)
      screen.line(screen.strong(`Exposure version ${exposure.version} is not known here.`));
    else {
      screen.line(screen.strong('It does not follow from the evidence. Calculating it again gives:'));
      screen.line(toVisible(check.recomputed.trimEnd()));
    }
    if (check.isInLog) screen.line(`The log holds it at position ${formatCount(position)}.`);
    else screen.line(screen.strong(`The log does not hold it at position ${formatCount(position)}.`));
  });
  for (const command of figures.commands) command.exitOverride();
}

/** Each figure with its formula below: beside it, no line would fit a terminal. */
export function showFigures(screen: Screen, list: FigureList): void {
  const column = Math.max(0, ...list.figures.map(({ name }) => name.length)) + 3;
  for (const { name, value, formula } of list.figures) {
    for (const [at, line] of wrap(toVisible(toFigureWords(value)), screen.width - column).entries())
      screen.line(`${(at === 0 ? name : '').padEnd(column)}${line}`);
    for (const line of wrap(formula, screen.width, below)) screen.line(screen.dim(line));
  }
  screen.line();
  const { version, digest } = list.exposure;
  const entries = formatAmount(list.size, 'entry', 'entries');
  screen.line(`Exposure ${version} (${digest.slice(0, 16)}…), formulas ${list.rules.figures}, log of ${entries}.`);
}

function toFigureWords(value: FigureValue): string {
  if (value === null) return 'none';
  if (typeof value === 'number') return formatCount(value);
  if (typeof value === 'string') return value;
  const parts = Object.entries(value).map(([part, count]) => `${part} ${formatCount(count)}`);
  return parts.length === 0 ? 'none' : parts.join(', ');
}
