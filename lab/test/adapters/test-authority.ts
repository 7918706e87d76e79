import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeTemporaryFolder } from '../temporary-folder.ts';

/** PEM of a certificate and of its key. */
export interface Identity {
  readonly cert: string;
  readonly key: string;
}

const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];

/** A certificate authority of one test, which certifies any name for any time. Needs OpenSSL 3.4 or later. */
export class TestAuthority {
  readonly #folder = makeTemporaryFolder();
  #issued = 0;
  /** PEM: what trusts it. */
  readonly certificate: string;

  constructor() {
    const kind = ['req', '-x509', ...newKey, '-days', '2', '-subj', '/CN=Candor test authority'];
    this.#openssl([...kind, '-keyout', 'authority.key', '-out', 'authority.crt']);
    this.certificate = this.#read('authority.crt');
  }

  /** `names` as `DNS:localhost`, `IP:127.0.0.1`; `until` as `20010101000000Z`. */
  certify(names: readonly string[], until = '20991231235959Z'): Identity {
    this.#issued += 1;
    const name = String(this.#issued);
    const alternative = ['-addext', `subjectAltName=${names.join(',')}`];
    this.#openssl([
      'req',
      '-new',
      ...newKey,
      '-subj',
      '/CN=x',
      ...alternative,
      '-keyout',
      `${name}.key`,
      '-out',
      `${name}.csr`,
    ]);
    const signer = ['-CA', 'authority.crt', '-CAkey', 'authority.key', '-copy_extensions', 'copy'];
    const validity = ['-not_before', '20000101000000Z', '-not_after', until];
    this.#openssl(['x509', '-req', '-in', `${name}.csr`, ...signer, ...validity, '-out', `${name}.crt`]);
    return { cert: this.#read(`${name}.crt`), key: this.#read(`${name}.key`) };
  }

  #openssl(words: readonly string[]): void {
    execFileSync('openssl', words, { cwd: this.#folder, stdio: 'ignore' });
  }

  #read(name: string): string {
    return readFileSync(join(this.#folder, name), 'utf8');
  }
}
