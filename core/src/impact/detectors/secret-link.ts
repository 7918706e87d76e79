import type { Confidence, Detector, Finding, TextLine } from './finding.ts';
import { isMixed, isPlaceholder, toSecretKey } from './secret-value.ts';

/** An address with user and password in it, for any scheme; Redis has no user (`rediss://:password@host`). */
const USER_INFO =
  /(?<![A-Za-z0-9+.-])[a-z][a-z0-9+.-]{1,20}:\/\/([^\s/@:"'<>]{0,80}):([^\s/@"'<>]{3,128})@([^\s"'<>]{1,200})/gi;
const LINK = /https?:\/\/[^\s"'<>]{1,2400}/gi;
/** A machine's mark: `http://ads.example:affiliate@…` leads to advertisements. */
const IS_OF_ADVERTISING = /^https?:\/\/(?:[^\s/@:]*\.[^\s/@:]*|[^\s:]{0,80}:[a-z]+@)/i;

interface LinkRule {
  /** With the flag `i`. All must hold. */
  readonly holds: readonly RegExp[];
  readonly confidence: Confidence;
  /** Where the form is documented. */
  readonly source: string;
}

/** Signed links and hooks: whoever has one may read or write. */
const OPEN: readonly LinkRule[] = [
  {
    holds: [/[?&;]x-amz-signature=[0-9a-f]{64}(?![0-9a-f])/i],
    confidence: 'certain',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html',
  },
  {
    holds: [/[?&;]x-goog-signature=[0-9a-f]{64}/i],
    confidence: 'certain',
    source: 'https://cloud.google.com/storage/docs/access-control/signed-urls',
  },
  {
    holds: [/[?&;]sig=[A-Za-z0-9%+/_-]{24}/, /[?&;](?:se|sv|sp|sr)=/],
    confidence: 'certain',
    source: 'https://learn.microsoft.com/rest/api/storageservices/create-service-sas',
  },
  {
    holds: [
      /[?&;]signature=[A-Za-z0-9%+/_~-]{20}/i,
      /[?&;](?:key-pair-id|awsaccesskeyid|ossaccesskeyid|googleaccessid)=/i,
    ],
    confidence: 'certain',
    source:
      'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-creating-signed-url-canned-policy.html',
  },
  {
    holds: [/[?&;](?:sig|signature|hmac)=[A-Za-z0-9%+/_~-]{16}/i, /[?&;](?:expires?|exp|expiry|valid(?:until|to)?)=/i],
    confidence: 'likely',
    source: 'https://laravel.com/docs/urls#signed-urls',
  },
  {
    holds: [
      /^https:\/\/(?:hooks\.zapier\.com\/hooks\/catch\/\d{4,12}\/[a-z0-9]{5,12}|hook\.(?:[a-z]{2}\d\.)?make\.com\/[a-z0-9]{20}|maker\.ifttt\.com\/[a-z_/]{1,60}\/with\/key\/[A-Za-z0-9_-]{20}|hooks\.slack\.com\/(?:workflows|triggers)\/[A-Za-z0-9/]{20})/,
    ],
    confidence: 'certain',
    source: 'https://help.zapier.com/hc/articles/8496288690317',
  },
];

const PASSWORD_IN_LINK = /[?&;](?:password|passwd|pwd|pass)=([^\s"'<>&;]{3,})/gi;
const TOKEN_IN_LINK =
  /[?&;](?:token|access_?token|auth_?token|id_?token|refresh_?token|login_?token|api_?key|secret|client_?secret|sharedaccesssignature|signature|sig|ticket|jwt)=([^\s"'<>&;]{3,})/gi;
/** A session has ended by the time that somebody reads of it, and shops put one into every link. */
const SESSION_IN_LINK = /[?&;](?:sessionid|session_id|sid|jsessionid|phpsessid)=([^\s"'<>&;]{3,})/gi;
/** Links that reset, invite or log in by themselves (OWASP Forgot Password Cheat Sheet, URL tokens). */
const LETS_IN =
  /[/?&=#._-](?:(?:reset|recover|forgot|set|change|new|create|choose)[_-]?(?:your[_-]?)?(?:pass(?:word|wd)?|pw|pwd|access|account)|pass(?:word|wd)?[_-]?(?:reset|recovery|recover|forgot|change|setup)s?|passwords?\/(?:reset|edit|new|change|recover|set)|reset|recovery?|(?:passwort|kennwort)[a-z_-]{0,14}|mot-?de-?passe[a-z_-]{0,14}|contrasena[a-z_-]{0,14}|restablecer[a-z_-]{0,14}|magic(?:[_-]?(?:link|login|auth))?|passwordless|one[_-]?time(?:[_-]?(?:login|secret))?|otl|invit(?:e|es|ation|ations)|shared_invite|accept[_-]invit\w{0,5}|activat(?:e|ion)|log-?in|sign-?in|signin_with_token|autologin|auto-login|sso|impersonate)(?=[/?&=#._-])/i;
/** The end of a link, or of one of its members. */
const PIECE = /[^/?&=#;]{16,}/g;
const IS_TRACKING =
  /^https?:\/\/(?:click|clicks|track|tracking|trk|links?|email|e|go|t|news|newsletter|ads?|lnk|mail(?:er|ing)?s?|cl|r)\d{0,3}\.|[/?&._-](?:unsub(?:scribe)?|opt-?out|abmelden|desabonn\w{0,8}|click|track(?:ing)?|redir(?:ect)?|open|pixel|preferences|newsletter|campaigns?|utm_[a-z]{3,12}|affiliates?|adserv\w{0,4}|ads?|wf\/(?:open|click)|ls\/click|ss\/c)(?=[/?&=._-])/i;
const MASS_MAIL =
  /unsubscribe|opt[ -]out|newsletter|abbestellen|abmelden|désabonn|se désinscrire|darse de baja|cancelar la suscripción/i;
/** So much of a text's end holds the footer of mail to many. */
const FOOTER_UNITS = 4_000;

export const findSecretLinks: Detector = {
  hints: { parts: ['://'] },
  find: (text, at) => {
    const isMassMail = MASS_MAIL.test(text.whole.slice(-FOOTER_UNITS));
    return at.flatMap((each) => findInLine(text.lines[each] ?? { text: '', start: 0 }, isMassMail));
  },
};

function findInLine({ text, start }: TextLine, isMassMail: boolean): readonly Finding[] {
  const connections = text.includes('@') ? [...text.matchAll(USER_INFO)] : [];
  return [
    ...connections.flatMap(({ index, 0: all, 2: password = '' }): readonly Finding[] => {
      if (isPlaceholder(password)) return [];
      const confidence = IS_OF_ADVERTISING.test(all) ? 'weak' : 'likely';
      return [toSecretKey('secret-key-connection', confidence, start + index, all)];
    }),
    ...[...text.matchAll(LINK)].flatMap(({ index, 0: link }): readonly Finding[] => {
      const value = link.replace(/(?<![.,;:)\]}*])[.,;:)\]}*]+$/, '');
      const confidence = judgeLink(value, isMassMail);
      return confidence === null ? [] : [toSecretKey('secret-key-link', confidence, start + index, value)];
    }),
  ];
}

/** How sure it is that a link lets in whoever has it; null where it is a link as any other. */
function judgeLink(link: string, isMassMail: boolean): Confidence | null {
  const open = OPEN.find(({ holds }) => holds.every((each) => each.test(link)));
  if (open !== undefined) return open.confidence;
  const isTracking = IS_TRACKING.test(link);
  const path = link.replace(/^https?:\/\/[^/?#]*/i, '');
  if (LETS_IN.test(path) && !isTracking && (path.match(PIECE) ?? []).some(isMixed)) return 'likely';
  if (!link.includes('=')) return null;
  if (holdsValue(link, PASSWORD_IN_LINK, (value) => !isPlaceholder(value))) return isTracking ? 'weak' : 'likely';
  if (holdsValue(link, TOKEN_IN_LINK, (value) => value.length >= 20 && isMixed(value)))
    return isTracking || isMassMail ? 'weak' : 'likely';
  return holdsValue(link, TOKEN_IN_LINK, isLong) || holdsValue(link, SESSION_IN_LINK, isLong) ? 'weak' : null;
}

function holdsValue(link: string, member: RegExp, passes: (value: string) => boolean): boolean {
  return [...link.matchAll(member)].some(({ 1: value = '' }) => passes(value));
}

/** `sid=02/09/29/2232249` is an article. */
function isLong(value: string): boolean {
  return !isPlaceholder(value) && value.length >= 16 && /[a-z]/i.test(value) && !value.slice(0, 16).includes('/');
}
