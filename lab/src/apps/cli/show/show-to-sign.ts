import { describeAct } from '@candor/core/notice/act';
import { requireSelectionToSign, type ToSign } from '../../../notice/approval/index.ts';
import { type Screen, showTable, toVisible } from './screen.ts';
import { showSelection } from './show-selection.ts';

/** What a person signs: rows of the very bytes, and of nothing else that this machine says. */
export function showToSign(screen: Screen, toSign: ToSign, state: string): void {
  const { matter, bytes, digest } = toSign;
  const described = describeAct(matter, bytes);
  if (described === null) throw new Error('what is signed is canonical JSON');
  if (matter === 'wave') showSelection(screen, requireSelectionToSign(toSign), 'screen', state);
  screen.line(screen.bold(`What you sign (${matter}):`));
  const rows = [...described.rows, { label: 'digest', value: digest }];
  showTable(
    screen,
    rows.map(({ label, value }) => [toVisible(label), toVisible(value)]),
    [],
    '  ',
  );
  screen.line();
}
