import { TEXT_SECRETS } from '../affected/secret-messages.ts';
import type { Block, ListItem } from './block.ts';
import { countNotified } from './figure-blocks.ts';
import { countSaid } from './strongest.ts';
import type { Writer } from './writer.ts';

const SEEN = ['accessed', 'presumed', 'partial'] as const;

/** What may follow for the reader (GDPR Articles 33(3)(c) and 34(2)). */
export function toConsequences({ facts, phrases, address, write }: Writer): readonly Block[] {
  const notified = countNotified(facts.figures);
  if (notified === 0) return [];
  const isKnown = SEEN.some((verdict) => countSaid(facts.figures, verdict) > 0);
  return [
    {
      kind: 'paragraph',
      text: write(address(isKnown ? phrases.consequences : phrases.consequencesIfRead), { n: notified }),
    },
  ];
}

/** Numbered, most urgent first; each can be carried out with what the notice says. */
export function toActions(
  writer: Writer,
  { hasConfirming, hasAddresses }: { readonly hasConfirming: boolean; readonly hasAddresses: boolean },
): readonly Block[] {
  const { facts, phrases } = writer;
  const { figures, party } = facts;
  if (countNotified(figures) === 0) return [];
  const items: ListItem[] = [];
  items.push(...toSecretsItem(writer));
  if (party.kind === 'person') items.push({ text: writer.write(phrases.distrust, { n: countNotified(figures) }) });
  else items.push({ text: hasAddresses ? phrases.warnListed : phrases.warnAll });
  if (hasConfirming) items.push(...toConfirming(writer));
  if (party.kind === 'organization') items.push({ text: toDuty(writer) });
  return [
    { kind: 'heading', text: phrases.actionsHeading },
    { kind: 'list', isOrdered: true, items },
  ];
}

/** Change what was found or listed; search yourself where nothing, or not everything, was searched. */
function toSecretsItem(writer: Writer): readonly ListItem[] {
  const { facts, phrases, write } = writer;
  const { secrets, searched } = facts.figures;
  if (secrets === null) return [{ text: phrases.changeUnexamined }];
  const lines = secrets === 0 ? [] : listSecretLines(writer, secrets);
  if (lines.length > 0) return [{ text: write(phrases.changeListed, { n: secrets }), lines }];
  if (secrets > 0)
    return [{ text: write(searched === undefined ? phrases.changeSecrets : phrases.changeFound, { n: secrets }) }];
  return searched === undefined || searched.unread === 0
    ? []
    : [{ text: write(phrases.changeUnread, { n: searched.unread }) }];
}

/**
 * Gives day and own address of each message that the reader must look for; the rest is counted, and more are on the
 * page.
 */
function listSecretLines({ facts, phrases, write, day }: Writer, secrets: number): readonly string[] {
  const listed = facts.isGuessed === true ? [] : (facts.secretMessages ?? []).slice(0, TEXT_SECRETS);
  if (listed.length === 0) return [];
  const lines = listed.map(({ date, address }) =>
    write(phrases.secretLine, { date: date === null ? phrases.noDate : day(date), address }),
  );
  const rest = secrets - listed.length;
  const isOnPage = (facts.secretMessages ?? []).length > listed.length;
  return rest > 0 ? [...lines, write(isOnPage ? phrases.secretRestOnPage : phrases.secretRest, { n: rest })] : lines;
}

/** The fraud warning says the same, with the days. */
export function toConfirming({ facts, phrases }: Writer): readonly ListItem[] {
  const { figures } = facts;
  return countNotified(figures) === 0 || figures.intruderSent > 0 ? [] : [{ text: phrases.confirm }];
}

/** The party's own duty: an article only where that law is known to hold, elsewhere one neutral sentence. */
function toDuty({ facts, phrases, write }: Writer): string {
  const relation = facts.party.relation ?? 'independent';
  const { jurisdiction } = facts;
  if (jurisdiction === undefined || jurisdiction === 'other') return phrases.duties.elsewhere[relation];
  return write(phrases.duties.law[relation], { law: phrases.laws[jurisdiction] });
}
