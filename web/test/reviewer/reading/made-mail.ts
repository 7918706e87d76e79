/** A message with one html part. */
export function toHtmlMail(html: string, further: readonly string[] = []): Buffer {
  return toMail([
    'Content-Type: multipart/related; boundary=part-of-it',
    '',
    '--part-of-it',
    'Content-Type: text/html; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    wrap(Buffer.from(html, 'utf8').toString('base64')),
    ...further.flatMap((part) => ['--part-of-it', part]),
    '--part-of-it--',
  ]);
}

/** Header and body as they are given, below an ordinary header. */
export function toMail(lines: readonly string[]): Buffer {
  const header = [
    'From: Ana Novak <a.novak@northwind.example>',
    'To: Marta Olsen <marta.olsen@harbor.example>',
    'Subject: Terms of delivery',
    'Date: Fri, 12 Oct 2001 14:05:31 +0000',
    'MIME-Version: 1.0',
  ];
  return Buffer.from([...header, ...lines].join('\r\n'), 'latin1');
}

/** An attachment of these bytes. */
export function toPart(type: string, bytes: Buffer, name: string, further: readonly string[] = []): string {
  return [
    `Content-Type: ${type}`,
    `Content-Disposition: attachment; filename="${name}"`,
    'Content-Transfer-Encoding: base64',
    ...further,
    '',
    wrap(bytes.toString('base64')),
  ].join('\r\n');
}

function wrap(base64: string): string {
  return base64.replace(/.{76}/g, '$&\r\n');
}
