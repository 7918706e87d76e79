import { useCallback, useMemo, useState } from 'react';
import { KeyWorkerError, type RequestToSign, type UnlockSecret } from '../../../bridge/protocol.ts';
import { askPasskey, makePasskey } from '../../../portal/passkey.ts';
import type { SignCall } from '../../../portal/portal-access.ts';
import { useKeyWorker } from '../../base/key-worker-context.tsx';
import { useSettings } from '../../base/settings-context.tsx';
import { useSession } from '../../session/session-context.tsx';
import { type Applicant, type ComparedOrganization, type Enrollment, resume } from './enrollment.ts';
import { keepDraft } from './kept-draft.ts';
import { type KeptEnrollment, keepEnrollment, readKeptEnrollment } from './kept-enrollment.ts';

/**
 * Actions of an enrollment. Each fails with a `KeyWorkerError`, `PortalRefusal` or `PasskeyRefusal` and then changes
 * nothing.
 */
export interface EnrollmentActions {
  accept(compared: ComparedOrganization): void;
  makeKeys(applicant: Applicant): Promise<void>;
  /** `typed` is the recovery key typed back. False if it differs. */
  send(typed: string): Promise<boolean>;
  makePasskey(): Promise<void>;
  /** The record is published, or none is needed. */
  wait(): void;
  ask(): Promise<void>;
  /** Opens the wrapped keys in this browser. */
  unlock(typedRecovery: string | null): Promise<void>;
  startAgain(): void;
}

export function useEnrollment(): { readonly enrollment: Enrollment; readonly actions: EnrollmentActions } {
  const keyWorker = useKeyWorker();
  const { portal } = useSession();
  const { incident, passkeys } = useSettings();
  const [enrollment, setEnrollment] = useState<Enrollment>(() => resume(readKeptEnrollment(incident)));
  const sign = useCallback<SignCall>(async (call) => (await keyWorker.call('sign-call', call)).fields, [keyWorker]);

  const actions = useMemo<EnrollmentActions>(() => {
    const keep = (kept: KeptEnrollment): KeptEnrollment => {
      keepEnrollment(kept);
      return kept;
    };
    const showTag = async (shown: { readonly code: string | null } | { readonly tag: string | null }) => {
      const { tag } = await keyWorker.call('show-tag', shown);
      portal.showTag(tag);
      return tag;
    };
    return {
      accept: (compared) => setEnrollment({ at: 'person', compared }),
      makeKeys: async (applicant) => {
        if (enrollment.at !== 'person') return;
        const { compared } = enrollment;
        await showTag({ code: compared.code });
        const { fingerprint, recovery } = await keyWorker.call('make-keys', compared.organization);
        setEnrollment({ at: 'recovery', compared, applicant, fingerprint, recovery });
      },
      send: async (typed) => {
        if (enrollment.at !== 'recovery') return true;
        const { compared, applicant, fingerprint } = enrollment;
        const { state } = await keyWorker.call('check-recovery', { typed });
        if (state !== 'right') return false;
        const code = compared.code === null ? '' : (await keyWorker.call('code-proof', { code: compared.code })).proof;
        const request = toRequest(applicant, compared.domain, code);
        const tag = await showTag({ code: compared.code });
        const signed = await keyWorker.call('sign-request', { request });
        const sent = await portal.enroll(signed, sign);
        const { wrapped } = await keyWorker.call('wrap', { prf: null });
        const target = applicant.proof === 'mailbox' ? applicant.address : compared.domain;
        const challenge =
          applicant.proof === 'dns'
            ? await keyWorker.call('challenge', { domain: compared.domain, token: sent.token })
            : null;
        const { name, proof } = applicant;
        const kept = keep({
          v: 1,
          incident,
          name,
          proof,
          target,
          fingerprint,
          wrapped,
          request: sent.request,
          challenge,
          passkey: null,
          tag,
        });
        keepDraft(null);
        setEnrollment({ at: 'passkey', kept });
        return true;
      },
      makePasskey: async () => {
        if (enrollment.at !== 'passkey') return;
        await showTag({ tag: enrollment.kept.tag ?? null });
        const { response, prf } = await makePasskey(await portal.passkeyOptions(sign), passkeys);
        const hasPrf = prf !== null;
        const { wrapped, place } = await keyWorker.call('wrap', { prf });
        await portal.registerPasskey({ response, wrapped, place }, sign);
        const passkey = { credential: response.id, hasPrf };
        setEnrollment({ at: 'proof', kept: keep({ ...enrollment.kept, wrapped, passkey }), passkey });
      },
      wait: () => {
        if (enrollment.at === 'proof') setEnrollment({ at: 'waiting', kept: enrollment.kept });
      },
      ask: async () => {
        if (!('kept' in enrollment)) return;
        const { kept } = enrollment;
        await showTag({ tag: kept.tag ?? null });
        const own = (await portal.ownEnrollments(sign)).find(({ request }) => request === kept.request);
        // The portal forgets old decisions; signing in then shows the result.
        if (own?.state === 'approved') setEnrollment({ at: 'ready', kept });
        else if (own?.state === 'refused' || own?.state === 'stopped') setEnrollment({ at: own.state, kept });
      },
      unlock: async (typedRecovery) => {
        if (!('kept' in enrollment)) return;
        const { wrapped, passkey } = enrollment.kept;
        await keyWorker.call('unlock', {
          wrapped,
          by: await toSecret(typedRecovery, passkeys, passkey?.credential ?? null),
        });
      },
      startAgain: () => {
        keepEnrollment(null);
        keyWorker.call('lock', {}).catch(() => undefined);
        setEnrollment({ at: 'notice' });
      },
    };
  }, [enrollment, keyWorker, portal, sign, incident, passkeys]);
  return { enrollment, actions };
}

async function toSecret(typed: string | null, passkeys: string, credential: string | null): Promise<UnlockSecret> {
  if (typed !== null) return { kind: 'recovery', typed };
  const prf = await askPasskey(passkeys, credential);
  // A passkey without the extension opens nothing.
  if (prf === null) throw new KeyWorkerError('wrong-key');
  return { kind: 'passkey', prf };
}

function toRequest({ name, address, proof }: Applicant, domain: string, code: string): RequestToSign {
  const about = { kind: 'enrollment', name: name.trim(), address: address.trim() } as const;
  switch (proof) {
    case 'dns':
      return { ...about, proof: { kind: 'dns', domain, code } };
    case 'mailbox':
      return { ...about, proof: { kind: 'mailbox', address: about.address, code } };
    case 'nomination':
      return { ...about, proof: { kind: 'nomination', domain } };
  }
}
