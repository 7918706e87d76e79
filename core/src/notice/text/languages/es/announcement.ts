import type { AnnouncementPhrases } from '../announcement-phrases.ts';

export const spanishAnnouncement: AnnouncementPhrases = {
  subject: {
    organization: 'Alguien pide leer los correos afectados entre su organización y {organization}',
    person: 'Alguien pide leer los correos afectados entre usted y {organization}',
  },
  somebody: 'desconocido',
  asks: {
    organization:
      'Se nos han pedido los correos afectados entre su organización y la nuestra que conciernen a {proved}. Nombre indicado: {person}. Nadie lee nada todavía.',
    person:
      'Se nos han pedido los correos afectados entre usted y nosotros ({proved}). Nombre indicado: {person}. Nadie lee nada todavía.',
  },
  address: 'Dirección indicada: {address}.',
  addressElsewhere: 'La dirección indicada no está en ninguno de sus dominios.',
  shown: {
    dns: 'Lo que se mostró: un registro en la zona de {proved} contiene la clave de abajo, y la persona tiene el código de un aviso nuestro.',
    mailbox: 'Lo que se mostró: la persona tiene el código que enviamos a {proved}.',
    nomination: 'Lo que se mostró: {name}, que puede nombrar lectores por usted, nombró a esta persona.',
    hand: 'Lo que se mostró: una persona de nuestro equipo anotó cómo probó esta persona que actúa por usted.',
  },
  representative: 'Esta persona actúa por usted desde fuera, como abogado o proveedor.',
  fingerprint: 'Huella de la clave; la persona ve la misma:',
  objectHeading: 'Si no lo quiere',
  objectTelephone: 'Llame al {telephone} (compárelo con nuestro sitio web) y diga que se opone.',
  objectWebSiteNumber: 'Llame al número de nuestro sitio web y diga que se opone.',
  objectReply: 'O responda a este mensaje.',
  objectPage: 'O escriba {page} en su navegador: tras el código de abajo, la página dice cómo localizarnos.',
  oneObjection: 'Basta una oposición. Nada continúa antes de que dos personas de nuestro equipo hablen con usted.',
  waitHeading: 'Si lo espera',
  wait: {
    one: 'No tiene que hacer nada. Esperamos al menos {n} hora después de informar a sus contactos; entonces deciden dos personas de nuestro equipo.',
    other:
      'No tiene que hacer nada. Esperamos al menos {n} horas después de informar a sus contactos; entonces deciden dos personas de nuestro equipo.',
  },
  sooner: 'Es más rápido si una segunda persona de su organización lo confirma por teléfono.',
};
