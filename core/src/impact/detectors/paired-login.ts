import { isName } from './credential/value-shape.ts';
import type { Finding, SearchedText } from './finding.ts';

/** `bob7 / password`, `bob7:password`, `bob7 password`: the name right before a password that was found. */
const BEFORE = /(?<![\p{L}\p{N}@._-])([\p{L}\p{N}][\p{L}\p{N}@._-]{2,60})(?: ?\/ ?|:|\|)$/u;
const LOOKED_BACK = 80;
const IS_CUE = /^(?:pass|pw|pin|code|kenn|mot|mdp|contra|clave|key|token|secret|user|login|https?$|wifi|wlan|wi-fi)/iu;
/** A word of a sentence is no name; a name has a mark, a digit or a sign of an address in it. */
const HAS_MARK = /[\d@._-]|\p{Ll}{9}/u;

/** Names that stand as a pair with a password. */
export function findPairedLogins({ whole }: SearchedText, found: readonly Finding[]): readonly Finding[] {
  return found.flatMap(({ kind, confidence, start: password }): readonly Finding[] => {
    if (kind !== 'credential' || confidence === 'weak') return [];
    const before = whole.slice(Math.max(0, password - LOOKED_BACK), password);
    const name = BEFORE.exec(before)?.[1] ?? '';
    if (name === '' || IS_CUE.test(name) || !HAS_MARK.test(name) || !(isName(name) || name.includes('@'))) return [];
    const start = password - before.length + before.lastIndexOf(name);
    const end = start + name.length;
    return [{ kind: 'login-name', detector: 'login-name', confidence: 'likely', start, end, value: name }];
  });
}
