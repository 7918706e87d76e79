import type { DetailPhrases } from '../detail-phrases.ts';

export const spanishDetails: DetailPhrases = {
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
      'Debe presumirse copiado: el intruso descargó entera una carpeta del buzón, exportó correo del buzón, se hacía reenviar mensajes de ese tipo, o estaba o podía estar en el buzón mientras el registro estaba incompleto; o una entrada nombra el mensaje y puede ser del intruso o referirse a otro. Nada muestra que el mensaje se librara.',
    partial:
      'Visto en parte: una búsqueda del intruso encuentra el mensaje, o el intruso mostró la lista de su carpeta, o lo movió, lo cambió o lo borró.',
    possible:
      'No se puede descartar: el intruso podía llegar al mensaje, y ninguna entrada muestra si lo hizo; o una entrada sobre su carpeta, su buzón o un reenvío puede ser del intruso.',
    undetermined:
      'Nuestros registros no dicen nada: nada muestra un acceso del intruso, y el registro no está tan completo ni tan claro como para decir que no lo hubo.',
  },
  wordsBulk: 'De envío masivo o de lista: así lo marcó quien lo envió. Está contado arriba.',
  wordsHeld:
    'Retenido: nuestros abogados comprueban si está protegido por el secreto profesional antes de que nadie lo lea. Está contado arriba.',
  notDelayed: 'Ninguna autoridad nos pidió retrasar este aviso.',
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
};
