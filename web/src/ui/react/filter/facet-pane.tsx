import type { ReactElement } from 'react';
import { useFormat } from '../language.tsx';
import { Name } from '../name.tsx';
import { FacetChoice } from './facet-choice.tsx';
import styles from './facet-pane.module.css';
import { countRest } from './facet-sum.ts';

export interface FacetMember {
  readonly id: string;
  readonly name: string;
  readonly count: number;
  readonly isChosen: boolean;
}

export interface Facet {
  readonly id: string;
  readonly name: string;
  readonly members: readonly FacetMember[];
  /** Each row is in exactly one member, and they sum to this; null: a row may be in several or in none. */
  readonly total: number | null;
  /** Bars beside the numbers, where members are sizes in their order. */
  readonly isSized?: boolean;
}

export interface FacetWords {
  /** Members that are not listed, as one line. */
  readonly rest: string;
  /** Before the sum of a facet, for screen readers: `{n}` rows. */
  readonly sum: string;
}

/** Longer names would push the others out of sight. */
const MAX_NAME_CHARACTERS = 60;

/** Members with their numbers; choosing several widens the answer. */
export function FacetList(props: {
  readonly facet: Facet;
  readonly words: FacetWords;
  readonly onChoose: (id: string) => void;
}): ReactElement {
  const { facet, words } = props;
  const { number, fill } = useFormat();
  const rest = facet.total === null ? 0 : countRest(facet.members, facet.total);
  const most = Math.max(1, ...facet.members.map(({ count }) => count));
  return (
    <>
      {facet.members.map(({ id, name, count, isChosen }) => (
        <div key={id} className={isChosen ? `${styles['member']} ${styles['chosen']}` : styles['member']}>
          <FacetChoice name={facet.id} isChosen={isChosen} count={count} onChoose={() => props.onChoose(id)}>
            <Name text={name} characters={MAX_NAME_CHARACTERS} />
            {facet.isSized === true && <SizeBar share={count / most} />}
          </FacetChoice>
        </div>
      ))}
      {rest > 0 && (
        <p className={styles['rest']}>
          <span>{words.rest}</span>
          <span>{number(rest)}</span>
        </p>
      )}
      {facet.total !== null && <p className="unseen">{fill(words.sum, { n: number(facet.total) })}</p>}
    </>
  );
}

/** Grows towards the number that says the same. */
function SizeBar({ share }: { readonly share: number }): ReactElement {
  return (
    <svg className={styles['size']} viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect x={100 - Math.max(1, share * 100)} y="0" width={Math.max(1, share * 100)} height="8" />
    </svg>
  );
}

/** Beside the table on wide pages. */
export function FacetPane(props: {
  readonly label: string;
  readonly facets: readonly Facet[];
  readonly words: FacetWords;
  readonly onChoose: (facet: string, member: string) => void;
}): ReactElement {
  return (
    <aside className={styles['pane']} aria-label={props.label}>
      {props.facets.map((facet) => (
        <fieldset key={facet.id} className={styles['facet']}>
          <legend>{facet.name}</legend>
          <FacetList facet={facet} words={props.words} onChoose={(id) => props.onChoose(facet.id, id)} />
        </fieldset>
      ))}
    </aside>
  );
}
