// Two instances of Postfix with configurations of their own: the organization's relay, and the servers of everybody it
// writes to.
import { execFileSync } from 'node:child_process';
import { chownSync, cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startDaemon, waitForPort } from './daemon.mjs';
import { isCommand, withSystemFolders } from './install.mjs';
import { folder } from './place.mjs';
import { toUserIds } from './user.mjs';

const TEST_DOMAINS = '/(^|[.@])(test|example|invalid|example\\.(com|net|org))$/';
/** Tables beside the settings, read when the instance starts. */
const table = (instance, name) => `regexp:${join(folder, instance, 'etc', name)}`;
const shared = { isPresent: () => isCommand('postfix'), debianPackages: ['postfix', 'openssl'] };

export const relay = {
  name: 'relay',
  purpose: "the organization's mail relay (Postfix), which reaches the recipients' server and nothing else",
  ...shared,
  port: 'relay',
  async start(facts) {
    const settings = {
      myhostname: 'mail.harbor.example',
      relay_domains: table('relay', 'domains'),
      transport_maps: table('relay', 'domains'),
      smtpd_recipient_restrictions: 'permit_auth_destination, reject',
    };
    // For floods of mail that only the relay is to feel.
    const tables = {
      domains: `/(^|[.@])discard\\.test$/ discard:\n${TEST_DOMAINS} smtp:[127.0.0.1]:${facts.ports.recipients}\n`,
    };
    await startInstance('relay', facts, settings, tables);
    facts.relay = { host: '127.0.0.1', port: facts.ports.relay, ca: facts.certificate.certificate };
  },
};

/** What a recipient's server does, by domain or, on every domain, by the local part. */
const BEHAVIOURS = [
  ['reject', '550 5.1.1 there is no such mailbox here'],
  ['defer', '451 4.3.2 come back later'],
  ['full', '552 5.2.2 the mailbox is full'],
];

export const recipients = {
  name: 'recipients',
  purpose:
    "the recipients' mail server (Postfix) of every test domain, with domains that reject, defer and bounce later",
  ...shared,
  port: 'recipients',
  async start(facts) {
    const answers = BEHAVIOURS.map(([name, answer]) => `/(^${name}(\\+.*)?@|@${name}\\.test$)/ ${answer}\n`);
    const settings = {
      myhostname: 'mx.recipients.test',
      virtual_mailbox_domains: table('recipients', 'domains'),
      virtual_mailbox_maps: 'static:here',
      virtual_transport: `lmtp:inet:127.0.0.1:${facts.ports.checker}`,
      lmtp_send_xforward_command: 'yes',
      lmtp_destination_recipient_limit: '1',
      smtpd_recipient_restrictions: `check_recipient_access ${table('recipients', 'answers')}, permit_auth_destination, reject`,
    };
    await startInstance('recipients', facts, settings, {
      domains: `${TEST_DOMAINS} here\n`,
      answers: answers.join(''),
    });
    facts.recipients = {
      host: '127.0.0.1',
      port: facts.ports.recipients,
      behaviours: { reject: 'reject.test', defer: 'defer.test', full: 'full.test', later: 'later.test' },
    };
  },
};

async function startInstance(name, facts, settings, tables) {
  const port = facts.ports[name];
  const home = join(folder, name);
  const configuration = join(home, 'etc');
  const owner = toUserIds('postfix');
  for (const path of [configuration, join(home, 'queue'), join(home, 'data')])
    mkdirSync(path, { recursive: true, mode: 0o755 });
  chownSync(join(home, 'data'), owner.uid, owner.gid);
  for (const file of ['dynamicmaps.cf', 'postfix-files']) cpSync(join('/etc/postfix', file), join(configuration, file));
  writeFileSync(join(configuration, 'main.cf'), toMain(home, facts, settings));
  for (const [file, text] of Object.entries(tables)) writeFileSync(join(configuration, file), text);
  writeFileSync(join(configuration, 'master.cf'), toMaster(port));
  // What `postfix start` does, without its leaving the foreground: then the process that we note is the one that lives
  // on.
  execFileSync('postfix', ['-c', configuration, 'check'], { stdio: 'ignore', env: withSystemFolders() });
  startDaemon(name, '/usr/lib/postfix/sbin/master', ['-c', configuration, '-d'], {
    env: { MAIL_CONFIG: configuration },
  });
  await waitForPort(name, port);
}

function toMain(home, facts, settings) {
  const all = {
    compatibility_level: '3.10',
    queue_directory: `${home}/queue`,
    data_directory: `${home}/data`,
    maillog_file: `${home}/postfix.log`,
    command_directory: '/usr/sbin',
    daemon_directory: '/usr/lib/postfix/sbin',
    inet_interfaces: '127.0.0.1',
    inet_protocols: 'ipv4',
    // Nothing leaves loopback: connections are made from 127.0.0.1, nothing is looked up, and what no map names is an
    // error.
    smtp_bind_address: '127.0.0.1',
    smtp_dns_support_level: 'disabled',
    default_transport: 'error:5.7.1 nothing leaves this machine',
    relay_transport: 'error:5.7.1 nothing leaves this machine',
    mydestination: '',
    mynetworks: '127.0.0.0/8',
    alias_maps: '',
    alias_database: '',
    local_recipient_maps: '',
    local_transport: 'error:5.7.1 there are no local mailboxes',
    smtpd_relay_restrictions: 'permit_auth_destination, reject',
    smtpd_peername_lookup: 'no',
    smtpd_tls_security_level: 'may',
    smtpd_tls_chain_files: `${facts.certificate.key}, ${facts.certificate.certificate}`,
    smtp_tls_security_level: 'may',
    smtpd_error_sleep_time: '0',
    smtpd_soft_error_limit: '1000',
    smtpd_hard_error_limit: '2000',
    in_flow_delay: '0',
    minimal_backoff_time: '10s',
    queue_run_delay: '10s',
    bounce_queue_lifetime: '5m',
    recipient_delimiter: '+',
    message_size_limit: '20480000',
    ...settings,
  };
  return Object.entries(all)
    .map(([key, value]) => `${key} = ${value}\n`)
    .join('');
}

/** No service in a chroot, no local delivery, no submission by command. */
function toMaster(port) {
  return `127.0.0.1:${port} inet n - n - - smtpd
postlog   unix-dgram n - n - 1 postlogd
cleanup   unix n - n - 0 cleanup
qmgr      unix n - n 300 1 qmgr
tlsmgr    unix - - n 1000? 1 tlsmgr
rewrite   unix - - n - - trivial-rewrite
bounce    unix - - n - 0 bounce
defer     unix - - n - 0 bounce
trace     unix - - n - 0 bounce
verify    unix - - n - 1 verify
flush     unix n - n 1000? 0 flush
proxymap  unix - - n - - proxymap
smtp      unix - - n - - smtp
lmtp      unix - - n - - lmtp
error     unix - - n - - error
retry     unix - - n - - error
discard   unix - - n - - discard
showq     unix n - n - - showq
anvil     unix - - n - 1 anvil
scache    unix - - n - 1 scache
`;
}
