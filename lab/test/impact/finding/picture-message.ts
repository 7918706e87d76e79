import { drawText } from './draw-text.ts';

/** A picture with a password in it. */
export const picture = drawText('PASSWORD: HARBOR474');

export const messageWithPicture = Buffer.from(
  `Subject: a\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: image/x-portable-graymap; name=a.pgm\r\nContent-Transfer-Encoding: base64\r\n\r\n${picture.toString('base64')}\r\n--b--\r\n`,
);
export const readPictures = (ocr: boolean) => ({ settings: { sensitive: false, ocr }, valueKey: new Uint8Array(32) });
