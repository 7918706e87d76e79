import { readFileSync } from 'node:fs';
import { Refusal } from '@candor/core/base';

/** The text of the settings file. @throws Refusal when it cannot be read. */
export function readSettingsFile(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new Refusal('no-portal-settings', [
      `${path}: the settings cannot be read (${(cause as NodeJS.ErrnoException).code}); docs/runbooks/operate-the-portal.md shows them`,
    ]);
  }
}
