import type { Problem } from '@candor/core/base';
import type { Store } from '../../adapters/store.ts';
import { listDeliveries, listMisdirected } from '../../notice/store/wave-store.ts';
import { toFirstWarnings } from './first-warnings.ts';

/**
 * That a notice goes to an address from which one was taken back as misdirected: whoever was told by mistake would be
 * told again.
 */
export async function findMisdirectedWarnings(store: Store, wave: number): Promise<readonly Problem[]> {
  const before = new Map((await listMisdirected(store)).map(({ contact, notice }) => [contact.toLowerCase(), notice]));
  const again = (await listDeliveries(store, wave)).filter(({ contact }) => before.has(contact.toLowerCase()));
  return toFirstWarnings(
    again.map(({ contact, notice_id: notice }) => ({
      code: 'misdirected-before',
      place: contact,
      text: `Notice ${notice} goes to ${contact}, and notice ${before.get(contact.toLowerCase())}, which went there, was withdrawn as misdirected: see whose address it is; where it is the wrong one, \`candor do-not-contact add ADDRESS --address --why …\`, and prepare anew.`,
      weight: 'person',
    })),
  );
}
