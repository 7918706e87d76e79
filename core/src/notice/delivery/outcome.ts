import { type Said, toSaid } from '@candor/core/base';
import type { DeliveryStateName } from './delivery.ts';
import type { TakenBy } from './follow-links.ts';

/** What a list may say of one message. Nobody knows who received or read it. */
export type DeliveryOutcome =
  | { readonly is: 'sent'; readonly said: Said<'sent', 'sent'> }
  | { readonly is: 'prepared' | 'returned' | 'uncertain' | 'settled' | 'carried-over' };

/**
 * `sent` only where the chain has the relay's reply that it took the message, and nothing came back. Without it,
 * whatever the state says, nobody but the relay knows: two people settled it (or mail came back of it), it was carried
 * over from before deliveries were chained, or it is uncertain. What waits, is deferred or held back has not left.
 */
export function toOutcome(state: DeliveryStateName, takenBy: TakenBy | null): DeliveryOutcome {
  switch (state) {
    case 'accepted':
      return toAccepted(takenBy);
    case 'bounced':
      return { is: 'returned' };
    case 'data':
    case 'uncertain':
      return { is: 'uncertain' };
    default:
      return { is: 'prepared' };
  }
}

function toAccepted(takenBy: TakenBy | null): DeliveryOutcome {
  switch (takenBy) {
    case 'relay':
      return { is: 'sent', said: toSaid('sent', 'sent') };
    case 'people':
    case 'mail':
      return { is: 'settled' };
    case 'carried-over':
      return { is: 'carried-over' };
    case null:
      return { is: 'uncertain' };
  }
}
