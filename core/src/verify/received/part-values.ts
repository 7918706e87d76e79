/** What programs that write multiparts say to those that know none, letter for letter; each on one line here. */
export const PREAMBLES: ReadonlySet<string> = new Set([
  'This is a multi-part message in MIME format.',
  'This is a multi-part message in MIME format',
  'This is a multi-part message in MIME format...',
  'This is a multipart message in MIME format.',
  'This is a multipart message in MIME format',
  'This is a MIME-formatted multipart message.',
  'This is a MIME-encapsulated message',
  'This is a MIME-encapsulated message.',
  'This is a message in MIME format.',
  'This is a cryptographically signed message in MIME format.',
  'This is an S/MIME signed message',
  'This is an OpenPGP/MIME signed message (RFC 4880 and 3156)',
  'This is an OpenPGP/MIME signed message (RFC 2440 and 3156)',
  'This is a message in Mime Format. If you see this, your mail reader does not support this format.',
  'This is a MIME-formatted message. If you see this text it means that your E-mail software does not support MIME-formatted messages.',
  'This message is in MIME format. Since your mail reader does not understand this format, some or all of this message may not be legible.',
  'This message is in MIME format. Since your mail reader does not understand --- this format, some or all of this message may not be legible.',
]);

/**
 * Charsets in which ASCII is ASCII and which every program knows. A part in another one reads differently in one that
 * does not.
 */
export const CHARSETS: ReadonlySet<string> = new Set(
  'utf-8 utf8 us-ascii ascii iso-8859-1 iso-8859-15 windows-1252'.split(' '),
);

export const MULTIPARTS: ReadonlySet<string> = new Set(
  'multipart/alternative multipart/mixed multipart/related multipart/signed'.split(' '),
);

/** Signatures of S/MIME and OpenPGP: named, not judged. */
export const SIGNATURES: ReadonlySet<string> = new Set(
  'application/pkcs7-signature application/x-pkcs7-signature application/pgp-signature'.split(' '),
);

const TOKEN = /^[\w./+-]{1,80}$/;
const CHARSET = /^[\w-]{1,40}$/;

/** Parameters of a content type, each with the values that it may have. None may change what a program shows. */
export const TYPE_PARAMETERS: Readonly<Record<'multipart' | 'text', Readonly<Record<string, RegExp>>>> = {
  multipart: {
    boundary: /^[\w'()+,./:=? -]{0,69}[\w'()+,./:=?-]$/,
    charset: CHARSET,
    type: /^(?:text\/(?:html|plain)|multipart\/alternative)$/i,
    protocol: TOKEN,
    micalg: TOKEN,
    differences: /^content-type$/i,
  },
  text: {
    charset: CHARSET,
    format: /^(?:flowed|fixed)$/i,
    delsp: /^no$/i,
    'reply-type': /^(?:original|response)$/i,
  },
};

/** Fields of a part, each with the values that it may have; Content-Type is read on its own. */
export const PART_FIELDS: Readonly<Record<string, RegExp>> = {
  'content-transfer-encoding': /^(?:7bit|8bit|binary|quoted-printable|base64)$/i,
  'content-language': /^[a-z]{1,8}(?:-[a-z0-9]{1,8})*(?:, ?[a-z]{1,8}(?:-[a-z0-9]{1,8})*){0,8}$/i,
  'content-disposition': /^inline$/i,
  'content-id': /^<[^<>\s"(),;]{1,200}>$/,
  'x-mime-autoconverted': /^from [\w-]+ to [\w-]+ by [\w .()-]{1,60}$/i,
  'mime-version': /^1\.0(?: \([\w .]{0,60}\))?$/,
};
