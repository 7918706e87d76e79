import { advise, hint, Refusal } from '@candor/core/base';
import { reviewerOperations as contract } from '@candor/core/contract/operations';
import { toPassphrase } from '../adapters/keys/passphrase.ts';
import type { ReviewerPlace } from '../commands/review/ask-portal.ts';
import { downloadRelease } from '../commands/review/download-release.ts';
import { fetchEnquiryAnswer, enquire as sendEnquiry } from '../commands/review/enquire.ts';
import {
  type EnrollProof,
  makeKey as makeOwnKey,
  readEnrollStatus,
  enroll as sendEnrollment,
} from '../commands/review/enroll.ts';
import { openReleaseFile } from '../commands/review/open-release.ts';
import { defineLocal } from './operation.ts';

interface Place {
  readonly portal: string;
  readonly key: string;
  readonly passphraseFile?: string | undefined;
}

const askForKey = ({ passphraseFile }: Pick<Place, 'passphraseFile'>): (() => Promise<string>) =>
  toPassphrase(passphraseFile, 'Passphrase of your key: ');

const toPlace = (given: Place): ReviewerPlace => ({
  portal: given.portal,
  keyFile: given.key,
  passphrase: askForKey(given),
});

const toCost = (scryptWorkFactor: number | undefined) => (scryptWorkFactor === undefined ? {} : { scryptWorkFactor });

export const makeKey = defineLocal(contract.key, (_, { out, passphraseFile, workFactor }) =>
  makeOwnKey(out, toPassphrase(passphraseFile, 'New passphrase for your key: '), toCost(workFactor)),
);

/** What was asked, or what became of it. */
export const enroll = defineLocal(contract.enroll, async (_, { status, ...given }) => {
  const place = toPlace(given);
  if (status) return { is: 'status', status: await readEnrollStatus({ ...place, domain: given.domain }) } as const;
  const [proof, name, address] = [toProof(given), need(given.name, '--name'), need(given.address, '--address')];
  const sent = await sendEnrollment({ ...place, proof, name, address, ...toCost(given.workFactor) });
  return { is: 'sent', sent } as const;
});

export const enquire = defineLocal(contract.enquire, async (_, { answer, domain, code, ...given }) => {
  const place = { ...toPlace(given), domain };
  if (answer) return { is: 'answer', answer: await fetchEnquiryAnswer(place) } as const;
  const [name, address] = [need(given.name, '--name'), need(given.address, '--address')];
  return {
    is: 'sent',
    sent: await sendEnquiry({ ...place, code, name, address, ...toCost(given.workFactor) }),
  } as const;
});

export const download = defineLocal(contract.download, ({ progress }, given) =>
  downloadRelease({ ...toPlace(given), out: given.out, progress }),
);

export const open = defineLocal(contract.open, ({ progress }, given) => {
  const { release, key: keyFile, fingerprint, out } = given;
  return openReleaseFile({ release, keyFile, passphrase: askForKey(given), fingerprint, out, progress });
});

interface GivenProof {
  readonly proof: EnrollProof['kind'];
  readonly code: string | null;
  readonly domain: string | null;
}

function toProof({ proof, code, domain }: GivenProof): EnrollProof {
  switch (proof) {
    case 'dns':
      return { kind: 'dns', domain: need(domain, '--domain'), code: need(code, '--code') };
    case 'mailbox':
      return { kind: 'mailbox', code: need(code, '--code') };
    case 'nomination':
      return { kind: 'nomination', domain: need(domain, '--domain'), code };
  }
}

function need(value: string | null, option: string): string {
  if (value !== null) return value;
  throw new Refusal('option-missing', [
    advise`${option} is needed; ${hint('enroll', { help: true })} shows an example`,
  ]);
}
