import { assertNever, formatDay } from '@candor/core/base';
import type { LookedUpNotice, Lookup } from '../../commands/notice/support-lookup.ts';
import { type Screen, toVisible } from './screen.ts';

/** What support staff may read out: genuine or not, when, to which domain. */
export function showLookup(screen: Screen, lookup: Lookup): void {
  for (const sentence of toSentences(lookup)) screen.line(sentence);
}

function toSentences(lookup: Lookup): readonly string[] {
  switch (lookup.is) {
    case 'neither':
      return ['This is neither a code nor a domain. A code has 27 characters; a domain is like northwind.example.'];
    case 'slip':
      return [
        lookup.group === null
          ? `This code holds a slip (27 characters are needed, ${lookup.entered} were typed). Ask for it again.`
          : `Group ${lookup.group} of this code holds a slip. Ask for that group again.`,
      ];
    case 'code':
      return [lookup.found === null ? 'Unknown: we issued no notice with this code.' : toSentence(lookup.found)];
    case 'domain': {
      const none = `No notice was issued to ${toVisible(lookup.domain)}. Do not tell a caller so: an enquiry answers it.`;
      return lookup.found.length === 0 ? [none] : lookup.found.map(toSentence);
    }
    default:
      return assertNever(lookup);
  }
}

const standings: Readonly<Record<LookedUpNotice['standing'], string>> = {
  current: 'Genuine',
  superseded: 'Genuine, and superseded by a later notice of',
  withdrawn: 'Genuine, and withdrawn on',
  misdirected: 'Sent by mistake, and withdrawn on',
};

function toSentence({ standing, since, issuedAt, domains }: LookedUpNotice): string {
  const words = since === null ? standings[standing] : `${standings[standing]} ${formatDay(since)}`;
  return `${words}. Issued ${formatDay(issuedAt)} to ${domains.map(toVisible).join(', ')}.`;
}
