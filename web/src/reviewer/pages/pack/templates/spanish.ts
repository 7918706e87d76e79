import type { PackTemplates } from './pack-template.ts';

const HAPPENED =
  'Entre el {windowFrom} y el {windowTo} un intruso tuvo acceso a buzones de {organization} y a los correos que contenían. Lo que el registro de accesos de {organization} muestra de nuestros correos se anotó entre el {recordedFirst} y el {recordedLast}.';

const FIGURES = [
  'Correos afectados entre {domains} y {organization}: {concerned}. Se escribieron entre el {writtenFirst} y el {writtenLast}. De los que podemos leer nosotros mismos:',
  '- abiertos o copiados por el programa del intruso: {accessed}',
  '- deben darse por copiados: {presumed}',
  '- vistos en parte: {partial}',
  '- no se puede descartar: {possible}',
  '- el registro no puede decirlo: {undetermined}',
];

const UNKNOWN = [
  'Mensajes de los que el registro no dice nada: {undetermined}. Mensajes en los que no se puede descartar un acceso: {possible}.',
  'Mensajes que la asesoría jurídica de {organization} retiene: {held}; retenidos de forma definitiva: {withheld}. No sabemos qué ocurrió con ellos.',
  '? No incluidos en las cifras anteriores, mensajes escritos en {organization} que citan correos nuestros: {quoted}. Lo demás que dicen no se nos da, porque no se nos enviaron.',
  '? No incluidos en las cifras anteriores, mensajes que solo hablan de nosotros, según {organization}: {mentioned} (de negocios {mentionedBusiness}, sobre personas {mentionedPersonal}, con un secreto {mentionedSecret}). Su texto no se nos da, porque no se nos enviaron.',
  'En palabras de {organization}: {unknownSaid}',
  'No se sabe si se entregaron copias a terceros.',
];

const PROOF =
  'La entrega {release} del {releasedAt} (versión {exposure} del análisis) fue aprobada por {approvers} en {organization}. Es la entrada {logPosition} de {logSize} del registro {logOrigin}; SHA-256 de su manifiesto: {manifest}. Huella de las claves de la organización: {keySet}.';

