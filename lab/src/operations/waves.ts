import { waveOperations as contract } from '@candor/core/contract/operations';
import { readWaveNotice } from '../commands/notice/wave-notice.ts';
import { listWaveNotices } from '../commands/notice/wave-notices.ts';
import { readWaveOverview } from '../commands/notice/wave-overview.ts';
import { readWaveWarnings } from '../commands/notice/wave-warnings.ts';
import { readWaveDeliveries, readWaveSelection } from '../commands/notice/wave-windows.ts';
import { defineOperation } from './operation.ts';

export const readWave = defineOperation(contract.readWave, ({ state }, { wave }) => readWaveOverview(state, wave));

export const listNotices = defineOperation(contract.listNotices, ({ state }, { wave, ...window }) =>
  listWaveNotices(state, wave, window),
);

export const readNotice = defineOperation(contract.readNotice, ({ state }, { notice }) =>
  readWaveNotice(state, notice),
);

export const listDeliveries = defineOperation(contract.listDeliveries, ({ state }, { wave, ...window }) =>
  readWaveDeliveries(state, wave, window),
);

export const readSelection = defineOperation(contract.readSelection, ({ state }, { wave, ...window }) =>
  readWaveSelection(state, wave, window),
);

export const readWarnings = defineOperation(contract.readWarnings, ({ state }, { wave }) =>
  readWaveWarnings(state, wave),
);
