import { type Said, toSaid } from '@candor/core/base';
import type { DeliveryStateName } from './delivery.ts';

/** What a list may say of one message. Nobody knows who received or read it. */
export type DeliveryOutcome =
  | { readonly is: 'sent'; readonly said: Said<'sent', 'sent'> }
  | { readonly is: 'prepared' | 'returned' | 'uncertain' };

/**
 * `sent` only where the relay answered that it took the message and nothing came back. Without its answer to the final
 * dot nobody but the relay knows; what waits, is deferred or held back has not left.
 */
export function toOutcome(state: DeliveryStateName): DeliveryOutcome {
  switch (state) {
    case 'accepted':
      return { is: 'sent', said: toSaid('sent', 'sent') };
    case 'bounced':
      return { is: 'returned' };
    case 'data':
    case 'uncertain':
      return { is: 'uncertain' };
    default:
      return { is: 'prepared' };
  }
}
