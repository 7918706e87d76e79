import type { Phrases } from '../phrases.ts';

/** The answers, each with what it means. */
export const headlines: Phrases['headlines'] = {
  issued: {
    label: 'A medio comprobar: el código es auténtico, el texto desconocido',
    title: 'Emitido para {domain} el {time}. Texto aún sin comparar.',
    lead: 'Un código auténtico puede copiarse en un mensaje falso. Compare el texto antes de actuar, llamar a un número o abrir una dirección que contenga.',
  },
  genuine: {
    label: 'Auténtico',
    title: '{organization} emitió este aviso para {domain}, y su texto no ha cambiado.',
    lead: 'Emitido el {time}.',
  },
  added: {
    label: 'Sin cambios, con añadidos',
    title: 'Nuestro texto está entero, pero alguien le añadió algo.',
    lead: 'Emitido para {domain} el {time}. Las listas y pasarelas de correo añaden líneas; los falsificadores también. No son nuestras: no haga nada de lo que digan.',
  },
  superseded: {
    label: 'Sustituido',
    title: '{organization} sustituyó este aviso el {later}.',
    lead: 'Su texto es el que emitimos para {domain} el {time}, pero sus cifras ya no valen. Busque el aviso del {later}; tiene un código propio.',
  },
  incomplete: {
    label: 'Sin cambios, no probado del todo',
    title: 'El texto es el emitido, pero falta parte de la prueba.',
    lead: 'Emitido para {domain} el {time}. Inténtelo de nuevo dentro de una hora; hasta entonces pregunte al DNS o llámenos antes de actuar.',
  },
  old: {
    label: 'Sin cambios, validez desconocida',
    title: 'El texto es el emitido. No se sabe si sigue siendo válido.',
    lead: 'Emitido para {domain} el {time}. Los archivos de esta página son del {built}: lo que se retiró o sustituyó desde entonces no consta en ellos. Llámenos a un número que conozca antes de actuar.',
  },
  changed: {
    label: 'Texto cambiado',
    title: 'Esto no es lo que emitimos. No actúe según ello.',
    lead: 'El código es auténtico y se emitió para {domain} el {time}, pero {differences}. Alguien puso un código auténtico en un mensaje cambiado.',
  },
  rewritten: {
    label: 'Reescrito por el camino',
    title: 'Las palabras son nuestras, pero su sistema de correo reescribió el mensaje.',
    lead: 'Emitido para {domain} el {time}. Los enlaces o el formato de su copia no son nuestros. Siga el texto emitido abajo, no un enlace de su copia.',
  },
  'words-alone': {
    label: 'Palabras comparadas',
    title: 'Las palabras son las que emitimos. El remitente y los enlaces no se compararon.',
    lead: 'Emitido para {domain} el {time}. Suelte el archivo del mensaje para comprobar su remitente y sus enlaces.',
  },
  inside: {
    label: 'Dentro de otro mensaje',
    title: 'Otra persona envió este mensaje. Nuestro aviso está dentro.',
    lead: 'El remitente es {from} y el asunto es «{subject}». Solo el texto emitido abajo es nuestro.',
  },
  'not-the-notice': {
    label: 'Otro mensaje',
    title: 'Este archivo no es el aviso.',
    lead: 'Emitimos este código para {domain} el {time}, pero su archivo es otro mensaje. Suelte el aviso mismo o lea el texto emitido abajo.',
  },
  'pasted-not-the-notice': {
    label: 'Otro texto',
    title: 'Este texto no es el aviso.',
    lead: 'Emitimos este código para {domain} el {time}, pero usted pegó otro texto. Pegue el aviso entero o lea el texto emitido abajo.',
  },
  withdrawn: {
    label: 'Retirado',
    title: '{organization} retiró este aviso el {later}.',
    lead: 'Lo que dice no vale, sea cual sea el texto de su copia.',
  },
  'other-domain': {
    label: 'Emitido para otro dominio',
    title: 'Este código no se emitió para {typed}.',
    lead: 'Un aviso vale para un dominio. O lo recibió en otra dirección, o alguien le envió el aviso de otro.',
  },
  unknown: {
    label: 'Código desconocido',
    title: 'No emitimos ningún aviso con este código.',
    lead: 'El código está bien formado, pero ningún aviso lo lleva en los archivos de respuesta del {built}. Un aviso posterior aparece con los siguientes. Compárelo otra vez con su mensaje.',
  },
  unproved: {
    label: 'La prueba no se sostiene',
    title: 'Los archivos de esta página se contradicen. No actúe según el aviso.',
    lead: 'Una firma o una prueba es errónea. Es un fallo nuestro, o alguien cambió archivos de este sitio.',
  },
  failed: {
    label: 'Sin respuesta',
    title: 'Sin respuesta. Esto no dice nada de su aviso.',
    lead: 'Los archivos de respuesta no se cargaron. Nada de lo introducido se ha perdido.',
  },
  'old-browser': {
    label: 'Sin respuesta',
    title: 'Este navegador no puede comprobar firmas. Esto no dice nada de su aviso.',
    lead: 'Es demasiado antiguo, o la página no vino por https. Use un navegador más nuevo u otro de los caminos.',
  },
};
