const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+,';
const RUN = /&([A-Za-z0-9+,]*)-/g;

/**
 * Decodes a mailbox name in modified UTF-7 (RFC 3501 section 5.1.3). A run that is not valid stays as it stands, so
 * that two different names on disk never become one.
 */
export function readModifiedUtf7(name: string): string {
  if (!name.includes('&')) return name;
  return name.replace(RUN, (whole, run: string) => (run === '' ? '&' : (decodeRun(run) ?? whole)));
}

/** Big-endian UTF-16 in base64 without padding; null where bits are left over or a surrogate stands alone. */
function decodeRun(run: string): string | null {
  let bits = 0;
  let held = 0;
  let text = '';
  for (const character of run) {
    held = (held << 6) | BASE64.indexOf(character);
    bits += 6;
    if (bits < 16) continue;
    bits -= 16;
    text += String.fromCharCode((held >>> bits) & 0xffff);
    held &= (1 << bits) - 1;
  }
  const whole = bits < 6 && held === 0 && text !== '';
  return whole && text.isWellFormed() ? text : null;
}
