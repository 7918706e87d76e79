import type { ExportWords } from '../export-words.ts';

export const spanish: ExportWords = {
  title: ['Guardar {n} mensaje', 'Guardar {n} mensajes'],
  lead: 'Los bytes de cada mensaje son los que escribe candor open.',
  chooseKind: 'Como',
  kinds: {
    mbox: { name: 'mbox', hint: 'un archivo que los programas de correo importan' },
    'eml-zip': { name: 'EML en un zip', hint: 'un archivo por mensaje, con una tabla' },
    csv: { name: 'CSV', hint: 'solo la tabla, para una hoja de cálculo; sin texto de mensajes' },
    json: { name: 'JSON', hint: 'solo la tabla, para un programa; sin texto de mensajes' },
  },
  recorded: 'Cada mensaje que se pide para ello queda en el registro de accesos, que lee quien nombra.',
  unsealed:
    'El archivo no está cifrado. Guárdelo como guardaría el propio correo. Las contraseñas y claves aparecen sin ocultar.',
  save: ['Guardar {n} mensaje', 'Guardar {n} mensajes'],
  saving: '{done} de {n}',
  cancel: 'Parar',
  cancelled: 'Parado. No quedó ningún archivo.',
  failed: 'No se guardó: {flaw} No quedó ningún archivo; inténtelo de nuevo.',
  done: ['{n} mensaje guardado, {bytes} bytes.', '{n} mensajes guardados, {bytes} bytes.'],
  digest: 'SHA-256 del archivo',
  missing: [
    '{n} mensaje no se pudo abrir y no está en él: dañado o ausente en el portal. Su identificador está abajo.',
    '{n} mensajes no se pudieron abrir y no están en él: dañados o ausentes en el portal. Sus identificadores están abajo.',
  ],
  nothing: 'Ningún mensaje coincide: no hay nada que guardar.',
  open: 'Guardar…',
  diskFull: 'El disco o el navegador no quiso conservar el archivo.',
};
