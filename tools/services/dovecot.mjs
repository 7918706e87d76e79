import { chownSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startDaemon, waitForPort } from './daemon.mjs';
import { isCommand } from './install.mjs';
import { folder } from './place.mjs';
import { toUserIds } from './user.mjs';

/** Every address of every test domain has a mailbox from its first message on, all with this password. */
const PASSWORD = 'loopback';

export const dovecot = {
  name: 'dovecot',
  purpose: 'mailboxes of every address of the test domains (LMTP in, IMAP and Maildir out)',
  isPresent: () => isCommand('dovecot'),
  debianPackages: ['dovecot-core', 'dovecot-imapd', 'dovecot-lmtpd'],
  port: 'imap',
  async start(facts) {
    const home = join(folder, 'dovecot');
    const mail = join(folder, 'mail');
    const owner = toUserIds('mail');
    for (const path of [home, mail]) mkdirSync(path, { recursive: true, mode: 0o755 });
    chownSync(mail, owner.uid, owner.gid);
    const configuration = join(home, 'dovecot.conf');
    writeFileSync(configuration, toConfiguration({ home, mail, ...facts.certificate }, facts.ports));
    startDaemon('dovecot', 'dovecot', ['-F', '-c', configuration]);
    await waitForPort('dovecot', facts.ports.imap);
    await waitForPort('dovecot', facts.ports.lmtp);
    facts.mailboxes = { host: '127.0.0.1', password: PASSWORD, maildir: `${mail}/<domain>/<local part>/Maildir` };
  },
};

function toConfiguration(paths, ports) {
  return `dovecot_config_version = 2.4.0
dovecot_storage_version = 2.4.0
instance_name = ${paths.home.split('/').at(-2)}
base_dir = ${paths.home}/run
state_dir = ${paths.home}/state
log_path = /dev/stderr
listen = 127.0.0.1
protocols {
  imap = yes
  lmtp = yes
}
ssl = yes
ssl_server {
  cert_file = ${paths.certificate}
  key_file = ${paths.key}
}
auth_allow_cleartext = yes
auth_username_format = %{user | lower}
recipient_delimiter = +
mail_uid = mail
mail_gid = mail
first_valid_uid = 1
first_valid_gid = 1
mail_driver = maildir
mail_home = ${paths.mail}/%{user | domain}/%{user | username}
mail_path = ~/Maildir
mailbox_list_layout = fs
passdb static {
  password = ${PASSWORD}
}
userdb static {
  allow_all_users = yes
}
service imap-login {
  inet_listener imap {
    port = ${ports.imap}
  }
  inet_listener imaps {
    port = ${ports.imaps}
    ssl = yes
  }
}
service lmtp {
  inet_listener lmtp {
    port = ${ports.lmtp}
  }
}
protocol lmtp {
  lmtp_hdr_delivery_address = original
}
`;
}
