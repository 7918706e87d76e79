import { type ReactElement, useState } from 'react';
import { Button } from '../../../ui/react/button.tsx';
import { useFormat } from '../../../ui/react/language.tsx';
import { Mark } from '../../../ui/react/mark.tsx';
import { Name } from '../../../ui/react/name.tsx';
import { useWords } from '../../base/words.ts';
import { findObstacle, listSteps } from './approval-steps.ts';
import { SignDialog } from './sign-dialog.tsx';
import type { Wave } from './wave.ts';
import styles from './wave-page.module.css';

/** Digits of the digest that are shown. */
const DIGEST_DIGITS = 16;

/** Who composed it, who agreed, who must; and the button, which says why it cannot be pressed. */
export function ApprovalBar(props: {
  readonly incident: string;
  readonly wave: Wave;
  readonly read: ReadonlySet<string>;
  readonly onChanged: () => void;
}): ReactElement {
  const { incident, wave, read, onChanged } = props;
  const { wavePage: words } = useWords();
  const { count, fill, number, time } = useFormat();
  const [isAsked, setAsked] = useState(false);
  const obstacle = findObstacle(wave, read);
  const whyNot =
    obstacle === null
      ? null
      : obstacle.is === 'gate'
        ? fill(words.obstacles.gate, { why: wave.gateObstacle ?? '' })
        : obstacle.is === 'unread'
          ? fill(words.obstacles.unread, { n: number(obstacle.read), of: number(obstacle.of) })
          : words.obstacles[obstacle.is];
  return (
    <section className={styles['bar']} aria-label={words.approval}>
      <ol className={styles['people']}>
        {listSteps(wave).map((step) => (
          <li key={`${step.is} ${step.is === 'open' ? step.place : step.name}`}>
            <Mark kind={step.is === 'open' ? 'ring' : 'tick'} />
            <span>
              {step.is === 'open' ? (
                fill(words.steps.open, { place: words.places[step.place === 1 ? 'first' : 'second'] })
              ) : (
                <>
                  <b>
                    <Name text={step.name} />
                  </b>{' '}
                  {step.is === 'composed'
                    ? words.steps.composed
                    : fill(words.steps.approved, { place: words.places[step.place === 1 ? 'first' : 'second'] })}
                </>
              )}
            </span>
            <span className="second">
              {step.is !== 'open'
                ? time(step.at)
                : step.place === wave.approvals.length + 1 && toMayNot(wave, words, fill)}
            </span>
          </li>
        ))}
      </ol>
      {wave.entry === null && wave.state !== 'discarded' && (
        <div className={styles['deciding']}>
          <p className={styles['digest']}>
            {words.digest} <code>{wave.digest.slice(0, DIGEST_DIGITS)}</code>
            <br />
            {words.noRecall}
          </p>
          <Button kind="primary" size="deciding" whyNot={whyNot} onPress={() => setAsked(true)}>
            {count(words.approve, wave.notices)}
          </Button>
        </div>
      )}
      {isAsked && <SignDialog incident={incident} wave={wave} onChanged={onChanged} onClose={() => setAsked(false)} />}
    </section>
  );
}

/** Who cannot be the next one, and why. */
function toMayNot(
  wave: Wave,
  words: ReturnType<typeof useWords>['wavePage'],
  fill: ReturnType<typeof useFormat>['fill'],
): string {
  const barred = wave.approvers.flatMap(({ name, mayNot }) => {
    if (mayNot === null || mayNot.is === 'approved') return [];
    return [fill(words.mayNot[mayNot.is], { name, mailbox: mayNot.is === 'own-mailbox' ? mayNot.mailbox : '' })];
  });
  return barred.join('; ');
}
