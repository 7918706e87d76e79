import english from '../../../../../docs/guides/reading-your-mail.en.md?raw';
import type { Wording } from '../base/wording.ts';

/** The guide as it lies in the repository. */
export const guideWording: Wording<{ readonly markdown: string }> = {
  english: { markdown: english },
  load: {
    de: async () => ({ markdown: (await import('../../../../../docs/guides/reading-your-mail.de.md?raw')).default }),
    fr: async () => ({ markdown: (await import('../../../../../docs/guides/reading-your-mail.fr.md?raw')).default }),
    es: async () => ({ markdown: (await import('../../../../../docs/guides/reading-your-mail.es.md?raw')).default }),
  },
};
