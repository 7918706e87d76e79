// Keys of the test world, made once for each clone: a certificate for the mail servers and the key that signs
// harbor.example's mail.
import { execFileSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folder } from './place.mjs';

const NAMES = ['localhost', 'mail.harbor.example', 'mx.recipients.test', 'imap.harbor.example'];
const DKIM_BITS = 2048;

export function makeKeys(facts) {
  const home = join(folder, 'keys');
  mkdirSync(home, { recursive: true, mode: 0o755 });
  facts.certificate = { certificate: join(home, 'mail.crt'), key: join(home, 'mail.key') };
  facts.dkim = { domain: 'harbor.example', selector: 'candor', key: join(home, 'dkim.pem') };
  makeCertificate(facts.certificate, 'Candor test mail', NAMES);
  if (!existsSync(facts.dkim.key)) {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: DKIM_BITS });
    writeFileSync(facts.dkim.key, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  }
}

/** A certificate that signs itself, for these names and this machine's own address; made once, for ten years. */
export function makeCertificate({ certificate, key }, subject, names) {
  if (existsSync(certificate)) return;
  const kind = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '3650'];
  const alternative = `subjectAltName=${[...names.map((name) => `DNS:${name}`), 'IP:127.0.0.1'].join(',')}`;
  execFileSync(
    'openssl',
    [...kind, '-subj', `/CN=${subject}`, '-addext', alternative, '-keyout', key, '-out', certificate],
    { stdio: 'ignore' },
  );
  chmodSync(key, 0o600);
}
