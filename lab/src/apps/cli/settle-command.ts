import { Refusal } from '@candor/core/base';
import { type Command, InvalidArgumentError } from 'commander';
import {
  approveSettlement,
  listUncertain,
  proposeSettlement,
  type SettledAs,
} from '../../commands/notice/settle-deliveries.ts';
import { type StateOption, showJson, withState } from './options.ts';
import type { Screen } from './show/screen.ts';
import { showSettlement, showUncertain } from './show/show-deliveries.ts';
import { type SigningOptions, toSignature, withOptionalSigning } from './signing.ts';

type Deliveries = readonly number[] | 'all';

interface SettleOptions extends StateOption, Partial<SigningOptions> {
  readonly why?: string;
  readonly approve?: number;
}

/** Deciding what no program may decide: whether the relay took a message. It takes two people, and it sends nothing. */
export function addSettleCommand(notice: Command, screen: Screen): void {
  withOptionalSigning(
    withState(
      notice
        .command('settle')
        .argument('[deliveries]', 'numbers with commas between them, or all', parseDeliveries)
        .argument('[outcome]', 'accepted or bounced', parseOutcome)
        .description('list the uncertain deliveries, or settle some; two people decide')
        .option('--why <reason>', 'how you know; it is kept')
        .option('--approve <number>', 'agree to this settlement (its number)', parseNumber),
    ),
  )
    .addHelpText(
      'after',
      `
Examples
  candor notice settle                                       those that are uncertain, and why
  candor notice settle 17,18 accepted --why "relay log 14:05" --as "Ines Adler"
  candor notice settle all bounced --why "relay disk was lost" --as "Ines Adler"
  candor notice settle --approve 4 --as "Tom Birk"

Settling sends nothing. A delivery settled as bounced goes to the next contact with the next prepare.`,
    )
    .action(async (deliveries: Deliveries | undefined, outcome: SettledAs | undefined, options: SettleOptions) => {
      if (options.approve === undefined && deliveries === undefined) {
        const uncertain = await listUncertain(options.state);
        if (options.json === true) return showJson(screen, uncertain);
        return showUncertain(screen, uncertain, options.state);
      }
      const { as } = options;
      if (as === undefined) throw refuse('--as NAME is needed: your name as an operator');
      const signing = toSignature({ ...options, as }, screen);
      const result =
        options.approve !== undefined
          ? await approveSettlement(options.state, options.approve, signing, options.digest ?? null)
          : await proposeSettlement(options.state, toOrder(deliveries, outcome, options.why), signing);
      if (options.json === true) return showJson(screen, result);
      showSettlement(screen, result, options.state);
    });
}

function toOrder(deliveries: Deliveries | undefined, outcome: SettledAs | undefined, why: string | undefined) {
  if (deliveries === undefined || outcome === undefined)
    throw refuse('say which, and how they are settled: accepted or bounced');
  if (why === undefined || why.trim() === '') throw refuse('--why REASON is needed: how you know');
  return { deliveries: deliveries === 'all' ? null : deliveries, as: outcome, why };
}

function refuse(reason: string): Refusal {
  return new Refusal('unclear-settlement', [`${reason}; \`candor notice settle --help\` has examples`]);
}

function parseDeliveries(text: string): Deliveries {
  return text === 'all' ? text : text.split(',').map(parseNumber);
}

function parseOutcome(text: string): SettledAs {
  if (text !== 'accepted' && text !== 'bounced') throw new InvalidArgumentError('accepted or bounced is needed');
  return text;
}

function parseNumber(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('a whole number from 1 is needed');
  return number;
}
