import type { Confidence, Detector, Finding, SearchedText, TextLine } from './finding.ts';

interface TokenFormat {
  readonly name: string;
  /** What stands before and behind is no character of a word. */
  readonly shape: RegExp;
  readonly confidence: Confidence;
}

// The prefixes are those that the issuers document. `certain` where a fixed prefix of four characters or more leaves
// random text no chance.
const FORMATS: readonly TokenFormat[] = [
  {
    name: 'aws-access-key-id',
    shape: /(?<![A-Za-z0-9_])(?:(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'github-token',
    shape: /(?<![A-Za-z0-9_])(?:(?:gh[pousr]_[A-Za-z0-9]{36,251}|github_pat_[A-Za-z0-9_]{60,255}))(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'gitlab-token',
    shape:
      /(?<![A-Za-z0-9_])(?:(?:glpat|gldt|glrt|glcbt|glptt|glft|glsoat|glagent|gloas|glffct|glimt)-[A-Za-z0-9_=.-]{20,64})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'gitlab-runner-token',
    shape: /(?<![A-Za-z0-9_])(?:GR1348941[A-Za-z0-9_-]{20})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  { name: 'adobe-secret', shape: /(?<![A-Za-z0-9_])(?:p8e-[A-Za-z0-9]{32})(?![A-Za-z0-9])/g, confidence: 'certain' },
  {
    name: 'teams-webhook',
    shape:
      /(?<![A-Za-z0-9_])(?:https:\/\/[a-z0-9-]{1,60}\.webhook\.office\.com\/webhookb2\/[A-Za-z0-9@/-]{60,300})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'slack-token',
    shape:
      /(?<![A-Za-z0-9_])(?:xox[abeoprs](?:\.xox[abeoprs])?-[A-Za-z0-9-]{10,250}|xapp-\d-[A-Z0-9]{5,20}-\d{5,20}-[a-z0-9]{20,80})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'slack-webhook',
    shape:
      /(?<![A-Za-z0-9_])(?:https:\/\/hooks\.slack\.com\/(?:services|workflows|triggers)\/[A-Za-z0-9+/_-]{20,90})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'stripe-key',
    shape:
      /(?<![A-Za-z0-9_])(?:(?:sk|rk|pk|whsec)_(?:live|test|prod)_[A-Za-z0-9]{10,247}|whsec_[A-Za-z0-9+/=]{24,64})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'google-api-key',
    shape: /(?<![A-Za-z0-9_])(?:AIza[A-Za-z0-9_-]{35})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'google-oauth',
    shape:
      /(?<![A-Za-z0-9_])(?:GOCSPX-[A-Za-z0-9_-]{28}|ya29\.[A-Za-z0-9_-]{20,400}|1\/\/0[A-Za-z0-9_-]{40,120})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'json-web-token',
    shape:
      /(?<![A-Za-z0-9_-])ey[A-Za-z0-9_-]{17}[A-Za-z0-9_-]*\.ey[A-Za-z0-9_/-]{17}[A-Za-z0-9_/-]*\.[A-Za-z0-9_/-]{10}[A-Za-z0-9_/-]*={0,2}/g,
    confidence: 'certain',
  },
  {
    name: 'completion-api-key',
    shape:
      /(?<![A-Za-z0-9_])(?:sk-(?:proj-|svcacct-|admin-)?[A-Za-z0-9_-]{20,74}T3BlbkFJ[A-Za-z0-9_-]{20,74}|sk-ant-[a-z0-9]{3,12}-[A-Za-z0-9_-]{80,120})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'hugging-face-token',
    shape: /(?<![A-Za-z0-9_])(?:(?:hf|api_org)_[A-Za-z]{34})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  { name: 'npm-token', shape: /(?<![A-Za-z0-9_])(?:npm_[A-Za-z0-9]{36})(?![A-Za-z0-9])/g, confidence: 'certain' },
  {
    name: 'pypi-token',
    shape: /(?<![A-Za-z0-9_])(?:pypi-AgEIcHlwaS5vcmc[A-Za-z0-9_-]{50,1000})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'rubygems-token',
    shape: /(?<![A-Za-z0-9_])(?:rubygems_[a-f0-9]{48})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'sendgrid-key',
    shape: /(?<![A-Za-z0-9_])(?:SG\.[A-Za-z0-9_=.-]{66})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'mailgun-key',
    shape: /(?<![A-Za-z0-9_])(?:(?:key|pubkey)-[a-f0-9]{32})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'mailchimp-key',
    shape: /(?<![A-Za-z0-9_])(?:[a-f0-9]{32}-us\d{1,2})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  { name: 'twilio-key', shape: /(?<![A-Za-z0-9_])(?:(?:SK|AC)[a-f0-9]{32})(?![A-Za-z0-9])/g, confidence: 'certain' },
  {
    name: 'sendinblue-key',
    shape: /(?<![A-Za-z0-9_])(?:xkeysib-[a-f0-9]{64}-[A-Za-z0-9]{16})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'shopify-token',
    shape: /(?<![A-Za-z0-9_])(?:shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'square-token',
    shape: /(?<![A-Za-z0-9_])(?:sq0(?:atp|csp|idp)-[A-Za-z0-9_-]{22,43}|EAAA[A-Za-z0-9+=_-]{60})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'digitalocean-token',
    shape: /(?<![A-Za-z0-9_])(?:do[opr]_v1_[a-f0-9]{64})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'doppler-token',
    shape: /(?<![A-Za-z0-9_])(?:dp\.(?:pt|st|ct|sa|scim|audit)\.[A-Za-z0-9._-]{40,80})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'databricks-token',
    shape: /(?<![A-Za-z0-9_])(?:dapi[a-f0-9]{32}(?:-\d)?)(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'dropbox-token',
    shape: /(?<![A-Za-z0-9_])(?:sl\.[A-Za-z0-9_=-]{130,200})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'linear-key',
    shape: /(?<![A-Za-z0-9_])(?:lin_(?:api|oauth)_[A-Za-z0-9]{40,64})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'notion-token',
    shape: /(?<![A-Za-z0-9_])(?:ntn_[A-Za-z0-9]{40,60}|secret_[A-Za-z0-9]{43})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'postman-key',
    shape: /(?<![A-Za-z0-9_])(?:PMAK-[a-f0-9]{24}-[a-f0-9]{34})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'newrelic-key',
    shape: /(?<![A-Za-z0-9_])(?:NRAK-[A-Z0-9]{27}|NRJS-[a-f0-9]{19}|NRII-[A-Za-z0-9-]{32})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'grafana-token',
    shape:
      /(?<![A-Za-z0-9_])(?:glsa_[A-Za-z0-9]{32}_[A-Fa-f0-9]{8}|glc_[A-Za-z0-9+/]{32,400}={0,2}|eyJrIjoi[A-Za-z0-9]{70,400}={0,2})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'vault-token',
    shape: /(?<![A-Za-z0-9_])(?:hv[sbr]\.[A-Za-z0-9_-]{24,300}|s\.[A-Za-z0-9]{24}(?![A-Za-z0-9]))(?![A-Za-z0-9])/g,
    confidence: 'likely',
  },
  {
    name: 'terraform-token',
    shape: /(?<![A-Za-z0-9_])(?:[A-Za-z0-9]{14}\.atlasv1\.[A-Za-z0-9_=-]{60,70})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  { name: 'pulumi-token', shape: /(?<![A-Za-z0-9_])(?:pul-[a-f0-9]{40})(?![A-Za-z0-9])/g, confidence: 'certain' },
  {
    name: 'planetscale-token',
    shape: /(?<![A-Za-z0-9_])(?:pscale_(?:tkn|pw|oauth)_[A-Za-z0-9=._-]{32,64})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  { name: 'prefect-token', shape: /(?<![A-Za-z0-9_])(?:pnu_[A-Za-z0-9]{36})(?![A-Za-z0-9])/g, confidence: 'certain' },
  {
    name: 'flyio-token',
    shape: /(?<![A-Za-z0-9_])(?:fo1_[A-Za-z0-9_-]{43}|fm[12][ar]?_[A-Za-z0-9+/]{100,400}={0,3})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'typeform-token',
    shape: /(?<![A-Za-z0-9_])(?:tfp_[A-Za-z0-9_.=-]{59})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'telegram-token',
    shape: /(?<![A-Za-z0-9_])(?:\d{5,16}:AA?[A-Za-z0-9_-]{32,34})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'discord-token',
    shape: /(?<![A-Za-z0-9_])(?:[MNO][A-Za-z\d_-]{23,27}\.[A-Za-z\d_-]{6}\.[A-Za-z\d_-]{27,38})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'atlassian-token',
    shape: /(?<![A-Za-z0-9_])(?:ATATT3[A-Za-z0-9_=-]{60,250})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  { name: 'alibaba-key', shape: /(?<![A-Za-z0-9_])(?:LTAI[A-Za-z0-9]{20})(?![A-Za-z0-9])/g, confidence: 'certain' },
  { name: 'tencent-key', shape: /(?<![A-Za-z0-9_])(?:AKID[A-Za-z0-9]{32})(?![A-Za-z0-9])/g, confidence: 'certain' },
  {
    name: 'yandex-token',
    shape:
      /(?<![A-Za-z0-9_])(?:t1\.[A-Z0-9a-z_-]{20,200}={0,2}\.[A-Z0-9a-z_-]{86}={0,2}|AQVN[A-Za-z0-9_-]{35,38}|YC[a-zA-Z0-9_-]{38})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  { name: 'easypost-key', shape: /(?<![A-Za-z0-9_])(?:EZ[AT]K[A-Za-z0-9]{54})(?![A-Za-z0-9])/g, confidence: 'certain' },
  {
    name: 'duffel-token',
    shape: /(?<![A-Za-z0-9_])(?:duffel_(?:test|live)_[A-Za-z0-9_=-]{43})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'dynatrace-token',
    shape: /(?<![A-Za-z0-9_])(?:dt0[a-z]\d{2}\.[A-Z0-9]{24}\.[A-Z0-9]{64})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'flutterwave-key',
    shape: /(?<![A-Za-z0-9_])(?:FLW(?:PUBK|SECK)_TEST-[a-h0-9]{12,32}-X|FLWSECK_TEST[a-h0-9]{12})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'frameio-token',
    shape: /(?<![A-Za-z0-9_])(?:fio-u-[A-Za-z0-9_=-]{64})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  { name: 'readme-key', shape: /(?<![A-Za-z0-9_])(?:rdme_[a-z0-9]{70})(?![A-Za-z0-9])/g, confidence: 'certain' },
  {
    name: 'shippo-token',
    shape: /(?<![A-Za-z0-9_])(?:shippo_(?:live|test)_[a-f0-9]{40})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'clojars-token',
    shape: /(?<![A-Za-z0-9_])(?:CLOJARS_[A-Za-z0-9]{60})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'age-key',
    shape: /(?<![A-Za-z0-9_])(?:AGE-SECRET-KEY-1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'azure-ad-secret',
    shape: /(?<![A-Za-z0-9_])(?:[A-Za-z0-9_~.]{3}\dQ~[A-Za-z0-9_~.-]{31,34})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: '1password-token',
    shape:
      /(?<![A-Za-z0-9_])(?:ops_eyJ[A-Za-z0-9+/]{250,}={0,3}|A3-[A-Z0-9]{6}-(?:[A-Z0-9]{11}|[A-Z0-9]{6}-[A-Z0-9]{5})(?:-[A-Z0-9]{5}){3})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'basecamp-launch-key',
    shape: /(?<![A-Za-z0-9_])(?:sdk-[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12})(?![A-Za-z0-9])/g,
    confidence: 'likely',
  },
  { name: 'adafruit-key', shape: /(?<![A-Za-z0-9_])(?:aio_[A-Za-z0-9]{28})(?![A-Za-z0-9])/g, confidence: 'certain' },
  {
    name: 'facebook-token',
    shape: /(?<![A-Za-z0-9_])(?:EAA[MC][A-Za-z0-9]{100,300})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'sentry-token',
    shape: /(?<![A-Za-z0-9_])(?:sntry[su]_[A-Za-z0-9+/=_.-]{60,300})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
];

/** Where a token can be at all: long runs of its characters, which prose has not. */
const RUN = /(?<![A-Za-z0-9_.:~/+=@-])[A-Za-z0-9_.:~/+=@-]{20,}/g;

const tokens: Detector = {
  hints: { shapes: ['token'] },
  find: (text, lines) => lines.flatMap((at) => findTokens(text, text.lines[at] ?? { text: '', start: 0 })),
};

/** A token may be longer than a line that was cut: it is read from the whole. */
function findTokens({ whole }: SearchedText, line: TextLine): readonly Finding[] {
  const found: Finding[] = [];
  RUN.lastIndex = line.start;
  for (let run = RUN.exec(whole); run !== null && run.index < line.start + line.text.length; run = RUN.exec(whole))
    for (const { name, shape, confidence } of FORMATS)
      for (const { index, 0: token } of run[0].matchAll(shape))
        found.push(toFinding(`secret-key-${name}`, confidence, run.index + index, token));
  return found;
}

const PRIVATE_KEY =
  /-----BEGIN (?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----[\s\S]{16,8192}?(?:-----END (?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----|$)/g;
/** A link with user and password in it, for any scheme. */
const USER_INFO =
  /(?<![A-Za-z0-9+.-])[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/@:"'<>]{1,80}:([^\s/@"'<>]{3,128})@[^\s"'<>]{1,200}/gi;
/** A link that carries a login or a session. */
const LINK = /https?:\/\/[^\s"'<>]{1,2400}/gi;
const SECRET_IN_LINK =
  /[?&;](?:(password|passwd|pwd|pass)|token|access_token|auth_token|id_token|refresh_token|api_?key|secret|client_secret|sessionid|session_id|sid|jsessionid|phpsessid|sig|signature|x-amz-signature|sharedaccesssignature)=([^\s"'<>&;]{3,})/gi;

const PLACEHOLDER = /^(?:[<[{$%*].*|x+|\.+|your.*|example.*|changeme|password|token|secret)$/i;

const privateKeys: Detector = {
  hints: { parts: ['private key'] },
  find: ({ whole }, { length }) =>
    (length > 0 ? [...whole.matchAll(PRIVATE_KEY)] : []).map(({ index, 0: all }) =>
      toFinding('secret-key-private-key', 'certain', index, all),
    ),
};

const links: Detector = {
  hints: { parts: ['://'] },
  find: ({ lines }, at) => at.flatMap((each) => findInLinks(lines[each] ?? { text: '', start: 0 })),
};

function findInLinks({ text, start }: TextLine): readonly Finding[] {
  const connections = (text.includes('@') ? [...text.matchAll(USER_INFO)] : []).filter(isFilled);
  return [
    ...connections.map(({ index, 0: all }) => toFinding('secret-key-connection', 'likely', start + index, all)),
    ...(text.includes('=') ? [...text.matchAll(LINK)] : []).flatMap(({ index, 0: link }) => {
      if (![...link.matchAll(SECRET_IN_LINK)].some(isSecretInLink)) return [];
      const value = link.replace(/(?<![.,;:)\]])[.,;:)\]]+$/, '');
      return [toFinding('secret-key-link', 'likely', start + index, value)];
    }),
  ];
}

/** What is no password must be as long and as mixed as a token: `sid=02/09/29/2232249` is an article. */
function isSecretInLink([, password, value = '']: RegExpExecArray): boolean {
  if (PLACEHOLDER.test(value)) return false;
  return password !== undefined || (value.length >= 16 && /[a-z]/i.test(value) && !value.slice(0, 16).includes('/'));
}

function isFilled(match: RegExpExecArray): boolean {
  return !PLACEHOLDER.test(match[1] ?? '');
}

/**
 * `api_key = "…"`, `AccountKey=…;`, `Authorization: Bearer …`: a name that says secret, a sign, and random characters.
 */
const ASSIGNED =
  /(?:(?:api[ _.-]?key|apikey|access[ _.-]?key|secret[ _.-]?(?:access[ _.-]?)?key|account[ _.-]?key|shared[ _.-]?access[ _.-]?key|private[ _.-]?key|encryption[ _.-]?key|signing[ _.-]?key|license[ _.-]?key|product[ _.-]?key|serial[ _.-]?(?:number|key)|activation[ _.-]?(?:code|key)|(?:cd|registration|recovery|unlock|install(?:ation)?|wiederherstellungs)[ _.-]?(?:key|code|schlüssel)|client[ _.-]?secret|app[ _.-]?secret|consumer[ _.-]?secret|auth[ _.-]?token|access[ _.-]?token|refresh[ _.-]?token|bearer[ _.-]?token|token|secret|passwd|password|credentials?|webhook)(?:[A-Za-z0-9_.-]{0,20})|bearer|lizenzschlüssel|clé (?:de licence|api|d['’]api)|clave (?:de )?(?:licencia|api))["'`]?(?: ?[:=]{1,2}>? ?| is |[ \t])[ \t]?["'`]?/gi;
/** What stands behind the sign. */
const ASSIGNED_VALUE = /^(?:bearer )?["'`]?([A-Za-z0-9_+/=.~:@!#$%^&*-]{12,512})/i;
const WORDS_ONLY = /^(?:[A-Za-z]|[-_.:/](?![-_.:/]))+$|^[\d.:/-]+$/;

const LONG = /[A-Za-z0-9_+/=.~:@!#$%^&*-]{12}/;

const assigned: Detector = {
  hints: {
    parts: ['key', 'secret', 'token', 'passw', 'credential', 'webhook', 'serial', 'schlüssel'],
    words: ['bearer', 'activation', 'unlock', 'recovery', 'install', 'registration', 'clé', 'clave'],
  },
  find: ({ lines }, at) => at.flatMap((each) => findAssigned(lines[each] ?? { text: '', start: 0 })),
};

function findAssigned(line: TextLine): readonly Finding[] {
  return (LONG.test(line.text) ? [...line.text.matchAll(ASSIGNED)] : []).flatMap((match) => {
    const behind = match.index + match[0].length;
    const read = ASSIGNED_VALUE.exec(line.text.slice(behind, behind + 520));
    const value = (read?.[1] ?? '').replace(/(?<![.,;:])[.,;:]+$/, '');
    if (read === null || !isRandom(value)) return [];
    const start = line.start + behind + read[0].length - (read[1] ?? '').length;
    return [toFinding('secret-key-assigned', 'likely', start, value)];
  });
}

/** Letters and digits mixed as no name is: 3 bits of entropy a character or more, or a licence key in groups. */
function isRandom(value: string): boolean {
  if (PLACEHOLDER.test(value) || /^https?:/i.test(value)) return false;
  if (/^\d{6}(?:-\d{6}){7}$/.test(value)) return true;
  if (/^[A-Z0-9]{4,6}(?:-[A-Z0-9]{4,6}){2,7}$/.test(value)) return /\d/.test(value) && /[A-Z]/.test(value);
  if (WORDS_ONLY.test(value)) return false;
  return toEntropy(value) >= 3;
}

/** Shannon's entropy of the characters, in bits a character. */
function toEntropy(value: string): number {
  const counts = new Map<string, number>();
  for (const letter of value) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum - (count / value.length) * Math.log2(count / value.length), 0);
}

function toFinding(detector: string, confidence: Confidence, start: number, value: string): Finding {
  return { kind: 'secret-key', detector, confidence, start, end: start + value.length, value };
}

/** Keys and tokens of machines, and links that carry a login. */
export const secretKeys: readonly Detector[] = [tokens, privateKeys, links, assigned];
