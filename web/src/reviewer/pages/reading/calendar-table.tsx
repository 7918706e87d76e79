import type { ReactElement } from 'react';
import type { CalendarFacts } from '../../frame/protocol.ts';
import { useWords } from '../base/language-context.tsx';
import styles from './reading-pane.module.css';
import { Line } from './text-body.tsx';

/** A calendar entry as facts. It is never answered and never entered. */
export function CalendarTable(props: {
  readonly facts: CalendarFacts;
  readonly masks: readonly string[];
}): ReactElement {
  const { facts, masks } = props;
  const words = useWords('reading');
  const { calendar } = words;
  const rows = [
    [calendar.what, facts.summary],
    [calendar.start, facts.start],
    [calendar.end, facts.end],
    [calendar.place, facts.place],
    [calendar.organizer, facts.organizer],
    [calendar.attendees, facts.attendees === 0 ? '' : String(facts.attendees)],
    [calendar.repeats, facts.repeats],
    [calendar.description, facts.description],
  ].filter(([, value]) => value !== '');
  return (
    <section className={styles['calendar']}>
      <h3>{facts.method === 'CANCEL' ? calendar.cancelled : calendar.title}</h3>
      <table>
        <tbody>
          {rows.map(([name, value = '']) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td dir="auto">
                <Line text={value} masks={masks} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles['aside']}>{calendar.notActed}</p>
    </section>
  );
}
