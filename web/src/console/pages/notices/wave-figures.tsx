import type { ReactElement } from 'react';
import { Figure } from '../../../ui/react/figure.tsx';
import { useFormat } from '../../../ui/react/language.tsx';
import { useWords } from '../../base/words.ts';
import { useIncident } from '../../desk/desk.tsx';
import { toWavePath } from './use-wave-address.ts';
import { toLanguageName, type Wave } from './wave.ts';
import styles from './wave-page.module.css';

interface TallyRow {
  readonly name: string;
  readonly count: number;
  /** Members of the filter that its notices have; null: its rows are elsewhere. */
  readonly kinds: string | null;
}

/** Who, by which contact, in which language, and who is left out and why. */
export function WaveFigures({ wave, read }: { readonly wave: Wave; readonly read: ReadonlySet<string> }): ReactElement {
  const { wavePage: words } = useWords();
  const { fill, number } = useFormat();
  const { leftOut } = wave;
  const deliveries = wave.contacts.reduce((sum, { count }) => sum + count, 0);
  const missing: readonly TallyRow[] =
    wave.withoutContact === 0 ? [] : [{ name: words.withoutContact, count: wave.withoutContact, kinds: null }];
  return (
    <div className={styles['tallies']}>
      <Tally
        wave={wave.wave}
        title={words.who}
        rows={[
          { name: words.organizations, count: wave.organizations, kinds: 'organizations' },
          { name: words.people, count: wave.people, kinds: 'people' },
        ]}
        total={{ name: words.noticesRow, text: number(wave.notices) }}
      />
      <Tally
        wave={wave.wave}
        title={words.contacts}
        rows={[
          ...wave.contacts.map(({ of, count }) => ({
            name: words.rungs[of as keyof typeof words.rungs] ?? of,
            count,
            kinds: null,
          })),
          ...missing,
        ]}
        total={{ name: words.deliveriesRow, text: number(deliveries) }}
      />
      <Tally
        wave={wave.wave}
        title={words.languages}
        rows={wave.languages.map(({ of, count }) => ({ name: toLanguageName(of, words), count, kinds: `lang-${of}` }))}
        total={{
          name: words.readByYou,
          text: fill(words.ofAll, { n: number(read.size), of: number(wave.languages.length) }),
        }}
      />
      {leftOut !== null && (
        <Tally
          wave={wave.wave}
          title={words.leftOut}
          rows={[
            ...leftOut.why.map(({ of, count }) => ({
              name: words.leftOutWhy[of as keyof typeof words.leftOutWhy] ?? of,
              count,
              kinds: null,
            })),
            ...(leftOut.others === null ? [] : [{ name: words.others, count: leftOut.others, kinds: null }]),
          ]}
          total={{ name: words.ofToNotify, text: number(leftOut.of) }}
        />
      )}
    </div>
  );
}

function Tally(props: {
  readonly wave: number;
  readonly title: string;
  readonly rows: readonly TallyRow[];
  readonly total: { readonly name: string; readonly text: string };
}): ReactElement {
  const { number } = useFormat();
  const { to } = useIncident();
  return (
    <table className={styles['tally']}>
      <caption>{props.title}</caption>
      <tbody>
        {props.rows.map(({ name, count, kinds }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>
              <Figure
                text={number(count)}
                isZero={count === 0}
                to={kinds === null ? null : to(toWavePath(props.wave, kinds))}
                label={`${number(count)} ${name}`}
              />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{props.total.name}</th>
          <td>{props.total.text}</td>
        </tr>
      </tfoot>
    </table>
  );
}
