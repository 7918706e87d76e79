import { type ReactElement, useState } from 'react';
import { Button } from '../../../ui/react/button.tsx';
import { CopyButton } from '../../../ui/react/copy-button.tsx';
import { Dialog } from '../../../ui/react/dialog.tsx';
import { useFormat } from '../../../ui/react/language.tsx';
import { Mark } from '../../../ui/react/mark.tsx';
import { Name } from '../../../ui/react/name.tsx';
import { useWords } from '../../base/words.ts';
import { findObstacle, listSteps } from './approval-steps.ts';
import type { Wave } from './wave.ts';
import styles from './wave-page.module.css';

/** Digits of the digest that are shown, and that the command asks for. */
const DIGEST_DIGITS = 16;

/** Who composed it, who agreed, who must; and the button, which says why it cannot be pressed. */
export function ApprovalBar({ wave, read }: { readonly wave: Wave; readonly read: ReadonlySet<string> }): ReactElement {
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
      {isAsked && (
        <Dialog title={count(words.approve, wave.notices)} isOpen onClose={() => setAsked(false)}>
          <div className={styles['dialog']}>
            <p>{words.byCommand}</p>
            <Command
              text={`candor notice approve --wave ${wave.wave} --as NAME --key FILE --digest ${wave.digest.slice(0, DIGEST_DIGITS)}`}
            />
          </div>
        </Dialog>
      )}
    </section>
  );
}

function Command({ text }: { readonly text: string }): ReactElement {
  const { wavePage: words } = useWords();
  return (
    <>
      <code className={styles['command']}>{text}</code>
      <p>
        <CopyButton text={text} words={words.copying} />
      </p>
    </>
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
