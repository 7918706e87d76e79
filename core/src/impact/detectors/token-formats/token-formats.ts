import { FURTHER_FORMATS } from './further-formats.ts';
import { RECENT_FORMATS } from './recent-formats.ts';
import type { TokenFormat } from './token-format.ts';
import { WIDESPREAD_FORMATS } from './widespread-formats.ts';

// The prefixes are those that the issuers document. `certain` where a fixed prefix of four characters or more leaves
// random text no chance.
export const TOKEN_FORMATS: readonly TokenFormat[] = [...WIDESPREAD_FORMATS, ...FURTHER_FORMATS, ...RECENT_FORMATS];
