import type { Block, ListItem } from './block.ts';
import { countNotified } from './figure-blocks.ts';
import { countSaid } from './strongest.ts';
import type { Writer } from './writer.ts';

const SEEN = ['accessed', 'presumed', 'partial'] as const;

/** What may follow for the reader (GDPR Articles 33(3)(c) and 34(2)). */
export function toConsequences({ facts, phrases, address }: Writer): readonly Block[] {
  if (countNotified(facts.figures) === 0) return [];
  const isKnown = SEEN.some((verdict) => countSaid(facts.figures, verdict) > 0);
  return [{ kind: 'paragraph', text: address(isKnown ? phrases.consequences : phrases.consequencesIfRead) }];
}

/** Numbered, most urgent first; each can be carried out with what the notice says. */
export function toActions(writer: Writer, hasConfirming: boolean): readonly Block[] {
  const { facts, phrases } = writer;
  const { figures, party } = facts;
  if (countNotified(figures) === 0) return [];
  const items: ListItem[] = [];
  items.push(...toSecretsItem(writer));
  if (party.kind === 'person') items.push({ text: phrases.distrust });
  else items.push({ text: (facts.addresses?.listed ?? []).length > 0 ? phrases.warnListed : phrases.warnAll });
  if (hasConfirming) items.push(...toConfirming(writer));
  if (party.kind === 'organization') items.push({ text: toDuty(writer) });
  return [
    { kind: 'heading', text: phrases.actionsHeading },
    { kind: 'list', isOrdered: true, items },
  ];
}

/** Change what was found or listed; search yourself where nothing, or not everything, was searched. */
function toSecretsItem({ facts, phrases, count }: Writer): readonly ListItem[] {
  const { secrets, searched } = facts.figures;
  if (secrets === null) return [{ text: phrases.changeUnexamined }];
  if (secrets > 0)
    return [{ text: count(searched === undefined ? phrases.changeSecrets : phrases.changeFound, secrets) }];
  return searched === undefined || searched.unread === 0
    ? []
    : [{ text: count(phrases.changeUnread, searched.unread) }];
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