export const spanish: PackTemplates = {
  neutral: {
    title: 'Correos nuestros robados en {organization}',
    source: 'Hechos sin formulario: para la dirección, aseguradoras, clientes, auditores',
    parts: [
      { heading: 'Qué ocurrió', paragraphs: [HAPPENED, '{organization} nos lo comunicó el {told}.'] },
      { heading: 'Cuánto de lo nuestro', paragraphs: FIGURES },
      {
        heading: 'Quién y qué figura en ellos',
        paragraphs: [
          'Direcciones nuestras que figuran en ellos: {people}. Direcciones de {organization} en cuyos buzones estaban: {custodians}.',
          'Mensajes con adjuntos: {attached}; archivos en ellos: {files}. Mensajes marcados por contener un secreto: {secret}. Mensajes enviados por el propio intruso: {fraud}. Listas y envíos masivos: {bulk}.',
          'Tipos de datos personales en ellos: [lo que encontró al leerlos].',
        ],
      },
      {
        heading: 'Qué se hizo',
        paragraphs: [
          'Contraseñas y claves halladas en ellos y cambiadas: {secretsRotated}; aún sin cambiar: {secretsOpen}; no son nuestras: {secretsNotOurs}.',
          '[qué más hizo, con fechas]',
        ],
      },
      { heading: 'Qué no se sabe', paragraphs: UNKNOWN },
      { heading: 'En qué se basa', paragraphs: [PROOF] },
    ],
  },
  'gdpr-33': {
    title: 'Violación de la seguridad de los datos personales: correos nuestros en {organization}',
    source: 'Puntos del artículo 33, apartado 3, del Reglamento (UE) 2016/679',
    parts: [
      {
        heading: 'Naturaleza de la violación, artículo 33, apartado 3, letra a)',
        paragraphs: [
          'Confidencialidad. La violación ocurrió en {organization}. En nuestros propios sistemas: [qué revisó y qué encontró].',
          HAPPENED,
          ...FIGURES,
          'Categorías de interesados: [por ejemplo personal, clientes, candidatos]. Número aproximado de personas: [número]; direcciones nuestras en los mensajes: {people}.',
          'Categorías de datos: [por ejemplo datos de contacto, contratos, cuentas bancarias, categorías especiales]. Mensajes con adjuntos: {attached}; archivos en ellos: {files}. Mensajes marcados por contener un secreto: {secret}.',
        ],
      },
      {
        heading: 'Contacto, artículo 33, apartado 3, letra b)',
        paragraphs: ['[nombre del delegado de protección de datos u otro contacto, dirección, teléfono]'],
      },
      {
        heading: 'Posibles consecuencias, artículo 33, apartado 3, letra c)',
        paragraphs: [
          'Correos que citan intercambios reales y piden pagos o contraseñas; uso de contraseñas y claves que figuran en los mensajes: {secretsOpen} aún sin cambiar. Mensajes que el intruso envió en nombre de otros: {fraud}.',
          '[qué añade a esto el contenido de los mensajes]',
        ],
      },
      {
        heading: 'Medidas, artículo 33, apartado 3, letra d)',
        paragraphs: [
          'Contraseñas y claves cambiadas: {secretsRotated}; no son nuestras: {secretsNotOurs}; aún sin cambiar: {secretsOpen}.',
          '[aviso a las personas afectadas, otras medidas, con fechas]',
        ],
      },
      {
        heading: 'Cuándo lo supimos y qué no se sabe aún, artículo 33, apartados 1 y 4',
        paragraphs: [
          '{organization} nos lo comunicó el {told}.',
          ...UNKNOWN,
          'Seguirá más información cuando {organization} la facilite.',
        ],
      },
      { heading: 'Documentación, artículo 33, apartado 5', paragraphs: [PROOF] },
    ],
  },
  'gdpr-34': {
    title: 'Sus datos en correos robados en {organization}',
    source: 'Puntos del artículo 34, apartado 2, del Reglamento (UE) 2016/679, en lenguaje claro para los interesados',
    parts: [
      {
        heading: 'Qué ocurrió',
        paragraphs: [
          'Alguien entró en buzones de {organization}, con quien intercambiamos correos. Correos entre nosotros y {organization}, escritos entre el {writtenFirst} y el {writtenLast}, estaban en esos buzones. [Cuáles le conciernen.]',
          'Correos abiertos o copiados: {accessed}. Correos que deben darse por copiados: {presumed}. Correos de los que se vio una parte: {partial}. Correos en los que no se puede descartar un acceso: {possible}; de los que nadie puede decirlo: {undetermined}.',
        ],
      },
      {
        heading: 'Qué significa para usted',
        paragraphs: [
          'Quien tiene estos correos puede escribirle como si fuera uno de nosotros y citar lo que de verdad se escribió. [Qué de lo suyo figura en ellos.]',
        ],
      },
      {
        heading: 'Qué hemos hecho',
        paragraphs: [
          'Contraseñas y claves que figuraban en los correos y están cambiadas: {secretsRotated}. [Otras medidas.]',
        ],
      },
      {
        heading: 'Qué puede hacer usted',
        paragraphs: [
          'No responda a ningún correo que pida un pago, una contraseña o anuncie una nueva cuenta bancaria, aunque cite uno anterior. Llámenos a un número que ya tenga.',
          'Si nos envió una contraseña por correo: cámbiela en todos los sitios donde la use.',
        ],
      },
      {
        heading: 'A quién preguntar',
        paragraphs: ['[nombre del delegado de protección de datos u otro contacto, dirección, teléfono]'],
      },
    ],
  },
  nis2: {
    title: 'Incidente en {organization} que nos afecta',
    source: 'Puntos del artículo 23, apartado 4, de la Directiva (UE) 2022/2555',
    parts: [
      {
        heading: 'Alerta temprana, artículo 23, apartado 4, letra a)',
        paragraphs: [
          HAPPENED,
          'Sospecha de actos ilícitos o malintencionados: sí. Repercusiones transfronterizas: [sí o no, y en qué Estados].',
          'Lo supimos el {told}.',
        ],
      },
      {
        heading: 'Notificación del incidente, artículo 23, apartado 4, letra b)',
        paragraphs: [
          ...FIGURES,
          'Gravedad e impacto en nuestros servicios: [su valoración]. Contraseñas y claves de nuestros sistemas en los mensajes: aún sin cambiar {secretsOpen}, cambiadas {secretsRotated}, no son nuestras {secretsNotOurs}.',
          'Indicadores de compromiso: mensajes enviados por el intruso: {fraud}; [accesos a sus sistemas con contraseñas de los mensajes].',
        ],
      },
      {
        heading: 'Informe final, artículo 23, apartado 4, letra d)',
        paragraphs: [
          'Tipo de amenaza y causa: acceso a buzones de un socio comercial, según {organization}. [Lo que averiguó usted mismo.]',
          'Medidas adoptadas y en curso: [medidas, con fechas].',
          ...UNKNOWN,
          PROOF,
        ],
      },
    ],
  },
};
