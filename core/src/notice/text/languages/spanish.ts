import { spanishAnnouncement } from './announcement/spanish.ts';
import type { Phrases } from './phrases.ts';

export const spanish: Phrases = {
  numerals: {
    groupSeparator: '.',
    // Four digits stand together in Spanish.
    groupedFromDigits: 5,
    isZeroSingular: false,
    months: [
      'enero',
      'febrero',
      'marzo',
      'abril',
      'mayo',
      'junio',
      'julio',
      'agosto',
      'septiembre',
      'octubre',
      'noviembre',
      'diciembre',
    ],
    shortMonths: ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sept', 'oct', 'nov', 'dic'],
    date: '{day} de {month} de {year}',
    shortDate: '{day} {month} {year}',
    dayOfYear: '{day} de {month}',
    shortDayOfYear: '{day} {month}',
    firstDay: '1',
    time: '{date}, {hour}:{minute} UTC',
  },

  subject: {
    stolen: {
      one: 'Robo de sus correos con {organization} ({n} mensaje, {window})',
      other: 'Robo de sus correos con {organization} ({n de} mensajes, {window})',
    },
    secrets: {
      one: 'Contraseñas o claves en riesgo en sus correos con {organization} ({n} mensaje, {window})',
      other: 'Contraseñas o claves en riesgo en sus correos con {organization} ({n de} mensajes, {window})',
    },
    partial: {
      one: 'Un intruso vio parte de sus correos con {organization} ({n} mensaje, {window})',
      other: 'Un intruso vio parte de sus correos con {organization} ({n de} mensajes, {window})',
    },
    possible: {
      one: 'No se puede descartar el robo de sus correos con {organization} ({n} mensaje, {window})',
      other: 'No se puede descartar el robo de sus correos con {organization} ({n de} mensajes, {window})',
    },
    undetermined: {
      one: 'Nuestro registro no dice si sus correos con {organization} fueron robados ({n} mensaje, {window})',
      other: 'Nuestro registro no dice si sus correos con {organization} fueron robados ({n de} mensajes, {window})',
    },
    fraud: {
      one: 'Aviso de fraude: un intruso le escribió en nombre de {organization} ({n} mensaje, {window})',
      other: 'Aviso de fraude: un intruso le escribió en nombre de {organization} ({n de} mensajes, {window})',
    },
    none: 'Ningún acceso del intruso a sus correos con {organization} ({window})',
    gone: 'Lo que dijimos de sus correos con {organization} ya no está probado ({window})',
    update: '{organization}: nada ha cambiado desde nuestro aviso del {previous}',
    supplement: 'Ampliación: ',
    correction: 'Rectificación: ',
    reminder: 'Recordatorio: ',
    window: '{from} – {to}',
  },

  to: {
    organization: {
      named: 'Al equipo de seguridad de {name} ({domains})',
      unnamed: 'Al equipo de seguridad de {domains}',
    },
    person: { named: 'A {name} ({domains})', unnamed: 'A {domains}' },
  },
  moreDomains: '{domains} y {n} más',

  reminder: 'Le recordamos nuestro aviso del {previous}.',
  supplement: 'Este aviso amplía el del {previous} y lo sustituye.',
  correction: 'Este aviso rectifica el del {previous} y lo sustituye: parte de lo que dijimos no es exacto.',

  fraudHeading: 'Aviso de fraude',
  fraud: {
    organization: {
      one: 'El propio intruso envió {n} mensaje{before} a su organización en nuestro nombre. Confirme por teléfono toda solicitud de pago, dato bancario o archivo adjunto que le llegara de nosotros {span}.',
      other:
        'El propio intruso envió {n de} mensajes{before} a su organización en nuestro nombre. Confirme por teléfono toda solicitud de pago, dato bancario o archivo adjunto que le llegara de nosotros {span}.',
    },
    person: {
      one: 'El propio intruso le envió {n} mensaje{before} en nuestro nombre. Confirme por teléfono toda solicitud de pago, dato bancario o archivo adjunto que le llegara de nosotros {span}.',
      other:
        'El propio intruso le envió {n de} mensajes{before} en nuestro nombre. Confirme por teléfono toda solicitud de pago, dato bancario o archivo adjunto que le llegara de nosotros {span}.',
    },
  },

  happened: 'Un intruso tuvo acceso a buzones de correo de {organization} {span}.',
  span: 'entre el {from} y el {to}',
  spanOneDay: 'el {from}',

  changedHeading: 'Qué ha cambiado desde nuestro aviso del {previous}',
  unchanged: 'Ninguna cifra ha cambiado.',
  concerned: {
    organization: {
      one: 'Está afectado {n} mensaje{before} entre su organización y la nuestra{mailboxes}{dated}{counted}:',
      other: 'Están afectados {n de} mensajes{before} entre su organización y la nuestra{mailboxes}{dated}{counted}:',
    },
    person: {
      one: 'Está afectado {n} mensaje{before} entre usted y nosotros{mailboxes}{dated}{counted}:',
      other: 'Están afectados {n de} mensajes{before} entre usted y nosotros{mailboxes}{dated}{counted}:',
    },
  },
  mailboxes: { one: ', en uno de nuestros buzones', other: ', en {n} de nuestros buzones' },
  counted: {
    stolen: {
      one: '; el asunto solo cuenta el abierto, copiado o dado por copiado',
      other: '; el asunto solo cuenta los {n} abiertos, copiados o dados por copiados',
    },
    secrets: {
      one: '; el asunto solo cuenta el que tiene contraseñas o claves',
      other: '; el asunto solo cuenta los {n} que tienen contraseñas o claves',
    },
    partial: {
      one: '; el asunto solo cuenta el visto en parte',
      other: '; el asunto solo cuenta los {n} vistos en parte',
    },
    possible: {
      one: '; el asunto solo cuenta el que no se puede descartar',
      other: '; el asunto solo cuenta los {n} que no se pueden descartar',
    },
  },
  dated: ', con fecha {dates}',
  dates: 'del {first} al {last}',
  datesOneDay: 'del {first}',
  none: {
    organization:
      'Según lo que sabemos hoy, el intruso no tuvo acceso a ningún mensaje entre su organización y la nuestra; antes dijimos otra cosa:',
    person:
      'Según lo que sabemos hoy, el intruso no tuvo acceso a ningún mensaje entre usted y nosotros; antes dijimos otra cosa:',
  },
  gone: {
    organization:
      'En los buzones y registros que tenemos ahora faltan mensajes entre su organización y la nuestra de los que le avisamos. Eso no muestra que el intruso no tuviera acceso a ninguno; antes dijimos:',
    person:
      'En los buzones y registros que tenemos ahora faltan mensajes entre usted y nosotros de los que le avisamos. Eso no muestra que el intruso no tuviera acceso a ninguno; antes dijimos:',
  },
  before: ' (antes: {n})',
  notExamined: 'sin buscar',
  noDate: 'sin fecha',
  verdicts: {
    accessed: {
      one: '{n} abierto o copiado por el programa del intruso',
      other: '{n} abiertos o copiados por el programa del intruso',
    },
    presumed: { one: '{n} que debe darse por copiado', other: '{n} que deben darse por copiados' },
    partial: { one: '{n} visto en parte', other: '{n} vistos en parte' },
    possible: { one: '{n} cuyo acceso no se puede descartar', other: '{n} cuyo acceso no se puede descartar' },
    undetermined: {
      one: '{n} del que nuestro registro no dice nada',
      other: '{n} de los que nuestro registro no dice nada',
    },
  },
  secrets: { one: '{n} de ellos con contraseñas o claves', other: '{n} de ellos con contraseñas o claves' },
  affectedAddresses: {
    one: '{n} de sus direcciones está afectada{before}.',
    other: '{n} de sus direcciones están afectadas{before}.',
  },
  bulk: { one: '{n} de ellos de envío masivo o de lista', other: '{n} de ellos de envío masivo o de lista' },
  held: { one: '{n} de ellos retenido para revisión jurídica', other: '{n} de ellos retenidos para revisión jurídica' },
  intruderSent: {
    one: '{n} mensaje enviado por el propio intruso',
    other: '{n de} mensajes enviados por el propio intruso',
  },

  consequences:
    'Posibles consecuencias: correos que citen estos mensajes para engañarle a usted o a sus conocidos, y mal uso de lo que dicen de usted.',
  consequencesIfRead:
    'Si estos mensajes fueron leídos, las posibles consecuencias son correos que los citen para engañarle a usted o a sus conocidos, y mal uso de lo que dicen de usted.',

  actionsHeading: 'Qué hacer ahora',
  changeSecrets: {
    one: 'Cambie las contraseñas y claves de los correos entre nosotros; {n} mensaje las contiene.',
    other: 'Cambie las contraseñas y claves de los correos entre nosotros; {n de} mensajes las contienen.',
  },
  changeUnexamined: 'Cambie las contraseñas y claves de los correos entre nosotros. Aún no las hemos buscado.',
  warnStaff: {
    one: 'Avise a la persona afectada de su organización: el intruso puede citar sus correos con cualquier nombre.',
    other:
      'Avise a las {n de} personas afectadas de su organización: el intruso puede citar sus correos con cualquier nombre.',
  },
  distrust: 'Desconfíe de correos que citen estos mensajes: el intruso puede escribirlos con cualquier nombre.',
  passOn: 'Transmita este aviso a sus clientes afectados (artículo 33.2 del RGPD); texto más abajo.',
  dutyController:
    'Tratamos datos por cuenta suya: su plazo de 72 horas (artículo 33 del RGPD) puede empezar con este aviso.',
  duty: 'Su propia obligación de notificar puede empezar con este aviso (artículo 33 del RGPD: 72 horas).',

  checkHeading: 'Compruebe este aviso sin hacer clic',
  checkPage: {
    organization: 'Escriba {page} en su navegador y, allí, su dominio y este código:',
    person: 'Escriba {page} en su navegador y, allí, el dominio de su dirección y este código:',
  },
  checkDns: 'Consulte el DNS; la respuesta debe mostrar esta clave:',
  checkLog: {
    one: 'Nuestro registro público tenía {n} entrada al redactarse este aviso; su raíz:',
    other: 'Nuestro registro público tenía {n de} entradas al redactarse este aviso; su raíz:',
  },
  checkWebSiteNumber: 'Llame al número de nuestro sitio web y lea el código.',
  checkTelephone: 'Llame al {telephone} (compárelo con nuestro sitio web) y lea el código.',
  asksNothing: 'Este aviso no pide contraseña, pago ni clic alguno.',

  unknownHeading: 'Qué no sabemos',
  unknownGaps: {
    one: 'El registro de un buzón afectado tiene lagunas.',
    other: 'Los registros de {n} buzones afectados tienen lagunas.',
  },
  unknownMessages: {
    one: 'De {n} mensaje no podemos decir si fue sustraído.',
    other: 'De {n de} mensajes no podemos decir si fueron sustraídos.',
  },
  unknownNothing: 'No conocemos ninguna laguna en los registros de los buzones afectados.',
  nextUpdate: 'Próximo aviso: {date}, aunque nada cambie.',
  nextUpdateOpen: 'Próximo aviso: cuando se sepa más.',
  readable: 'Podrá leer los mensajes a partir del {date}; cómo: {page}, después del código.',
  contact: {
    address: 'Si tiene preguntas, escriba a {reply}',
    answer: 'Si tiene preguntas, responda a este aviso si le llegó por correo electrónico,',
    telephone: ' o llame al {telephone}.',
    webSiteNumber: ' o llame al número de nuestro sitio web.',
  },

  detailsHeading: 'Detalles',
  allFiguresHeading: 'Todas las cifras',
  addedHeading: 'Para usted en particular',
  customersHeading: 'Texto para sus clientes',
  customers: {
    one: 'Un intruso tuvo acceso a buzones de {organization} ({domain}) {span}. Está afectado {n} mensaje entre esa organización y nosotros. Examinamos qué datos suyos contiene y se lo comunicaremos.',
    other:
      'Un intruso tuvo acceso a buzones de {organization} ({domain}) {span}. Están afectados {n de} mensajes entre esa organización y nosotros. Examinamos qué datos suyos contienen y se lo comunicaremos.',
  },
  wordsHeading: 'Qué significan las palabras',
  words: {
    accessed:
      'Abierto o copiado: una entrada de nuestro registro de accesos nombra el mensaje, y es del intruso; o el intruso le contestó.',
    presumed:
      'Debe darse por copiado: el intruso descargó entera una carpeta del buzón, exportó correo del buzón, se hacía reenviar mensajes de ese tipo, o estaba o podía estar en el buzón mientras el registro estaba incompleto; o una entrada nombra el mensaje y puede ser del intruso o referirse a otro. Nada muestra que el mensaje se librara.',
    partial:
      'Visto en parte: una búsqueda del intruso encuentra el mensaje, o el intruso mostró la lista de su carpeta, o lo movió, lo cambió o lo borró.',
    possible:
      'No se puede descartar: el intruso podía llegar al mensaje, y ninguna entrada muestra si lo hizo; o una entrada sobre su carpeta, su buzón o un reenvío puede ser del intruso.',
    undetermined:
      'Nuestro registro no dice nada: nada muestra un acceso del intruso, y el registro no está tan completo ni tan claro como para decir que no lo hubo.',
  },
  wordsBulk: 'De envío masivo o de lista: así lo marcó quien lo envió. Está contado arriba.',
  wordsHeld:
    'Retenido: nuestros abogados comprueban si está protegido por el secreto profesional antes de que nadie lo lea. Está contado arriba.',
  countedMessages: {
    one: 'De los {told de} mensajes, {n} está al menos en «no se puede descartar».',
    other: 'De los {told de} mensajes, {n} están al menos en «no se puede descartar».',
  },
  windowMoments: 'Periodo de acceso: {from} – {to}.',
  recordedMoments: 'Primera y última entrada del intruso en nuestros registros: {first}, y {last}.',
  boundDomains: 'Emitido para: {domains}.',
  origin:
    'Todas las cifras se calculan a partir de nuestros buzones y registros: versión {version}, huella {digest}. Nadie puede escribirlas a mano.',
  originListed:
    'Todas las cifras, salvo la de contraseñas y claves, se calculan a partir de nuestros buzones y registros: versión {version}, huella {digest}. Nadie puede escribirlas a mano. Nuestro personal señaló qué mensajes contienen contraseñas o claves.',
  logMeaning:
    'Conserve este aviso: con el tamaño y la raíz del registro público podrá mostrar más adelante si ese registro fue alterado.',
  codeMeaning: 'El código designa este aviso. No abre nada ni prueba nada sobre usted.',
  gapsHeading: 'Lagunas de nuestros registros de accesos',
  gapRow: { one: '{gap}: {n} buzón', other: '{gap}: {n} buzones' },
  gaps: {
    throttled: 'Se abrió tanto que el proveedor dejó de registrar',
    lossy: 'Hay entradas que indican menos de lo que ocurrió',
    truncated: 'El registro se exportó incompleto',
    bypassed: 'Una cuenta estaba exenta de registro',
    'ingestion-off': 'El registro estaba desactivado en toda la organización',
    unlicensed: 'Faltaba la licencia que el registro necesita',
    'audit-off': 'El registro estaba desactivado',
    'before-retention': 'Hubo entradas borradas antes de poder asegurarlas',
    unsupported: 'Los buzones de este tipo no se registran',
    'not-recorded': 'El buzón se usaba y no se registró ningún acceso',
    unasserted: 'Nadie confirma que el registro esté completo',
  },

  announcement: spanishAnnouncement,

  updateUnchanged: '{to}: nada ha cambiado desde nuestro aviso del {previous}.',
  updateCheck: 'Compruébelo sin hacer clic: escriba {page} en su navegador y el código {code}',
};
