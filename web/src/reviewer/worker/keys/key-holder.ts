import type { Instant } from '@candor/core/base';
import type { SiteAccess } from '@candor/core/verify';
import { KeyWorkerError, type KeyWorkerErrorCode, type KeyWorkerSettings } from '../../bridge/protocol.ts';
import type { KeyWorkerDeps } from './key-worker-deps.ts';
import { type OwnKeys, wipe } from './own-keys.ts';
import { Portal } from './portal.ts';
import type { Vault } from './vault.ts';

interface Started {
  readonly settings: KeyWorkerSettings;
  readonly portal: Portal;
  readonly site: SiteAccess;
}

/** Called when another vault is open, or none. */
export type VaultListener = (vault: Vault | null) => void;

/** State between calls: settings, a person's keys, one open vault. */
export class KeyHolder {
  readonly deps: KeyWorkerDeps;
  readonly #listeners: VaultListener[] = [];
  #started: Started | null = null;
  #own: OwnKeys | null = null;
  #recovery: Uint8Array | null = null;
  #mayWrap = false;
  #vault: Vault | null = null;

  constructor(deps: KeyWorkerDeps) {
    this.deps = deps;
  }

  start(settings: KeyWorkerSettings): void {
    this.#started = {
      settings,
      portal: new Portal(settings.portal, this.deps),
      site: this.deps.openSite(settings),
    };
  }

  get settings(): KeyWorkerSettings {
    return this.#requireStarted().settings;
  }

  get portal(): Portal {
    return this.#requireStarted().portal;
  }

  get site(): SiteAccess {
    return this.#requireStarted().site;
  }

  get own(): OwnKeys | null {
    return this.#own;
  }

  /** @throws KeyWorkerError while there are none */
  requireOwn(): OwnKeys {
    if (this.#own === null) throw new KeyWorkerError('locked');
    return this.#own;
  }

  setOwn(own: OwnKeys): void {
    if (this.#own !== null && this.#own.fingerprint !== own.fingerprint) this.lock();
    this.#own = own;
  }

  /**
   * Whether the keys may be wrapped for another secret: just made, or the recovery key was typed, and nothing was
   * opened since.
   */
  get mayWrap(): boolean {
    return this.#mayWrap;
  }

  setMayWrap(may: boolean): void {
    this.#mayWrap = may;
  }

  /** The new recovery key; null once it is no longer needed. */
  get recovery(): Uint8Array | null {
    return this.#recovery;
  }

  setRecovery(recovery: Uint8Array | null): void {
    if (recovery !== this.#recovery) this.#recovery?.fill(0);
    this.#recovery = recovery;
  }

  get vault(): Vault | null {
    return this.#vault;
  }

  /** @throws KeyWorkerError while no release is open */
  requireVault(): Vault {
    if (this.#vault === null) throw new KeyWorkerError(this.#own === null ? 'locked' : 'no-vault');
    return this.#vault;
  }

  /** Another one, or none; `flaw` is the error found in the previous one. */
  setVault(vault: Vault | null, flaw: KeyWorkerErrorCode | null = null): void {
    if (vault === this.#vault) return;
    this.#vault?.forget();
    this.#vault = vault;
    for (const listener of this.#listeners) listener(vault);
    this.deps.emit('vault', { isOpen: vault !== null, flaw });
    // The first rows were loaded; what follows may still be damaged.
    vault?.whole.catch((thrown: unknown) => {
      if (this.#vault === vault) this.setVault(null, thrown instanceof KeyWorkerError ? thrown.flaw : 'fault');
    });
  }

  /** A release from disk, opened by a key file. Locks a person's session keys. */
  setFileVault(vault: Vault): void {
    this.lock();
    this.setVault(vault);
  }

  /** Parts that cache vault data drop it here. */
  onVault(listener: VaultListener): void {
    this.#listeners.push(listener);
  }

  lock(): void {
    this.setVault(null);
    this.setRecovery(null);
    this.#mayWrap = false;
    if (this.#own !== null) wipe(this.#own);
    this.#own = null;
  }

  now(signal: AbortSignal): Promise<Instant> {
    return this.portal.now(signal);
  }

  #requireStarted(): Started {
    if (this.#started === null) throw new KeyWorkerError('fault');
    return this.#started;
  }
}
