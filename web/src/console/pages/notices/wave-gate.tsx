import type { ReactElement } from 'react';
import { useFormat } from '../../../ui/react/language.tsx';
import { Mark } from '../../../ui/react/mark.tsx';
import { PartialState } from '../../../ui/react/page-states.tsx';
import { useWords } from '../../base/words.ts';
import type { Wave } from './wave.ts';
import styles from './wave-page.module.css';

/** What the probe showed of the way to the parties. */
export function WaveGate({ wave }: { readonly wave: Wave }): ReactElement {
  const { wavePage: words } = useWords();
  const { fill, time, number } = useFormat();
  const { gate, gateObstacle } = wave;
  const values = { to: gate?.to ?? '', at: gate === null ? '' : time(gate.at) };
  const title =
    gate === null ? words.noGate : fill(gate.authentication === null ? words.probeLost : words.probeArrived, values);
  return (
    <section aria-labelledby="gate-title">
      <h2 id="gate-title">{title}</h2>
      {gateObstacle !== null && <PartialState>{gateObstacle}</PartialState>}
      {gate !== null && gate.authentication !== null && (
        <ul className={styles['checks']}>
          {(['spf', 'dkim', 'dmarc'] as const).map((check) => (
            <Check key={check} isPassed={gate.authentication?.[check] === 'pass'}>
              {`${check.toUpperCase()}: ${gate.authentication?.[check]}`}
            </Check>
          ))}
          {gate.spam !== null && (
            <Check isPassed={gate.spam.score < gate.spam.limit}>
              {fill(words.spam, { n: number(gate.spam.score), of: number(gate.spam.limit) })}
            </Check>
          )}
        </ul>
      )}
      {gate?.findings.map(({ code, weight, text, record }) => (
        <div key={`${code} ${text}`} className={styles['finding']}>
          <Mark kind={weight === 'refuses' ? 'cross' : 'ring'} /> {text}
          {record !== null && <code className={styles['record']}>{record}</code>}
        </div>
      ))}
    </section>
  );
}

function Check(props: { readonly isPassed: boolean; readonly children: string }): ReactElement {
  return (
    <li>
      <Mark kind={props.isPassed ? 'tick' : 'cross'} />
      {props.children}
    </li>
  );
}
