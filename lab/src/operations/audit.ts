import { auditOperations as contract } from '@candor/core/contract/operations';
import { readAuditKey } from '../adapters/keys/audit-key.ts';
import { toPassphrase } from '../adapters/keys/passphrase.ts';
import { auditWave } from '../commands/transparency/audit/audit-wave.ts';
import { exportAudit as exportWave } from '../commands/transparency/audit/export-audit.ts';
import { defineLocal, defineOperation } from './operation.ts';

export const exportAudit = defineOperation(
  contract.exportAudit,
  ({ state }, { passphraseFile, ...order }) =>
    exportWave(state, {
      ...order,
      askPassphrase: toPassphrase(passphraseFile, 'Passphrase that will open the audit file: '),
    }),
  'checking',
);

export const checkAudit = defineLocal(contract.checkAudit, ({ progress }, { key, passphraseFile, ...order }) => {
  const ask = toPassphrase(passphraseFile, 'Passphrase: ');
  return auditWave({
    ...order,
    openKey: async () => (key === null ? { is: 'passphrase', passphrase: await ask() } : readAuditKey(key, ask)),
    progress,
  });
});
