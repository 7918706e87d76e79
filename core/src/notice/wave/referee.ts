import { compareUtf8 } from '@candor/core/base';
import { countNotified } from '../text/figure-blocks.ts';
import type { NoticeFacts, NoticeFigures } from '../text/notice-facts.ts';
import { countUndecided } from '../text/strongest.ts';

/** One draft with what the referee must know beside its facts. */
export interface RefereedDraft {
  readonly party: string;
  readonly facts: NoticeFacts;
  readonly custodians: readonly string[];
}

export type RefereeCode =
  | 'undecided-alone'
  | 'dated-after'
  | 'mailbox-without-records'
  | 'no-access-said'
  | 'absence-by-hand'
  | 'names-collide'
  | 'contact-elsewhere';

/** What somebody must look at before two people sign: which drafts, and of how many messages or mailboxes. */
export interface RefereeQuestion {
  readonly code: RefereeCode;
  /** In UTF-8 order of the drafts. */
  readonly parties: readonly string[];
  /** Messages for the first two, mailboxes for the third, else parties. */
  readonly count: number;
  /** The mailboxes that the third is about, sorted. */
  readonly mailboxes?: readonly string[];
}

/**
 * A second look at the drafts of a wave, as the reader, a lawyer and the press will look at the notices: what they say
 * is computed, but it may rest on little, read as if it were about another, or say more than anybody knows. A question
 * that no draft raises is not there.
 */
export function refereeDrafts(
  all: readonly RefereedDraft[],
  withRecords: ReadonlySet<string>,
): readonly RefereeQuestion[] {
  // It has no figures, and repeats no statement.
  const drafts = all.filter(({ facts }) => facts.kind !== 'announcement');
  const of = (code: RefereeCode, concerned: readonly RefereedDraft[], count = concerned.length) =>
    concerned.length === 0 ? [] : [{ code, parties: concerned.map(({ party }) => party), count }];
  const sum = (some: readonly RefereedDraft[], toCount: (figures: NoticeFigures) => number) =>
    some.reduce((total, { facts }) => total + toCount(facts.figures), 0);
  const undecided = drafts.filter(({ facts }) => isUndecidedAlone(facts.figures));
  const dated = drafts.filter(({ facts }) => (facts.figures.datedAfter ?? 0) > 0);
  const without = new Set(drafts.flatMap(({ custodians }) => custodians.filter((name) => !withRecords.has(name))));
  return [
    ...of('undecided-alone', undecided, sum(undecided, countUndecided)),
    ...of(
      'dated-after',
      dated,
      sum(dated, ({ datedAfter = 0 }) => datedAfter),
    ),
    ...of(
      'mailbox-without-records',
      drafts.filter(({ custodians }) => custodians.some((name) => without.has(name))),
      without.size,
    ).map((question) => ({ ...question, mailboxes: [...without].sort(compareUtf8) })),
    ...of('no-access-said', drafts.filter(saysNoAccess)),
    ...of('absence-by-hand', drafts.filter(statesAbsenceByHand)),
    ...of('names-collide', listNamesakes(drafts)),
    ...of(
      'contact-elsewhere',
      drafts.filter(({ facts }) => (facts.party.contactDomains ?? []).length > 0),
    ),
  ];
}

/** Every message that it notifies as exposed rests on undecided records alone. */
function isUndecidedAlone(figures: NoticeFigures): boolean {
  return figures.messages > 0 && countUndecided(figures) === figures.messages;
}

/** A correction that leaves nothing, and does not say that evidence is gone. */
function saysNoAccess({ facts: { kind, figures, isGone, isEvidenceGone } }: RefereedDraft): boolean {
  const isNothing = countNotified(figures) === 0 && figures.intruderSent === 0;
  return kind === 'correction' && isNothing && isGone !== true && isEvidenceGone !== true;
}

/** Words by which people say that there is none. */
const ABSENCES: Readonly<Record<NoticeFacts['language'], RegExp>> = {
  en: /\b(?:no|none|never|nobody|nothing)\b/i,
  de: /\b(?:kein\p{L}*|nie|niemals|niemand\p{L}*|nichts)\b/iu,
  fr: /\b(?:aucun\p{L}*|jamais|personne n|rien)/iu,
  es: /\b(?:ning[uú]n\p{L}*|nunca|nadie|nada)\b/iu,
};

/** Texts by hand are the only ones that nothing computed stands behind. */
function statesAbsenceByHand({ facts }: RefereedDraft): boolean {
  const { language, organization, unknown, added } = facts;
  const texts = [organization.happened, organization.measures, unknown.sentence].map((text) => text?.[language]);
  return [...texts, added].some((text) => text !== null && text !== undefined && ABSENCES[language].test(text));
}

function listNamesakes(drafts: readonly RefereedDraft[]): readonly RefereedDraft[] {
  const byName = Map.groupBy(
    drafts.filter(({ facts }) => facts.party.name !== null),
    ({ facts }) => toNameKey(facts.party.name ?? ''),
  );
  return drafts.filter(({ facts: { party, organization } }) => {
    const key = party.name === null ? '' : toNameKey(party.name);
    if (key === '') return false;
    return (byName.get(key)?.length ?? 0) > 1 || key === toNameKey(organization.name);
  });
}

function toNameKey(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
}
