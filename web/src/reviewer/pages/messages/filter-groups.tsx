import { type ReactElement, useState } from 'react';
import { FacetChoice, PlainChoice } from '../../../ui/react/filter/facet-choice.tsx';
import { useFormat } from '../../../ui/react/language.tsx';
import { VerdictMark } from '../../../ui/react/verdict-mark.tsx';
import type { MailDirection, MessageQuery } from '../../bridge/message-query.ts';
import { MESSAGE_FLAGS, type MessageFeature } from '../../bridge/message-query.ts';
import { FOUND_KINDS, VERDICTS } from '../../bridge/released-message.ts';
import type { CountedAddress, Facets } from '../../bridge/table-calls.ts';
import { useWords } from '../base/language-context.tsx';
import styles from './filter-groups.module.css';

export interface GroupProps {
  readonly query: MessageQuery;
  /** Null while they are counted. */
  readonly facets: Facets | null;
  readonly change: (change: Partial<MessageQuery>) => void;
}

/** Addresses listed at first; the field finds the others. */
const LISTED_ADDRESSES = 60;

export function VerdictGroup({ query, facets, change }: GroupProps): ReactElement {
  const { verdicts } = useWords('shared');
  return (
    <>
      {VERDICTS.map((verdict) => (
        <FacetChoice
          key={verdict}
          name="verdict"
          isChosen={query.verdicts.includes(verdict)}
          count={facets?.verdicts[verdict] ?? null}
          onChoose={() => change({ verdicts: toggle(query.verdicts, verdict) })}
        >
          <VerdictMark verdict={verdict} /> {verdicts[verdict].sentence}
        </FacetChoice>
      ))}
    </>
  );
}

export function HoldsGroup({ query, facets, change }: GroupProps): ReactElement {
  const words = useWords('messages');
  const ways: readonly MailDirection[] = ['sent', 'received'];
  const kinds = FOUND_KINDS.filter((kind) => (facets?.holds[kind] ?? 0) > 0 || query.holds.includes(kind));
  const choose = (things: readonly MessageFeature[]) =>
    things.map((held) => (
      <FacetChoice
        key={held}
        name="holds"
        isChosen={query.holds.includes(held)}
        count={facets?.holds[held] ?? null}
        onChoose={() => change({ holds: toggle(query.holds, held) })}
      >
        {words.holds[held]}
      </FacetChoice>
    ));
  return (
    <>
      {choose(MESSAGE_FLAGS)}
      {(query.holds.includes('unopened') || (facets?.holds.unopened ?? 0) > 0) && choose(['unopened'])}
      {kinds.length > 0 && <hr />}
      {choose(kinds)}
      <hr />
      {ways.map((way) => (
        <FacetChoice
          key={way}
          name="way"
          isChosen={query.way === way}
          count={facets?.ways[way] ?? null}
          onChoose={() => change({ way: query.way === way ? null : way })}
        >
          {words.ways[way]}
        </FacetChoice>
      ))}
      <hr />
      <PlainChoice isChosen={query.isThreaded} onChoose={() => change({ isThreaded: !query.isThreaded })}>
        {words.filters.threads}
      </PlainChoice>
    </>
  );
}

export function AddressGroup(
  props: GroupProps & {
    readonly name: 'custodian' | 'person';
    readonly addresses: readonly CountedAddress[] | null;
  },
): ReactElement {
  const { query, name, addresses, change } = props;
  const words = useWords('messages');
  const { count } = useFormat();
  const [typed, setTyped] = useState('');
  const wanted = typed.trim().toLowerCase();
  const matching = addresses?.filter(({ address }) => address.toLowerCase().includes(wanted)) ?? [];
  const hidden = matching.length - LISTED_ADDRESSES;
  return (
    <>
      <input
        className="field low"
        type="search"
        aria-label={words.filters.find}
        placeholder={words.filters.find}
        value={typed}
        autoComplete="off"
        spellCheck="false"
        onChange={(event) => setTyped(event.target.value)}
      />
      {matching.slice(0, LISTED_ADDRESSES).map(({ place, address, messages }) => (
        <FacetChoice
          key={place}
          name={name}
          isChosen={query[name] === place}
          count={messages}
          onChoose={() => change({ [name]: query[name] === place ? null : place })}
        >
          {address}
        </FacetChoice>
      ))}
      {hidden > 0 && <p className={styles['hint']}>{count(words.filters.more, hidden)}</p>}
    </>
  );
}

export function DateGroup({ query, facets, change }: GroupProps): ReactElement {
  const words = useWords('messages');
  const day = (instant: number | null | undefined): string | undefined =>
    instant == null ? undefined : new Date(instant * 1000).toISOString().slice(0, 10);
  const bounds = { min: day(facets?.first), max: day(facets?.last) };
  return (
    <>
      {(['after', 'before'] as const).map((name) => (
        <label key={name} className={styles['day']}>
          {words.filters[name]}
          <input
            className="field low"
            type="date"
            value={query[name] ?? ''}
            {...bounds}
            onChange={(event) => change({ [name]: event.target.value === '' ? null : event.target.value })}
          />
        </label>
      ))}
    </>
  );
}

function toggle<Member>(members: readonly Member[], member: Member): readonly Member[] {
  return members.includes(member) ? members.filter((one) => one !== member) : [...members, member];
}
