import { formatAmount, type Said, toSaid } from '@candor/core/base';
import type { StoreCheck } from '../../transparency/index.ts';

/** What `log fsck` may say after its checks. */
export type CheckClaim =
  | { readonly is: 'whole'; readonly said: Said<'agrees', string> }
  /** No difference, but the content of some entries could not be compared. */
  | { readonly is: 'limited'; readonly words: string }
  | { readonly is: 'differs' };

/** Everything agrees only where no check found a difference and every entry was opened and compared. */
export function claimAgreement({
  entries,
  problems,
  erased,
  elsewhere,
  abandoned,
}: Pick<StoreCheck, 'entries' | 'problems' | 'erased' | 'elsewhere' | 'abandoned'>): CheckClaim {
  if (problems.length > 0 || entries === 0) return { is: 'differs' };
  const unopened = erased + elsewhere + abandoned;
  if (unopened === 0) return { is: 'whole', said: toSaid('agrees', 'everything agrees') };
  const left = formatAmount(unopened, 'entry', 'entries');
  return { is: 'limited', words: `everything that can be opened here agrees; the content of ${left} was not compared` };
}
