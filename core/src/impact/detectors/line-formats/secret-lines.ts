import { mayBeValue } from '../credential/value-shape.ts';
import type { LineFormat } from './line-format.ts';

/** 48 digits in eight groups, each a multiple of 11 below 65,536 × 11. */
function isRecoveryPassword(value: string): boolean {
  return value.split('-').every((group) => Number(group) % 11 === 0 && Number(group) < 720_896);
}

/** Base64 of a user name, a colon and a password (RFC 7617) has capitals, small letters and digits. */
function isBasic(value: string): boolean {
  return /[a-z]/.test(value) && /[A-Z]/.test(value) && /[0-9=]/.test(value);
}

const hasBoth = (value: string): boolean => /\p{L}/u.test(value) && /\p{N}/u.test(value);

export const SECRET_LINES: readonly LineFormat[] = [
  {
    name: 'bitlocker',
    kind: 'secret-key',
    hints: { shapes: ['digits'] },
    shape: /(?<![\d-])(\d{6}(?:-\d{6}){7})(?![\d-])/g,
    confidence: 'certain',
    passes: isRecoveryPassword,
    source: 'https://learn.microsoft.com/windows/security/operating-system-security/data-protection/bitlocker',
    example: [
      'Recovery key\n110011-220022-330033-440044-550055-660066-110022-220011',
      '110011-220022-330033-440044-550055-660066-110022-220011',
    ],
  },
  {
    name: 'basic-header',
    kind: 'secret-key',
    hints: { words: ['basic'] },
    shape: /(?<![A-Za-z])basic[ \t]{1,4}([A-Za-z0-9+/]{12,400}={0,2})(?![A-Za-z0-9+/=])/gi,
    confidence: 'likely',
    passes: isBasic,
    source: 'https://datatracker.ietf.org/doc/html/rfc7617',
    example: ['Authorization: Basic YXBwOlRpZGUyMDI2IQ==', 'YXBwOlRpZGUyMDI2IQ=='],
  },
  {
    name: 'jdbc',
    kind: 'secret-key',
    hints: { words: ['jdbc'] },
    shape: /(?<![A-Za-z])(jdbc:oracle:(?:thin|oci):[\w$#.]{1,40}\/[^\s/@"']{3,64}@[^\s"']{3,200})/gi,
    confidence: 'likely',
    source: 'https://docs.oracle.com/en/database/oracle/oracle-database/23/jjdbc/data-sources-and-URLs.html',
    example: [
      'url=jdbc:oracle:thin:app/Tide2026@//db.harbor.test:1521/ORCL',
      'jdbc:oracle:thin:app/Tide2026@//db.harbor.test:1521/ORCL',
    ],
  },
  {
    name: 'wireguard',
    kind: 'secret-key',
    hints: { words: ['privatekey', 'presharedkey'] },
    shape: /(?<![A-Za-z])(?:private|preshared)key[ \t]{0,4}[:=][ \t]{0,4}([A-Za-z0-9+/]{43}=)/gi,
    confidence: 'certain',
    source: 'https://www.wireguard.com/#conceptual-overview',
    example: [
      'PresharedKey = aB3dE5fG7hJ9kL1maB3dE5fG7hJ9kL1maB3dE5fG7hJ=',
      'aB3dE5fG7hJ9kL1maB3dE5fG7hJ9kL1maB3dE5fG7hJ=',
    ],
  },
  {
    name: 'preshared',
    kind: 'credential',
    hints: {
      words: [
        'pre-shared',
        'preshared',
        'pre shared',
        'psk',
        ': psk',
        'shared secret',
        'vorinstallierter',
        'vpn key',
        'vpn-key',
      ],
    },
    shape:
      /(?<![\p{L}\p{N}])(?:(?:ipsec[ _-])?pre[- _]?shared[- _]?key|psk|(?:ipsec |vpn |radius |l2tp )?shared[- _]secret|vorinstallierter schlüssel|vpn[ -]key)(?:[ \t]\([^()\n]{1,30}\))?(?:[ \t]{0,4}[:=][ \t]{0,4}|[ \t](?:is|ist|=)[ \t]|[ \t](?=["“']))["“']?([^\s"”']{6,64}?)["”']?(?=[\s,;]|\.?$|\. )/giu,
    confidence: 'likely',
    passes: mayBeValue,
    source: 'https://docs.strongswan.org/docs/latest/config/pskSecrets.html',
    example: ['Pre-shared key: tide-and-rope-77', 'tide-and-rope-77'],
  },
  {
    name: 'ipsec-secrets',
    kind: 'credential',
    hints: { parts: [': psk'] },
    shape: /:[ \t]{1,2}PSK[ \t]{1,4}"([^"\n]{3,128})"/g,
    confidence: 'certain',
    source: 'https://man.archlinux.org/man/ipsec.secrets.5',
    example: ['192.0.2.1 198.51.100.2 : PSK "tideandrope"', 'tideandrope'],
  },
  {
    name: 'snmp-community',
    kind: 'credential',
    hints: { words: ['snmp'] },
    shape:
      /(?<![A-Za-z])snmp(?:v[12]c?)?(?:-server)?[ \t](?:\w{2,8}[ \t])?community(?:[ \t]string)?(?:[ \t]{0,2}[:=]|[ \t]is)?[ \t]{1,4}["“']?(?!public(?![\w-])|private(?![\w-])|strings?(?![\w-]))([^\s"”',;]{4,40})/gi,
    confidence: 'likely',
    passes: mayBeValue,
    source: 'https://www.cisco.com/c/en/us/support/docs/ip/simple-network-management-protocol-snmp/7282-12.html',
    example: ['snmp-server community h4rb0rRO RO', 'h4rb0rRO'],
  },
  {
    name: 'cisco-secret',
    kind: 'credential',
    hints: {
      words: [
        'enable secret',
        'enable password',
        'secret 5',
        'secret 8',
        'secret 9',
        'password 7',
        'key 7',
        'username',
      ],
    },
    shape:
      /(?<![A-Za-z])(?:enable|username[ \t]\S{1,40}(?:[ \t]privilege[ \t]\d{1,2})?|tacacs-server|radius-server)[ \t](?:secret|password|key)[ \t](?:[057-9][ \t])?([^\s"']{4,120})/gi,
    confidence: 'likely',
    passes: mayBeValue,
    source: 'https://www.cisco.com/c/en/us/td/docs/ios-xml/ios/security/d1/sec-d1-cr-book.html',
    example: ['enable secret 0 Tide-2026', 'Tide-2026'],
  },
  {
    name: 'framework-key',
    kind: 'secret-key',
    hints: { words: ['app_key', 'appkey'] },
    shape: /(?<![A-Za-z])APP_KEY[ \t]{0,2}=[ \t]{0,2}["']?(base64:[A-Za-z0-9+/]{43}=)/g,
    confidence: 'certain',
    source: 'https://laravel.com/docs/encryption',
    example: [
      'APP_KEY=base64:aB3dE5fG7hJ9kL1maB3dE5fG7hJ9kL1maB3dE5fG7hJ=',
      'base64:aB3dE5fG7hJ9kL1maB3dE5fG7hJ9kL1maB3dE5fG7hJ=',
    ],
  },
  {
    name: 'command-option',
    kind: 'credential',
    hints: {
      words: [
        'docker login',
        'podman login',
        'helm registry',
        'az login',
        'smbclient',
        'pgpassword',
        'mysql_pwd',
        'rediscli_auth',
        'redis-cli',
        'xfreerdp',
        'ldapsearch',
        'ldapbind',
        'keytool',
        'psexec',
        'openssl',
      ],
    },
    shape:
      /(?<![\w-])(?:(?:docker|podman)[ \t]login[^\n]{0,80}?[ \t](?:-p|--password)[ \t=]|helm[ \t]registry[^\n]{0,80}?[ \t]-p[ \t]|az[ \t]login[^\n]{0,80}?[ \t]-p[ \t]|smbclient[^\n]{0,80}?[ \t]-U[ \t]?[^\s%]{1,40}%|PGPASSWORD=|MYSQL_PWD=|REDISCLI_AUTH=|redis-cli[^\n]{0,60}?[ \t]-a[ \t]|xfreerdp[^\n]{0,80}?[ \t]\/p:|ldap(?:search|bind)[^\n]{0,120}?[ \t]-w[ \t]|keytool[^\n]{0,120}?[ \t]-storepass[ \t]|psexec[^\n]{0,80}?[ \t]-p[ \t]|openssl[^\n]{0,120}?pass:)["']?([^\s"'$<]{3,64})/gi,
    confidence: 'likely',
    passes: mayBeValue,
    source: 'https://docs.docker.com/reference/cli/docker/login',
    example: ['docker login -u harbor -p Tide-2026 registry.harbor.test', 'Tide-2026'],
  },
  {
    name: 'aws-pair',
    kind: 'secret-key',
    hints: { words: ['akia', 'asia'] },
    shape:
      /(?<![A-Za-z0-9_])(?:AKIA|ASIA)[A-Z2-7]{16}[ \t]{0,4}(?:[/,:;|]|and|und|et|y|-{1,2}|\t)[ \t]{0,4}(?:secret[ :=]{1,3})?([A-Za-z0-9+/]{40})(?![A-Za-z0-9+/=])/g,
    confidence: 'certain',
    passes: hasBoth,
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html',
    example: [
      'AKIAHARBORTIDEABCDEF / aB3dE5fG7hJ9kL1maB3dE5fG7hJ9kL1maB3dE5fG',
      'aB3dE5fG7hJ9kL1maB3dE5fG7hJ9kL1maB3dE5fG',
    ],
  },
  {
    name: 'app-password',
    kind: 'credential',
    hints: {
      words: [
        'app password',
        'app-password',
        'application password',
        'app-specific',
        'app specific',
        'anwendungsspez',
        'app-passwort',
        "mot de passe d'app",
        'mot de passe d’app',
        'contraseña de apli',
      ],
    },
    shape:
      /(?<!\p{L})(?:app(?:lication)?[- ](?:specific[- ])?password|anwendungsspezifisches (?:passwort|kennwort)|app-passwort|mot de passe d[’']app(?:lication)?|contraseña de aplicación)(?: (?:for|für|pour|para)(?: [\p{L}\p{N}-]{1,20}){1,3})?(?:[ \t]{0,3}[:=]|[ \t](?:is|ist|lautet|est|es))[ \t]{0,4}([a-z]{4}(?:[ -][a-z]{4}){3})(?![\p{L}\p{N}])/giu,
    confidence: 'certain',
    source: 'https://support.google.com/accounts/answer/185833',
    example: ['App password: abcd efgh ijkl mnop', 'abcd efgh ijkl mnop'],
  },
  {
    name: 'one-time-seed',
    kind: 'secret-key',
    hints: {
      words: [
        'otpauth',
        'setup key',
        'totp',
        'authenticator',
        'secret key',
        '2fa',
        'mfa',
        'einrichtungsschlüssel',
        'clé de config',
        'clave de config',
      ],
    },
    shape:
      /(otpauth:\/\/[^\s"'<>]{10,400})|(?<!\p{L})(?:(?:totp|2fa|mfa|otp|authenticator|google authenticator)[ -](?:(?:setup|secret|app|manual)[ -]?)?(?:key|secret|seed|code)|(?:manual )?setup key|secret key|einrichtungsschlüssel|clé de configuration|clave de configuración)(?: \([^()\n]{1,40}\))?[ \t]{0,3}[:=][ \t]{0,8}([a-z2-7]{4}(?:[ -][a-z2-7]{4}){3,15}|[A-Z2-7]{16,64}(?![A-Za-z0-9]))/giu,
    confidence: 'likely',
    source: 'https://github.com/google/google-authenticator/wiki/Key-Uri-Format',
    example: ['Setup key: jbsw y3dp ehpk 3pxp', 'jbsw y3dp ehpk 3pxp'],
  },
  {
    name: 'wifi-code',
    kind: 'credential',
    hints: { words: ['wifi:'] },
    shape: /(?<![A-Za-z])WIFI:(?:[A-Z]:(?:[^;\\\n]|\\.){0,64};){0,3}?P:((?:[^;\\\n]|\\.){3,64});/g,
    confidence: 'certain',
    source: 'https://github.com/zxing/zxing/wiki/Barcode-Contents#wi-fi-network-config-android-ios-11',
    example: ['WIFI:T:WPA;S:Harbor;P:tide-2026;;', 'tide-2026'],
  },
  {
    name: 'wallet-key',
    kind: 'secret-key',
    hints: { words: ['private key', 'wif', 'privkey', 'wallet', 'paper wallet'] },
    shape:
      /(?<!\p{L})(?:private key|privkey|wif|wallet)[^\n]{0,40}?[ \t:=(](5[HJK][1-9A-HJ-NP-Za-km-z]{49}|[KLc][1-9A-HJ-NP-Za-km-z]{51}|0x[0-9a-f]{64}|[0-9a-f]{64})(?![A-Za-z0-9])/giu,
    confidence: 'likely',
    source: 'https://en.bitcoin.it/wiki/Wallet_import_format',
    example: [`Wallet private key: 0x${'0a1b2c3d'.repeat(8)}`, `0x${'0a1b2c3d'.repeat(8)}`],
  },
  {
    name: 'seed-phrase',
    kind: 'secret-key',
    hints: {
      words: [
        'seed',
        'recovery phrase',
        'mnemonic',
        'secret recovery',
        'backup phrase',
        'wiederherstellungsphrase',
        'phrase de r',
        'frase semilla',
        'frase de recup',
      ],
    },
    shape:
      /(?<!\p{L})(?:seed(?: phrase| words)?|(?:secret )?recovery phrase|mnemonic(?: phrase)?|backup phrase|wiederherstellungsphrase|phrase de récupération|frase (?:semilla|de recuperación))(?: [^:\n]{0,40})?[:=][ \t]{0,8}((?:(?:\d{1,2}[.)][ ]?)?[a-z]{3,8}[ ,]{1,2}){11,23}(?:\d{1,2}[.)][ ]?)?[a-z]{3,8})(?![\p{L}\p{N}])/giu,
    confidence: 'likely',
    source: 'https://github.com/bitcoin/bips/blob/master/bip-0039.mediawiki',
    example: [
      'Seed phrase: tide rope anchor mast deck sail helm keel buoy dock pier wave',
      'tide rope anchor mast deck sail helm keel buoy dock pier wave',
    ],
  },
  {
    name: 'webex-code',
    kind: 'access-code',
    hints: {
      words: [
        'kennung',
        'code secret',
        'passcode',
        'kenncode',
        'meeting-kennnummer',
        'código de acceso',
        'clave de acceso',
      ],
    },
    shape:
      /(?<!\p{L})(?:[Pp]asscode|[Kk]ennung|[Kk]enncode|[Cc]ode secret|[Cc]ódigo de acceso|[Cc]lave de acceso)[ \t]{0,4}:[ \t]{0,8}((?=[A-Za-z]*\d|[a-z]*[A-Z])[A-Za-z0-9]{5,10})(?![\p{L}\p{N}])/gu,
    confidence: 'likely',
    source: 'https://support.microsoft.com/office/join-a-meeting-in-microsoft-teams',
    example: ['Kennung: aB9xQ2', 'aB9xQ2'],
  },
];
