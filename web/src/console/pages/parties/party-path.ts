import { SECTION_PATHS } from '../../address/sections.ts';

/** The address of one party's page: a key, never its name. */
export function toPartyPath(key: string): string {
  return `${SECTION_PATHS.parties}/${key}`;
}
