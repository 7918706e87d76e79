import { type Language, readCallScript } from '@candor/core/notice/text';
import { openStateForReading } from '../../adapters/state-folder.ts';
import { loadDisclosure } from '../../notice/index.ts';
import { findDomain } from '../../notice/wave/index.ts';

/**
 * What the people who answer the telephone say and never say, in the caller's language (null: that of the incident);
 * the organization's own names in it.
 */
export async function writeCallScript(statePath: string, language: Language | null): Promise<string> {
  const state = await openStateForReading(statePath);
  try {
    const disclosure = await loadDisclosure(state.store);
    const { incident, notice } = disclosure;
    const values: Readonly<Record<string, string>> = {
      organization: incident.organization.name,
      reply: notice.reply,
      page: notice.page,
      domain: findDomain(disclosure),
    };
    return readCallScript(language ?? notice.language).replace(/\{([a-z]+)\}/g, (_, name: string) => {
      const value = values[name];
      if (value === undefined) throw new Error(`the call script asks for ${name}`);
      return value;
    });
  } finally {
    await state.close();
  }
}
