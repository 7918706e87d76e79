import type { Corpus } from './corpus.ts';
import { enronCorpora } from './enron-corpora.ts';
import { outlookCorpora } from './outlook-corpora.ts';
import { smallCorpora } from './small-corpora.ts';

export const corpora: readonly Corpus[] = [...enronCorpora, ...smallCorpora, ...outlookCorpora];
