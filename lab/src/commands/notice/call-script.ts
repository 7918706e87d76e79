import { type Language, writeCallScript } from '@candor/core/notice/text';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import { loadDisclosure } from '../../notice/index.ts';
import { findDomain } from '../../notice/wave/index.ts';

/**
 * What the people who answer the telephone say and never say, in the caller's language (null: that of the incident);
 * the organization's own names in it.
 */
export async function composeCallScript(state: StateFolder, language: Language | null): Promise<string> {
  const disclosure = await loadDisclosure(state.store);
  const { incident, notice } = disclosure;
  return writeCallScript(language ?? notice.language, {
    organization: incident.organization.name,
    reply: notice.reply,
    page: notice.page,
    domain: findDomain(disclosure),
  });
}
