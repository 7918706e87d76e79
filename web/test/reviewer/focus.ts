import { expect } from 'vitest';

/** Whoever needs more presses than this to reach something would give up. */
const MOST_PRESSES = 40;

/** Runs in a page: text of what has the focus, of its label or its own. The outline must be seen. */
export function readFocus(): string {
  const focused = document.activeElement;
  if (focused === null || focused === document.body) return '';
  const style = getComputedStyle(focused);
  const isSeen = style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2;
  const labels = 'labels' in focused ? [...((focused as HTMLInputElement).labels ?? [])] : [];
  const named = (focused.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id));
  const texts = [...labels, ...named, focused].map((each) => each?.textContent?.trim() ?? '');
  const isHeading = focused.matches('h1, main');
  return `${isSeen || isHeading ? '' : 'UNSEEN '}${texts.find((text) => text !== '') ?? ''}`;
}

/** Presses Tab until the focus is on what begins with this text. */
export async function tabUntil(
  text: string,
  press: () => Promise<unknown>,
  read: () => Promise<string>,
): Promise<void> {
  const passed: string[] = [];
  while (passed.length < MOST_PRESSES) {
    await press();
    const focused = await read();
    expect(focused, 'the focus must be seen').not.toContain('UNSEEN');
    if (focused.startsWith(text)) return;
    passed.push(focused);
  }
  throw new Error(`"${text}" cannot be reached by keyboard, only ${JSON.stringify(passed)}`);
}
