import { basename } from 'node:path';
import type { Problem } from '@candor/core/base';
import type { NoticeSettings } from '@candor/core/incident';
import { readFact } from '../../adapters/store/state-fact.ts';
import type { Store } from '../../adapters/store/store.ts';

interface Wanted {
  readonly key: string;
  readonly isMissing: (notice: NoticeSettings) => boolean;
  /** What to write, and what asks for it. */
  readonly text: string;
}

/**
 * What a notice needs that only people can write, with what asks for it. EDPB: Guidelines 9/2022 on personal data
 * breach notification.
 */
const WANTED: readonly Wanted[] = [
  {
    key: 'sender.name',
    isMissing: ({ sender }) => sender.name === null,
    text: 'Write the full name of the organization. Recipients must know who notifies them (GDPR Articles 33(3)(b) and 34(2)).',
  },
  {
    key: 'sender.signatory',
    isMissing: ({ sender }) => sender.signatory === null,
    text: 'Write who signs. A notice without a name looks like a forgery (EDPB Guidelines 9/2022: a clear and transparent message).',
  },
  {
    key: 'sender.title',
    isMissing: ({ sender }) => sender.title === null,
    text: 'Write the title of that person (EDPB Guidelines 9/2022: a clear and transparent message).',
  },
  {
    key: 'sender.postal',
    isMissing: ({ sender }) => sender.postal === null,
    text: 'Write the postal address. The contact point needs contact details (GDPR Articles 33(3)(b) and 34(2)).',
  },
  {
    key: 'contact.mail',
    isMissing: ({ contact }) => contact.mail === null,
    text: 'Write an address of the organization for questions. A contact point must be named (GDPR Articles 33(3)(b) and 34(2)).',
  },
  {
    key: 'contact.telephone',
    isMissing: ({ contact }) => contact.telephone === null,
    text: 'Write a telephone number for questions. A contact point must be named (GDPR Articles 33(3)(b) and 34(2)).',
  },
  {
    key: 'contact.dpo',
    isMissing: ({ contact }) => contact.dpo === null,
    text: 'Write the name and contact details of the data protection officer, or accept this if there is none (GDPR Article 33(3)(b)).',
  },
  {
    key: 'discovered',
    isMissing: ({ discovered }) => discovered === null,
    text: 'Write the day on which the breach was discovered. The nature of the breach must be described (GDPR Article 33(3)(a)), and the 72 hours count from awareness (EDPB Guidelines 9/2022).',
  },
  {
    key: 'measures',
    isMissing: ({ measures }) => measures === null,
    text: 'Write in one or two sentences a language what was done about it. Controllers and data subjects must learn the measures (GDPR Articles 33(3)(d) and 34(2)).',
  },
  {
    key: 'nextUpdate',
    isMissing: ({ nextUpdate }) => nextUpdate === null,
    text: 'Write the day of the next update. Information may follow in phases without undue further delay (GDPR Article 33(4)).',
  },
];

/** Each key of `notice` that is missing is a thing that needs a person: it says what to write, and what asks for it. */
export function listMissing(notice: NoticeSettings | null, place: string): readonly Problem[] {
  if (notice === null) return [];
  return WANTED.filter(({ isMissing }) => isMissing(notice)).map(({ key, text }) => ({
    code: 'notice-incomplete',
    place,
    text: `\`notice.${key}\` is missing. ${text}`,
    weight: 'person',
  }));
}

/** The same, of the incident file of a state. */
export async function listMissingNow(store: Store, notice: NoticeSettings): Promise<readonly Problem[]> {
  return listMissing(notice, basename((await readFact(store, 'incident-file')) ?? ''));
}
