import type { Numerals } from '../numerals.ts';
import type { DetailPhrases } from './detail-phrases.ts';
import type { AnnouncementPhrases, HeadPhrases, Phrases, SearchedPhrases } from './phrases.ts';

const numerals: Numerals = {
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
  dayOfMonth: '{day}',
  of: 'de',
  firstDay: '1',
  time: '{date}, {hour}:{minute} UTC',
};

const announcement: AnnouncementPhrases = {
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

const head: HeadPhrases = {
  between: {
    organization: 'entre {party} y {organization}',
    person: 'entre usted y {organization}',
  },
  subject: {
    strongest: {
      accessed: {
        one: 'Un intruso abrió o copió un correo {both} ({counted})',
        other: 'Un intruso abrió o copió correos {both} ({counted})',
      },
      presumed: {
        one: 'Un correo {both} debe presumirse copiado ({counted})',
        other: 'Correos {both} deben presumirse copiados ({counted})',
      },
      partial: {
        one: 'Un intruso vio parte de un correo {both} ({counted})',
        other: 'Un intruso vio partes de correos {both} ({counted})',
      },
      possible: {
        one: 'No se puede descartar el acceso de un intruso a un correo {both} ({counted})',
        other: 'No se puede descartar el acceso de un intruso a correos {both} ({counted})',
      },
      undecided: {
        one: 'Aún no podemos decir si un intruso tuvo acceso a un correo {both} ({counted})',
        other: 'Aún no podemos decir si un intruso tuvo acceso a correos {both} ({counted})',
      },
      undetermined: {
        one: 'Nuestros registros no dicen si un intruso tuvo acceso a un correo {both} ({counted})',
        other: 'Nuestros registros no dicen si un intruso tuvo acceso a correos {both} ({counted})',
      },
      secrets: {
        one: 'Cambie las contraseñas, claves y códigos de acceso enviados en un correo {both} ({counted})',
        other: 'Cambie las contraseñas, claves y códigos de acceso enviados en correos {both} ({counted})',
      },
      fraud: {
        one: 'Aviso de fraude: un intruso envió un mensaje en nombre de {organization} ({counted})',
        other: 'Aviso de fraude: un intruso envió mensajes en nombre de {organization} ({counted})',
      },
    },
    counted: { one: '{n} mensaje', other: '{n de} mensajes' },
    countedOf: '{n} de {told de} mensajes',
    none: 'El intruso no tuvo acceso a correos {both}',
    gone: 'Lo que dijimos de correos {both} ya no está probado',
    update: '{organization}: nada ha cambiado desde nuestro aviso del {previous}',
    supplement: 'Ampliación: ',
    correction: 'Rectificación: ',
    reminder: 'Recordatorio: ',
  },

  to: {
    organization: {
      named: 'Al equipo de seguridad de {name} ({domains})',
      unnamed: 'Al equipo de seguridad de {domains}',
    },
    person: { named: 'A {name} ({domains})', unnamed: 'A {domains}' },
  },
  moreDomains: { one: '{domains} y {n} más', other: '{domains} y {n} más' },

  reminder: 'Le recordamos nuestro aviso del {previous}.',
  supplement: 'Este aviso amplía el del {previous} y lo sustituye.',
  correction: 'Este aviso rectifica el del {previous} y lo sustituye. Parte de lo que dijimos no era exacto.',
  correctionGone:
    'Este aviso rectifica el del {previous} y lo sustituye. Faltan pruebas que teníamos entonces: unas cifras más bajas no muestran que las anteriores fueran erróneas.',
  guessed:
    'No teníamos un contacto confirmado; por eso este aviso solo da cifras. Reenvíelo a los responsables de seguridad o de protección de datos y díganos quiénes son.',

  fraudHeading: 'Aviso de fraude',
  fraud: {
    organization: {
      one: 'El propio intruso le envió un mensaje{before} en nuestro nombre. Confirme por teléfono toda solicitud de pago, dato bancario o archivo adjunto que le llegara de nosotros {span}.',
      other:
        'El propio intruso le envió {n de} mensajes{before} en nuestro nombre. Confirme por teléfono toda solicitud de pago, dato bancario o archivo adjunto que le llegara de nosotros {span}.',
    },
    person: {
      one: 'El propio intruso le envió un mensaje{before} en nuestro nombre. Confirme por teléfono toda solicitud de pago, dato bancario o archivo adjunto que le llegara de nosotros {span}.',
      other:
        'El propio intruso le envió {n de} mensajes{before} en nuestro nombre. Confirme por teléfono toda solicitud de pago, dato bancario o archivo adjunto que le llegara de nosotros {span}.',
    },
  },

  writes: {
    accessed: {
      one: '{name} le escribe porque un intruso abrió o copió un correo {both}.',
      other: '{name} le escribe porque un intruso abrió o copió correos {both}.',
    },
    presumed: {
      one: '{name} le escribe porque un correo {both} debe presumirse copiado por un intruso.',
      other: '{name} le escribe porque correos {both} deben presumirse copiados por un intruso.',
    },
    partial: {
      one: '{name} le escribe porque un intruso vio parte de un correo {both}.',
      other: '{name} le escribe porque un intruso vio partes de correos {both}.',
    },
    possible: {
      one: '{name} le escribe porque no se puede descartar el acceso de un intruso a un correo {both}.',
      other: '{name} le escribe porque no se puede descartar el acceso de un intruso a correos {both}.',
    },
    undecided: {
      one: '{name} le escribe porque aún no podemos decir si un intruso tuvo acceso a un correo {both}.',
      other: '{name} le escribe porque aún no podemos decir si un intruso tuvo acceso a correos {both}.',
    },
    undetermined: {
      one: '{name} le escribe porque nuestros registros no dicen si un intruso tuvo acceso a un correo {both}.',
      other: '{name} le escribe porque nuestros registros no dicen si un intruso tuvo acceso a correos {both}.',
    },
    fraud: {
      one: '{name} le escribe porque un intruso envió un mensaje en nuestro nombre.',
      other: '{name} le escribe porque un intruso envió mensajes en nuestro nombre.',
    },
  },
  writesNone: '{name} le escribe porque lo que dijimos de correos {both} no era exacto.',
  writesGone: '{name} le escribe porque lo que dijimos de correos {both} ya no está probado.',
  happened: 'El intruso tuvo acceso a algunos de nuestros buzones {span}.',
  span: 'del {from} al {to}',
  spanOneDay: 'el {from}',
  spanOpen: 'del {from} al menos hasta el {to}',
  discovered: 'Lo descubrimos el {date}.',
  delayed: 'A petición de las autoridades que investigan, retrasamos este aviso hasta el {date}.',

  changedHeading: 'Qué ha cambiado desde nuestro aviso del {previous}',
  unchanged: 'Ninguna cifra ha cambiado.',
  about: {
    one: 'Se trata de {n} correo{before}{mailboxes}{dated}:',
    other: 'Se trata de {n de} correos{before}{mailboxes}{dated}:',
  },
  mailboxes: { one: ', en uno de nuestros buzones', other: ', en {n} de nuestros buzones' },
  dated: ', con fecha {dates}',
  dates: 'del {first} al {last}',
  datesOneDay: 'del {first}',
  none: 'Según lo que sabemos hoy, el intruso no tuvo acceso a ningún correo {both}. Antes dijimos otra cosa:',
  gone: 'Los buzones y registros que tenemos ahora ya no prueban lo que le dijimos de correos {both}. Eso no muestra que el intruso no tuviera acceso a ninguno. Antes dijimos:',
  before: ' (antes: {n})',
  notExamined: 'sin buscar',
  noDate: 'sin fecha',
  verdicts: {
    accessed: { one: '{n} abierto o copiado por el intruso', other: '{n} abiertos o copiados por el intruso' },
    presumed: { one: '{n} que debe presumirse copiado', other: '{n} que deben presumirse copiados' },
    partial: { one: '{n} visto en parte', other: '{n} vistos en parte' },
    possible: {
      one: '{n} al que no se puede descartar que se accediera',
      other: '{n} a los que no se puede descartar que se accediera',
    },
    undecided: {
      one: '{n} cuyo acceso aún no podemos decir si fue del intruso o nuestro',
      other: '{n} cuyo acceso aún no podemos decir si fue del intruso o nuestro',
    },
    undetermined: {
      one: '{n} del que nuestros registros no dicen nada',
      other: '{n} de los que nuestros registros no dicen nada',
    },
  },
  amongThem: { one: 'De este correo:', other: 'De estos {n de} correos:' },
  datedAfter: {
    one: '{n} con fecha posterior al {date}, contado porque solo su fecha dice cuándo llegó',
    other: '{n} con fecha posterior al {date}, contados porque solo su fecha dice cuándo llegaron',
  },
  secrets: {
    one: '{n} con contraseñas, claves o códigos de acceso',
    other: '{n} con contraseñas, claves o códigos de acceso',
  },
  noneFound: 'con {what}: nuestra búsqueda no halló nada; puede pasar algo por alto',
  noneAfterReview: {
    one: 'con {what}: nuestra búsqueda señaló algunos en {n} correo; nuestro personal consideró que no lo son',
    other: 'con {what}: nuestra búsqueda señaló algunos en {n} correos; nuestro personal consideró que no lo son',
  },
  noneListed: 'con {what}: nuestro personal ya no señala ninguno',
  secretsWhat: 'contraseñas, claves o códigos de acceso',
  bulk: { one: '{n} de envío masivo o de lista', other: '{n} de envío masivo o de lista' },
  held: { one: '{n} retenido para revisión jurídica', other: '{n} retenidos para revisión jurídica' },
  bulkNone: 'de envío masivo o de lista: ninguno en el recuento actual',
  heldNone: 'retenidos para revisión jurídica: ninguno en el recuento actual',
  intruderSent: {
    one: '{n} mensaje enviado por el propio intruso',
    other: '{n de} mensajes enviados por el propio intruso',
  },
  affectedAddresses: {
    one: 'Una de sus direcciones figura {where}{before}{listed}.',
    other: '{n} de sus direcciones figuran {where}{before}{listed}.',
  },
  affectedAddressesNone: 'Direcciones suyas que encontramos: 0{before}.',
  inThem: { one: 'en este correo', other: 'en estos correos' },
  listed: ': {list}',
  listedOf: { one: ': {list} y {n} más', other: ': {list} y {n} más' },
  pageLists: {
    one: 'La página de comprobación de este aviso enumera hasta {n}.',
    other: 'La página de comprobación de este aviso enumera hasta {n}.',
  },

  consequences: {
    organization: {
      one: 'Posibles consecuencias: respuestas en conversaciones reales, facturas falsas, datos bancarios cambiados y uso de contraseñas de este correo.',
      other:
        'Posibles consecuencias: respuestas en conversaciones reales, facturas falsas, datos bancarios cambiados y uso de contraseñas de estos correos.',
    },
    person: {
      one: 'Posibles consecuencias: mensajes que citen este correo para engañarle a usted o a sus conocidos; mal uso de lo que dice de usted.',
      other:
        'Posibles consecuencias: mensajes que citen estos correos para engañarle a usted o a sus conocidos; mal uso de lo que dicen de usted.',
    },
  },
  consequencesIfRead: {
    organization: {
      one: 'Si este correo fue leído, son posibles consecuencias respuestas en conversaciones reales, facturas falsas, datos bancarios cambiados y uso de las contraseñas que contiene.',
      other:
        'Si estos correos fueron leídos, son posibles consecuencias respuestas en conversaciones reales, facturas falsas, datos bancarios cambiados y uso de las contraseñas que contienen.',
    },
    person: {
      one: 'Si este correo fue leído, son posibles consecuencias mensajes que lo citen para engañarle a usted o a sus conocidos; mal uso de lo que dice de usted.',
      other:
        'Si estos correos fueron leídos, son posibles consecuencias mensajes que los citen para engañarle a usted o a sus conocidos; mal uso de lo que dicen de usted.',
    },
  },

  actionsHeading: 'Qué hacer ahora',
  changeListed: {
    one: 'Cambie las contraseñas, claves y códigos de acceso de este correo:',
    other: 'Cambie las contraseñas, claves y códigos de acceso de estos {n de} correos:',
  },
  secretLine: '{date}: {address}',
  secretRest: { one: '{n} más: pregúntenos cuál.', other: '{n} más: pídanos la lista.' },
  secretRestOnPage: {
    one: '{n} más: vea la página de comprobación de este aviso o pregúntenos.',
    other: '{n} más: vea la página de comprobación de este aviso o pregúntenos.',
  },
  changeSecrets: {
    one: 'Busque contraseñas, claves y códigos de acceso en los correos intercambiados con nosotros. Cambie todo lo que halle. {n} correo los contiene.',
    other:
      'Busque contraseñas, claves y códigos de acceso en los correos intercambiados con nosotros. Cambie todo lo que halle. {n de} correos los contienen.',
  },
  changeUnexamined:
    'Busque contraseñas, claves y códigos de acceso en los correos intercambiados con nosotros. Cambie todo lo que halle. Nosotros aún no los hemos buscado.',
  warnListed:
    'Avise a las personas de estas direcciones: el intruso puede responderles haciéndose pasar por cualquiera.',
  warnAll:
    'Avise a todas las personas de su organización que tratan con nosotros: el intruso puede responderles haciéndose pasar por cualquiera.',
  distrust: {
    one: 'Desconfíe de mensajes que citen este correo: el intruso puede usar cualquier nombre.',
    other: 'Desconfíe de mensajes que citen estos correos: el intruso puede usar cualquier nombre.',
  },
  confirm: 'Llame a un número que ya conozca antes de pagarnos o de aceptar nuevos datos bancarios.',
  duties: {
    law: {
      controller:
        'Somos su encargado del tratamiento. Como responsable del tratamiento, quizá deba notificarlo a su autoridad: el plazo de 72 horas (artículo 33.1 del {law}) puede empezar con este aviso.',
      processor:
        'Usted es encargado del tratamiento: transmita este aviso a los responsables del tratamiento (artículo 33.2 del {law}); texto más abajo.',
      independent:
        'Compruebe si, como responsable del tratamiento, debe notificarlo a su autoridad: el plazo de 72 horas (artículo 33.1 del {law}) puede empezar con este aviso.',
    },
    elsewhere: {
      controller:
        'Tratamos datos por cuenta suya. Compruebe qué le obliga a notificar la legislación aplicable; el plazo puede empezar ahora.',
      processor: 'Transmita este aviso a los clientes de que se trate; texto más abajo.',
      independent: 'Compruebe si la legislación aplicable le obliga a notificarlo; el plazo puede empezar ahora.',
    },
  },
  laws: { gdpr: 'RGPD', 'uk-gdpr': 'RGPD del Reino Unido' },

  readFrom: {
    organization: {
      one: 'Desde el {date}, las personas que usted apruebe pueden leer este correo: {page} dice cómo, después del código.',
      other:
        'Desde el {date}, las personas que usted apruebe pueden leer estos correos: {page} dice cómo, después del código.',
    },
    person: {
      one: 'Desde el {date}, puede leer este correo: {page} dice cómo, después del código.',
      other: 'Desde el {date}, puede leer estos correos: {page} dice cómo, después del código.',
    },
  },
  readLater: {
    one: 'Podrá leer este correo. Le escribiremos cuando sea posible.',
    other: 'Podrá leer estos correos. Le escribiremos cuando sea posible.',
  },
  readNot: {
    one: 'No ofrecemos la consulta de este correo.',
    other: 'No ofrecemos la consulta de estos correos.',
  },
  copies: {
    address: 'Si necesita copias, escriba a {mail}.',
    answer: 'Si necesita copias, pídalas al contacto de más abajo.',
  },
  ownCopies: {
    address:
      'Tiene derecho a una copia de sus datos (artículo 15 del {law}): escriba a {mail}. Respondemos en el plazo de un mes (artículo 12.3).',
    answer:
      'Tiene derecho a una copia de sus datos (artículo 15 del {law}): pídala al contacto de más abajo. Respondemos en el plazo de un mes (artículo 12.3).',
  },

  checkHeading: 'Cómo comprobar este aviso',
  checkPage: {
    organization: 'Escriba {page} en su navegador y, allí, su dominio y este código:',
    person: 'Escriba {page} en su navegador y, allí, su dirección de correo y este código:',
  },
  checkDns: 'Consulte el DNS; la respuesta debe mostrar esta clave:',
  checkLog: {
    one: 'Nuestro registro público tenía {n} entrada al redactarse este aviso; su raíz:',
    other: 'Nuestro registro público tenía {n de} entradas al redactarse este aviso; su raíz:',
  },
  checkWebSiteNumber: 'Llame al número de nuestro sitio web y dicte el código.',
  checkTelephone: 'Llame al {telephone} (compárelo con nuestro sitio web) y dicte el código.',
  asksNothing: 'Este aviso no pide contraseña ni pago. No tiene que seguir ningún enlace.',

  unknownHeading: 'Qué no sabemos',
  unknownGaps: {
    one: 'El registro de un buzón afectado tiene lagunas.',
    other: 'Los registros de {n} buzones afectados tienen lagunas.',
  },
  unknownMessages: {
    one: 'De {n} correo no podemos decir si el intruso tuvo acceso.',
    other: 'De {n de} correos no podemos decir si el intruso tuvo acceso.',
  },
  unknownUndecided: {
    one: 'De {n} correo aún no podemos decir si algunos de esos accesos fueron nuestros.',
    other: 'De {n de} correos aún no podemos decir si algunos de esos accesos fueron nuestros.',
  },
  unknownRecords: 'De algunos accesos en nuestros registros aún no podemos decir si fueron nuestros.',
  unknownNothing: 'No conocemos ninguna laguna en los registros de los buzones afectados.',
  unknownToo: 'Pendiente de aclarar: {text}',
  nextUpdate: 'Próximo aviso: {date}, aunque no haya novedades.',
  nextUpdateOpen: 'Próximo aviso: cuando se sepa más.',

  contact: {
    address: 'Preguntas: escriba a {mail}',
    answer: 'Preguntas: responda a este aviso si le llegó por correo electrónico,',
    telephone: ' o llame al {telephone}.',
    webSiteNumber: ' o llame al número de nuestro sitio web.',
    dpo: 'Delegado de protección de datos: {dpo}',
  },

  updateUnchanged: '{to}: {name} no tiene nada nuevo que comunicarle desde su aviso del {previous}.',
  updateCheck: 'Cómo comprobarlo: escriba {page} en su navegador y el código {code}',
};

const details: DetailPhrases = {
  detailsHeading: 'Detalles',
  allFiguresHeading: 'Todas las cifras',
  addedHeading: 'Para usted en particular',
  customersHeading: 'Texto para sus clientes',
  customers: {
    one: 'Un intruso tuvo acceso a buzones de {organization} ({domain}) {span}. Se trata de {n} mensaje entre esa organización y nosotros. Examinamos qué datos suyos contiene y se lo comunicaremos.',
    other:
      'Un intruso tuvo acceso a buzones de {organization} ({domain}) {span}. Se trata de {n de} mensajes entre esa organización y nosotros. Examinamos qué datos suyos contienen y se lo comunicaremos.',
  },
  wordsHeading: 'Qué significan las palabras',
  words: {
    accessed:
      'Abierto o copiado: una entrada de nuestro registro de accesos nombra el mensaje, y es del intruso; o el intruso le contestó.',
    presumed:
      'Debe presumirse copiado: el intruso descargó entera una carpeta del buzón, exportó correo del buzón, hizo que se le reenviaran mensajes de ese tipo, o estaba o podía estar en el buzón mientras el registro estaba incompleto; o una entrada nombra el mensaje y puede ser del intruso o referirse a otro. Nada indica que el mensaje quedara a salvo.',
    partial:
      'Visto en parte: una búsqueda del intruso encontró el mensaje, o el intruso mostró la lista de su carpeta, o lo movió, lo cambió o lo borró.',
    possible:
      'No se puede descartar: el intruso podía llegar al mensaje, y ninguna entrada muestra si lo hizo; o una entrada sobre su carpeta, su buzón o un reenvío puede ser del intruso.',
    undecided:
      'Aún no podemos decirlo: el acceso solo figura en entradas de las que nadie ha decidido aún si son del intruso o nuestras.',
    undetermined:
      'Nuestros registros no dicen nada: nada muestra un acceso del intruso, y el registro no está tan completo ni tan claro como para decir que no lo hubo.',
  },
  wordsBulk: 'De envío masivo o de lista: así lo marcó quien lo envió. Está contado arriba.',
  wordsHeld:
    'Retenido: nuestros abogados comprueban si está protegido por el secreto profesional antes de que nadie lo lea. Está contado arriba.',
  notDelayed: 'Ninguna autoridad nos pidió retrasar este aviso.',
  countedMessages: {
    one: 'En {n} de los {told de} mensajes, el acceso al menos no se puede descartar.',
    other: 'En {n} de los {told de} mensajes, el acceso al menos no se puede descartar.',
  },
  windowMoments: 'Periodo de acceso: {from} – {to}.',
  windowMomentsOpen: 'Periodo de acceso: {from} – al menos hasta {to}.',
  recordedMoments: 'Primera y última entrada del intruso en nuestros registros: {first}, y {last}.',
  boundDomains: 'Emitido para: {domains}.',
  origin:
    'Todas las cifras se calculan a partir de nuestros buzones y registros: versión {version}, huella {digest}. No se han introducido a mano.',
  originListed:
    'Todas las cifras, salvo la de contraseñas, claves y códigos de acceso, se calculan a partir de nuestros buzones y registros: versión {version}, huella {digest}. No se han introducido a mano. Nuestro personal señaló qué mensajes contienen contraseñas, claves o códigos de acceso.',
  logMeaning:
    'Conserve este aviso: con el tamaño y la raíz del registro público podrá mostrar más adelante si ese registro fue alterado.',
  codeMeaning: 'El código identifica este aviso. No abre nada ni prueba nada sobre usted.',
  gapsHeading: 'Lagunas de nuestros registros de accesos',
  gapRow: { one: '{gap}: en {n} buzón', other: '{gap}: en {n} buzones' },
  gaps: {
    throttled: 'Se abrió tanto que el proveedor dejó de registrar',
    lossy: 'El registro está incompleto',
    truncated: 'El registro se exportó incompleto',
    late: 'El registro se exportó antes de que debieran estar todas sus entradas',
    bypassed: 'Una cuenta estaba exenta de registro',
    'ingestion-off': 'El registro estaba desactivado en toda la organización',
    unlicensed: 'Faltaba la licencia necesaria para el registro',
    'audit-off': 'El registro estaba desactivado',
    'before-retention': 'Hubo entradas borradas antes de poder asegurarlas',
    unsupported: 'Los buzones de este tipo no se registran',
    'not-recorded': 'El buzón se usaba y no se registró ningún acceso',
    unasserted: 'Nadie confirma que el registro esté completo',
  },
};

const searched: SearchedPhrases = {
  personalRow: { one: '{n} con {what}', other: '{n} con {what}' },
  personal: {
    'payment-card': 'números de tarjetas de pago',
    'bank-account': 'números de cuenta bancaria',
    'national-id': 'números de identidad o de seguridad social',
    passport: 'números de pasaporte',
    'driving-licence': 'números de permiso de conducir',
    'tax-id': 'números fiscales',
    'birth-date': 'fechas de nacimiento',
    'home-address': 'domicilios particulares',
    telephone: 'números de teléfono privados',
    'login-name': 'nombres de usuario',
    sensitive: 'datos especialmente sensibles',
  },
  unreadRow: {
    one: '{n} con algo que no pudimos examinar ({reasons})',
    other: '{n} con algo que no pudimos examinar ({reasons})',
  },
  unread: {
    encrypted: 'cifrado: {n}',
    damaged: 'dañado: {n}',
    'too-large': 'demasiado grande: {n}',
    'no-reader': 'tipo de archivo que nuestra búsqueda no puede leer: {n}',
    'no-text': 'sin texto: {n}',
    unsearched: 'sin examinar en absoluto: {n}',
  },
  changeFound: {
    one: 'Busque contraseñas, claves y códigos de acceso en los correos intercambiados con nosotros. Cambie todo lo que halle. Nuestra búsqueda los halló en {n} correo.',
    other:
      'Busque contraseñas, claves y códigos de acceso en los correos intercambiados con nosotros. Cambie todo lo que halle. Nuestra búsqueda los halló en {n de} correos.',
  },
  changeUnread: {
    one: 'Busque contraseñas, claves y códigos de acceso en los correos intercambiados con nosotros. Cambie todo lo que halle. No pudimos examinar por completo {n} correo.',
    other:
      'Busque contraseñas, claves y códigos de acceso en los correos intercambiados con nosotros. Cambie todo lo que halle. No pudimos examinar por completo {n de} correos.',
  },
  wordsSearched:
    'Con contraseñas, claves, códigos de acceso o datos personales: un programa examinó el texto y los archivos adjuntos. Puede pasar por alto algunos. Nadie comprobó de quién son los datos.',
  wordsSensitive:
    'Datos especialmente sensibles: de salud y otros que la ley protege más que los demás. Este aviso no dice cuáles: vea la página de comprobación o pregúntenos.',
  listedToo: {
    one: '{n} de los correos con contraseñas, claves o códigos de acceso: señalado por nuestro personal, no hallado por nuestra búsqueda.',
    other:
      '{n} de los correos con contraseñas, claves o códigos de acceso: señalados por nuestro personal, no hallados por nuestra búsqueda.',
  },
  customersSearched: {
    one: 'Un intruso tuvo acceso a buzones de {organization} ({domain}) {span}. Se trata de {n} mensaje entre esa organización y nosotros. Se buscaron en él contraseñas y datos personales; pregúntenos qué se halló.',
    other:
      'Un intruso tuvo acceso a buzones de {organization} ({domain}) {span}. Se trata de {n de} mensajes entre esa organización y nosotros. Se buscaron en ellos contraseñas y datos personales; pregúntenos qué se halló.',
  },
};

/** Every text of a notice in this language. */
export const phrases: Phrases = { ...head, ...details, ...searched, numerals, announcement };

/** What is said on the telephone. */
export const callScript = `Guion de llamada: avisos de {organization}

1. «Habla con {organization}. Ha recibido un aviso nuestro. Léame el código, grupo por grupo, por favor».
   Escriba: candor support lookup <código>
   ¿No tiene el código a mano? Sin él no confirme nada, sea cual sea el dominio que nombre. Diga:
   «Solo el código me dice qué aviso tiene. Búsquelo y vuelva a llamar, por favor, o escríbanos: {reply}».
   candor support lookup <dominio> muestra, solo a usted, lo que se ha emitido; a nadie se le dice por teléfono.

2. Qué permite decir la respuesta: nunca que un aviso es auténtico, porque por teléfono nadie compara su texto
   issued       «Emitimos un aviso con este código el <día>, para <dominio>. No he comparado su texto: un código verdadero puede estar copiado en un mensaje falso. Para estar seguro de cada palabra, escriba {page} en su navegador, introduzca código y dominio y suelte allí el mensaje. Cuando la página diga que es auténtico, haga lo que pide; antes no».
   superseded   «Lo mismo, y un aviso posterior, del <día>, lo ha sustituido. Siga el posterior, cuando lo haya comprobado».
   withdrawn    «Lo emitimos y lo retiramos el <día>. No actúe conforme a él; le informaremos».
   misdirected  «Este aviso no era para usted. Bórrelo, por favor. Hemos dejado constancia del error».
   unknown      «No hemos emitido ningún aviso con este código. No actúe conforme a él. ¿Puede enviarnos una copia? A {reply}».
   a slip       «Lea otra vez el grupo <n>, por favor». Si no se nombra ningún grupo: «Lea otra vez todos los grupos, por favor».

3. Compare el dominio. Si la persona habla en nombre de otra organización que la que usted ve, diga:
   «Este código no es para su organización. No actúe conforme a él y envíenos una copia: {reply}».

4. No diga nunca, pregunte quien pregunte: qué hay en un mensaje, cuántos mensajes son, nombres, otras organizaciones ni si otro dominio tiene un aviso. No pida nunca una contraseña, un pago ni acceso remoto. No llame nunca a un número que le den por teléfono; use el que ya conoce.

5. Cómo comprobarlo sin teléfono
   Página {page}
   DNS    dig TXT _candor.{domain}

6. «No he recibido ningún aviso; ¿estamos afectados?» No lo busque por esa persona. Diga:
   «Escriba a {reply} desde el dominio de su organización. Cuando haya demostrado que el dominio es suyo, dos de nosotros firmarán una respuesta».

7. Prensa, policía, abogados: anote nombre y número, prometa una llamada y no diga nada más.
`;
