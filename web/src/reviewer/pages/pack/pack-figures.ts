import { type Instant, readInstant } from '@candor/core/base';
import type { Language } from '@candor/core/notice/text';
import type { PackFacts } from '../../bridge/pack-facts.ts';
import type { OpenedRelease } from '../../bridge/protocol.ts';
import type { Mark, ReleasedVerdict } from '../../bridge/released-message.ts';
import { sumMentioned } from '../base/mentioned.ts';

/** Figures of the report, each with a name in every language. */
export const FIGURE_NAMES = [
  'organization',
  'incident',
  'party',
  'domains',
  'concerned',
  'readable',
  'bulk',
  'held',
  'withheld',
  'quoted',
  'mentioned',
  'mentionedBusiness',
  'mentionedPersonal',
  'mentionedSecret',
  'objects',
  'accessed',
  'presumed',
  'partial',
  'possible',
  'undetermined',
  'fraud',
  'secret',
  'personal',
  'attached',
  'files',
  'people',
  'custodians',
  'writtenFirst',
  'writtenLast',
  'windowFrom',
  'windowTo',
  'recordedFirst',
  'recordedLast',
  'secretsOpen',
  'secretsRotated',
  'secretsNotOurs',
  'unknownSaid',
  'told',
  'release',
  'releasedAt',
  'exposure',
  'approvers',
  'keySet',
  'logOrigin',
  'logPosition',
  'logSize',
  'manifest',
] as const;
type FigureName = (typeof FIGURE_NAMES)[number];

/** The messages behind a figure, as a search. */
export type PackQuery =
  | { readonly kind: 'all' }
  | { readonly kind: 'verdict'; readonly verdict: ReleasedVerdict }
  | { readonly kind: 'mark'; readonly mark: Mark }
  | { readonly kind: 'attachment' };

export type FigureValue =
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'day' | 'time'; readonly at: Instant }
  /** Unknown: stays a gap for a person. */
  | { readonly kind: 'unknown' };

export interface PackFigure {
  readonly name: FigureName;
  readonly value: FigureValue;
  readonly query: PackQuery | null;
}

export type PackFigures = Readonly<Record<FigureName, PackFigure>>;

/** Secrets as work items, by status. */
export interface SecretProgress {
  readonly open: number;
  readonly rotated: number;
  readonly notOurs: number;
}

export interface PackSource {
  readonly release: OpenedRelease;
  readonly facts: PackFacts;
  /** Null when the list could not be read: a gap, never zero. */
  readonly secrets: SecretProgress | null;
  /** When the notice arrived, as the person says: the release does not contain it. */
  readonly told: Instant | null;
}

/**
 * Every figure of the report by name: from the signed manifest, from the counted messages, or from the party's own
 * work.
 */
export function toPackFigures({ release, facts, secrets, told }: PackSource, language: Language): PackFigures {
  const { manifest, log } = release;
  const { releasable, bulk, held, withheld, quoted = 0, mentioned } = manifest.figures;
  // Only people find these: without any, it is unknown whether there are none.
  const found = (count: number | undefined): FigureValue =>
    mentioned === undefined ? { kind: 'unknown' } : number(count ?? 0);
  const work = (count: number | undefined): FigureValue => (count === undefined ? { kind: 'unknown' } : number(count));
  const values: Readonly<Record<FigureName, FigureValue>> = {
    organization: text(manifest.organization),
    incident: text(manifest.incident),
    party: text(manifest.party),
    domains: text(manifest.domains.join(', ')),
    concerned: number(releasable + bulk + held + withheld),
    readable: number(releasable),
    bulk: number(bulk),
    held: number(held),
    withheld: number(withheld),
    quoted: number(quoted),
    mentioned: found(sumMentioned(mentioned)),
    mentionedBusiness: found(mentioned?.business),
    mentionedPersonal: found(mentioned?.personal),
    mentionedSecret: found(mentioned?.secret),
    objects: number(facts.messages),
    accessed: number(facts.verdicts.accessed),
    presumed: number(facts.verdicts.presumed),
    partial: number(facts.verdicts.partial),
    possible: number(facts.verdicts.possible),
    undetermined: number(facts.verdicts.undetermined),
    fraud: number(facts.marks.fraud),
    secret: number(facts.marks.secret),
    personal: number(facts.marks.personal),
    attached: number(facts.attachments.messages),
    files: number(facts.attachments.files),
    people: number(facts.people.length),
    custodians: number(facts.custodians.length),
    writtenFirst: moment('day', facts.written?.first),
    writtenLast: moment('day', facts.written?.last),
    windowFrom: moment('time', facts.statement?.window?.from),
    windowTo: moment('time', facts.statement?.window?.to),
    recordedFirst: moment('time', facts.recorded?.first),
    recordedLast: moment('time', facts.recorded?.last),
    secretsOpen: work(secrets?.open),
    secretsRotated: work(secrets?.rotated),
    secretsNotOurs: work(secrets?.notOurs),
    unknownSaid: text(facts.statement?.unknown[language] ?? facts.statement?.unknown.en ?? ''),
    told: told === null ? { kind: 'unknown' } : { kind: 'time', at: told },
    release: number(manifest.release),
    releasedAt: moment('time', manifest.at),
    exposure: number(manifest.exposure.version),
    approvers: text(release.approvers.value.join(', ')),
    keySet: text(release.keySet),
    logOrigin: text(log.origin),
    logPosition: number(log.position),
    logSize: number(log.size),
    manifest: text(release.manifestDigest),
  };
  const entries = FIGURE_NAMES.map(
    (name) => [name, { name, value: values[name], query: QUERIES[name] ?? null }] as const,
  );
  return Object.fromEntries(entries) as PackFigures;
}

const QUERIES: Partial<Readonly<Record<FigureName, PackQuery>>> = {
  objects: { kind: 'all' },
  accessed: { kind: 'verdict', verdict: 'accessed' },
  presumed: { kind: 'verdict', verdict: 'presumed' },
  partial: { kind: 'verdict', verdict: 'partial' },
  possible: { kind: 'verdict', verdict: 'possible' },
  undetermined: { kind: 'verdict', verdict: 'undetermined' },
  bulk: { kind: 'mark', mark: 'bulk' },
  fraud: { kind: 'mark', mark: 'fraud' },
  secret: { kind: 'mark', mark: 'secret' },
  personal: { kind: 'mark', mark: 'personal' },
  attached: { kind: 'attachment' },
};

function number(count: number): FigureValue {
  return { kind: 'number', number: count };
}

function text(words: string): FigureValue {
  return words === '' ? { kind: 'unknown' } : { kind: 'text', text: words };
}

function moment(kind: 'day' | 'time', written: string | undefined): FigureValue {
  const at = written === undefined ? null : readInstant(written);
  return at === null ? { kind: 'unknown' } : { kind, at };
}
