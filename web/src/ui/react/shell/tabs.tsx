import { type ReactElement, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Button } from '../button.tsx';
import { useNarrow } from '../use-narrow.ts';
import styles from './tabs.module.css';

/** A section of the app. */
export interface Tab {
  readonly id: string;
  readonly name: string;
  /** Address with its `#`. */
  readonly href: string;
  readonly count?: TabCount | undefined;
}

export interface TabCount {
  readonly text: string;
  /** A person has to act there. */
  readonly isWaiting: boolean;
}

export interface TabsProps {
  readonly tabs: readonly Tab[];
  /** Null: a page of no section. */
  readonly current: string | null;
  /** On a phone, with the others behind "More". */
  readonly narrowTabs: readonly string[];
  readonly words: { readonly label: string; readonly more: string };
  /** On a phone at the lower edge of the screen, within reach of a thumb. */
  readonly isAtFoot?: boolean;
}

/** In one line at every width: those without room are behind "More". */
export function Tabs({ tabs, current, narrowTabs, words, isAtFoot = false }: TabsProps): ReactElement {
  const isNarrow = useNarrow();
  const place = useRef<HTMLElement>(null);
  const measured = useRef<HTMLUListElement>(null);
  const candidates = isNarrow ? narrowTabs.flatMap((id) => tabs.filter((tab) => tab.id === id)) : tabs;
  const fitting = useFittingTabs(measured, candidates.length);
  const [isOpen, setOpen] = useState(false);
  useClosing(place, isOpen, () => setOpen(false));
  const shown = candidates.slice(0, fitting);
  const behind = tabs.filter((tab) => !shown.includes(tab));
  const currentBehind = behind.find(({ id }) => id === current);
  const close = (): void => setOpen(false);
  return (
    <nav
      ref={place}
      className={isAtFoot ? `${styles['tabs']} ${styles['foot']}` : styles['tabs']}
      aria-label={words.label}
    >
      <ul className={styles['list']}>
        {shown.map((tab) => (
          <li key={tab.id}>
            <TabLink tab={tab} isCurrent={tab.id === current} onFollow={close} />
          </li>
        ))}
        {behind.length > 0 && (
          <li className={currentBehind === undefined ? styles['more'] : `${styles['more']} ${styles['current']}`}>
            <Button kind="link" isExpanded={isOpen} onPress={() => setOpen(!isOpen)}>
              {currentBehind?.name ?? words.more}
            </Button>
            {!isOpen && <WaitingBehind behind={behind} />}
          </li>
        )}
      </ul>
      {isOpen && behind.length > 0 && (
        <ul className={styles['panel']}>
          {behind.map((tab) => (
            <li key={tab.id}>
              <TabLink tab={tab} isCurrent={tab.id === current} onFollow={close} />
            </li>
          ))}
        </ul>
      )}
      {/* Its texts come from the style sheet: what nobody sees is not found as text either. */}
      <div className={styles['measure']} aria-hidden="true">
        <ul ref={measured} className={styles['list']}>
          {candidates.map(({ id, name, count }) => (
            <li key={id} data-current={id === current ? '' : undefined}>
              <span
                className={id === current ? `${styles['tab']} ${styles['current']}` : styles['tab']}
                data-text={name}
              >
                {count !== undefined && (
                  <span className={count.isWaiting ? styles['waiting'] : styles['count']} data-text={count.text} />
                )}
              </span>
            </li>
          ))}
          <li
            className={`${styles['tab']} ${styles['current']}`}
            data-more={tabs.length > candidates.length ? 'always' : ''}
            data-text={candidates.some(({ id }) => id === current) ? words.more : (currentBehind?.name ?? words.more)}
          >
            <span className={styles['dot']} />
          </li>
        </ul>
      </div>
    </nav>
  );
}

function TabLink(props: {
  readonly tab: Tab;
  readonly isCurrent: boolean;
  readonly onFollow: () => void;
}): ReactElement {
  const { tab, isCurrent, onFollow } = props;
  return (
    <a
      href={tab.href}
      className={isCurrent ? `${styles['tab']} ${styles['current']}` : styles['tab']}
      aria-current={isCurrent ? 'page' : undefined}
      onClick={onFollow}
    >
      {tab.name}
      <Count tab={tab} />
    </a>
  );
}

function Count({ tab: { count } }: { readonly tab: Tab }): ReactElement | null {
  if (count === undefined) return null;
  return <span className={count.isWaiting ? styles['waiting'] : styles['count']}>{count.text}</span>;
}

/** Work that waits behind "More" is not forgotten there. */
function WaitingBehind({ behind }: { readonly behind: readonly Tab[] }): ReactElement | null {
  if (!behind.some(({ count }) => count?.isWaiting === true)) return null;
  return <span className={styles['dot']} aria-hidden="true" />;
}

/** How many of the first tabs fit into the line beside "More", by the widths of an unseen line of all of them. */
function useFittingTabs(measured: RefObject<HTMLUListElement | null>, tabs: number): number {
  const [fitting, setFitting] = useState(tabs);
  // After each rendering: names, counts and the width may all have changed.
  useLayoutEffect(() => {
    const list = measured.current;
    if (list === null) return;
    const measure = (): void => setFitting(countFitting(list));
    measure();
    const observer = new ResizeObserver(measure);
    // Each tab too: a reader may enlarge letters alone.
    for (const element of [list, ...list.children]) observer.observe(element);
    return () => observer.disconnect();
  });
  return fitting;
}

function countFitting(list: HTMLElement): number {
  const items = [...list.children].filter((item) => item instanceof HTMLElement);
  const widths = items.map((item) => item.getBoundingClientRect().width);
  const more = widths.pop() ?? 0;
  const needsMore = items.at(-1)?.dataset['more'] === 'always';
  const room = list.getBoundingClientRect().width;
  const all = countWithin(widths, room - (needsMore ? more : 0));
  if (all === widths.length) return all;
  const first = countWithin(widths, room - more);
  const current = items.findIndex((item) => item.dataset['current'] !== undefined);
  // "More" then has the name of the current section.
  return current < first ? first : countWithin(widths, room - Math.max(more, widths[current] ?? 0));
}

function countWithin(widths: readonly number[], room: number): number {
  let used = 0;
  const first = widths.findIndex((width) => {
    used += width;
    return used > room;
  });
  return first < 0 ? widths.length : first;
}

/** Escape and a press elsewhere close what is behind "More". */
function useClosing(place: RefObject<HTMLElement | null>, isOpen: boolean, close: () => void): void {
  useEffect(() => {
    if (!isOpen) return;
    const press = ({ target }: Event): void => {
      if (target instanceof Node && place.current?.contains(target) === false) close();
    };
    const type = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      close();
      place.current?.querySelector('button')?.focus();
    };
    document.addEventListener('pointerdown', press);
    document.addEventListener('keydown', type);
    return () => {
      document.removeEventListener('pointerdown', press);
      document.removeEventListener('keydown', type);
    };
  });
}
