import { formatAmount, formatCount } from '@candor/core/base';
import { describeSelection, type Selection, type TakenOut } from '@candor/core/notice/selection';
import { type Screen, toVisible, wrap } from './screen.ts';

/** Lines of one part that a screen can hold; the document has all. */
const SHOWN = 40;

const HEADS = {
  row: 'Evidence and incident file alone, and this wave: what differs',
  decision: 'What people decided',
  asserted: 'What the incident file says',
  way: 'How the notices leave',
  head: 'Chain of decisions',
  digest: 'Digests',
} as const;

/**
 * How much is shown. `summary`: what people decided. `screen`: also what the incident file says, as much as a screen
 * holds. `whole`: everything.
 */
export type ShownPart = 'summary' | 'screen' | 'whole';

/** What decisions and the incident file make of the evidence: an approver reads it before anything else. */
export function showSelection(screen: Screen, selection: Selection, part: ShownPart, state: string): void {
  const lines = describeSelection(selection);
  const select = (section: keyof typeof HEADS) =>
    lines.flatMap((line) => (line.section === section ? [line.text] : []));
  const show = (head: string, texts: readonly string[]) => {
    screen.line(texts.length === 0 ? `${head}: nothing.` : `${head} (${formatCount(texts.length)}):`);
    const shown = part === 'whole' ? texts : texts.slice(0, SHOWN);
    for (const text of shown) for (const line of wrap(toVisible(text), screen.width - 2)) screen.line(`  ${line}`);
    if (shown.length < texts.length) screen.line(`  and ${formatCount(texts.length - shown.length)} more`);
  };
  screen.line(screen.bold('What two people sign besides the notices'));
  showTakenOut(screen, selection.takenOut);
  show(HEADS.row, select('row'));
  show(HEADS.decision, select('decision'));
  if (selection.since !== null) {
    const { wave, added, removed } = selection.since;
    const texts = [...removed.map((text) => `no longer: ${text}`), ...added.map((text) => `now: ${text}`)];
    show(`Since wave ${wave}, the last one approved`, texts);
  }
  if (part !== 'summary') for (const section of ['asserted', 'way'] as const) show(HEADS[section], select(section));
  if (part === 'whole') for (const section of ['head', 'digest'] as const) show(HEADS[section], select(section));
  else screen.line(screen.dim(`All of it: ${screen.typed(toCommand(selection), state)}`));
  screen.line();
}

function toCommand({ wave }: Selection): string {
  return wave === 0 ? 'candor notice prepare --dry-run --json' : `candor notice show --wave ${wave} --selection`;
}

/** First of all, because the number is typed by whoever approves. */
function showTakenOut(screen: Screen, { parties, of, lastSecrets, confirm }: TakenOut): void {
  const warn = (text: string) => {
    for (const line of wrap(toVisible(text), screen.width)) screen.line(confirm === null ? line : screen.warn(line));
  };
  warn(`Decisions take out ${formatCount(parties)} of ${formatAmount(of, 'party', 'parties')}.`);
  if (lastSecrets.length > 0)
    warn(
      `Decisions take out every message with passwords or keys of ${formatAmount(lastSecrets.length, 'party', 'parties')}: ${lastSecrets.slice(0, SHOWN).join(', ')}.`,
    );
  if (confirm !== null) warn(`Whoever approves types the number ${confirm}, or gives --confirm ${confirm}.`);
}
