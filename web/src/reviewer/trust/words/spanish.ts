import type { TrustWords } from '../trust-words.ts';

export const spanish: TrustWords = {
  question: 'Por qué podemos confiar en esto',
  passed: ['{n} comprobación superada', '{n} comprobaciones superadas'],
  passedOf: '{passed}, {time}',
  refused: 'Falló una comprobación. No se abrió nada de esta entrega.',
  failed: ['Falló {n} comprobación. Llame antes de seguir.', 'Fallaron {n} comprobaciones. Llame antes de seguir.'],
  unanswered: 'Sin comprobar: {flaw}',
  checking: 'Comprobando',
  checkedHere: 'Comprobado en este dispositivo antes de descifrar nada.',
  checks: {
    keys: {
      passed: 'Las claves son las de su aviso',
      open: 'Las claves de la organización',
      refused: 'Las claves no son las de su aviso',
      fact: '{keySet}',
      facts: { '*': 'Aún sin juzgar.' },
      act: 'Compare la huella con su aviso y con el DNS. Si difieren, firmó otra persona: no siga, y llame.',
    },
    approvals: {
      passed: 'Dos personas de {organization} la aprobaron',
      open: 'Las aprobaciones de dos personas',
      refused: 'Dos personas distintas no aprobaron exactamente esto',
      fact: '{names}; ambas firmas son válidas',
      facts: { '*': 'Aún sin juzgar.' },
      act: 'Lo que dio el portal no es lo que se aprobó. Llame a {organization} y nombre la entrega.',
    },
    release: {
      passed: 'La entrega está en el registro público',
      open: 'La entrega en el registro público',
      refused: 'El registro no prueba esta entrega',
      fact: 'La entrega {release} es la entrada {entry} de {size} en {origin}, prueba de inclusión válida',
      facts: { '*': 'Aún sin juzgar.' },
      act: 'Los papeles de la entrega están alterados, o nunca se registró. Llame a {organization}; no abra nada de ella.',
    },
    log: {
      passed: 'El registro nunca retrocedió',
      open: 'Si el registro continúa',
      refused: 'Este registro no continúa el de su aviso',
      fact: '{from} (conocido por usted) → {to} (ahora), prueba de consistencia válida',
      facts: {
        first:
          '{size} entradas. No hay uno anterior con que comparar: no se introdujeron tamaño y raíz de su aviso al inscribirse. Desde ahora este dispositivo conoce este.',
        '*': 'Aún sin juzgar.',
      },
      act: 'Alguien le muestra otra historia que su aviso. Guarde el aviso, no siga, y llame.',
    },
    app: {
      passed: 'Esta aplicación es la publicada',
      open: 'Si esta aplicación es la publicada',
      refused: 'Los archivos de esta aplicación no son los publicados',
      fact: 'huella {digest}, {files} archivos, entrada {entry} del registro',
      facts: {
        checking: 'Se comparan los archivos.',
        'not-logged':
          'Huella {digest}. Sus archivos coinciden con su lista; la prueba del registro aún no está, o no hay nada abierto que nombre la clave del registro.',
        silent: 'El sitio no dio los archivos para comparar.',
        '*': 'Aún sin juzgar.',
      },
      act: '{what} difiere. Cierre la sesión, use candor open, y dígaselo a {organization}.',
    },
    whole: {
      passed: 'Nada se le oculta',
      open: 'Si el portal lo da todo',
      refused: 'El portal no lo da todo',
      fact: 'La entrega {release} es la más nueva que se nombra y no es más antigua que la última vista; los {messages} mensajes figuran en ella',
      facts: { '*': 'Aún sin juzgar.' },
      act: 'Falta una entrega nombrada, es más antigua que lo que usted vio, o no sigue a la anterior. Llame a {organization}.',
    },
  },
  checkAgain: 'Comprobar de nuevo',
  saveProofs: 'Guardar las pruebas',
  proofsHint:
    'Manifiesto, aprobaciones, claves y prueba del registro: con ellos cualquiera puede comprobar esto sin nosotros.',
  more: 'Comprobar sin esta página',
  fingerprint: {
    title: 'Su huella',
    hint: 'Léasela a un compañero por teléfono. Abarca sus dos claves.',
  },
  otherKeys: {
    title: '¿Cambiaron las claves de la organización?',
    lead: 'Entonces {organization} lo dice en un aviso más reciente y en el DNS. Escriba la huella que figura allí, o la que le digan en un número que ya tenía. Aquí no se muestra, para que nadie en medio pueda sugerirla. Lo que ha visto del registro se conserva: las claves nuevas deben continuarlo.',
    label: 'Huella de las claves de la organización',
    entered: '{entered} de 32 caracteres',
    slip: 'El grupo {group} tiene un carácter que ninguna huella tiene.',
    tooLong: 'Más de 32 caracteres.',
    accept: 'Confiar en estas claves desde ahora',
  },
  compare: {
    title: 'Comparar por otras vías',
    lead: 'Cada una debe mostrar la misma huella, {keySet}.',
    dns: 'Pregunte al DNS:',
    telephone:
      'Llame a {organization} a un número que ya tenga. El suyo es {telephone}; compárelo con una fuente propia.',
    noTelephone: 'Llame a {organization} a un número que ya tenga.',
    notice: 'Mire su aviso, y compruébelo en {page}.',
  },
  offline: {
    title: 'No confíe solo en esta página',
    lead: 'Un servidor web robado podría mostrarle una aplicación falsa. Abrir sin conexión no necesita servidor ni página: hace las mismas comprobaciones antes de abrir nada.',
    steps: [
      'Guarde su archivo de claves. Está sellado con una frase secreta suya.',
      'Guarde la entrega sellada. Es lo que tiene el portal; nada se abre sin clave.',
      'Consiga Candor por una fuente propia, no por esta página, en un equipo sin red.',
      'Ábrala con la huella impresa en su aviso:',
    ],
    passphrase: 'Frase secreta del archivo de claves',
    passphraseHint:
      'Siete palabras o más que nadie adivine. Se pide al abrir el archivo y no se guarda en ninguna parte.',
    saveKey: 'Guardar el archivo de claves',
    keySaved: 'El archivo de claves está guardado. No lo tenga junto a la frase secreta.',
    saveRelease: 'Guardar la entrega sellada',
    byHand: 'A mano, solo con tar, sha256sum y age:',
  },
  ask: {
    title: 'Preguntar o impugnar una cifra',
    lead: 'Una cifra impugnada se anota, recibe respuesta y puede acabar en una rectificación. Diga qué cifra, qué cuenta usted y en qué se basa.',
    ways: [
      'Responda al aviso: su dirección de respuesta llega a quienes lo escribieron.',
      'O llame, y dé el código del aviso.',
      'No envíe contenido de correos ni contraseñas.',
    ],
    telephone: 'Teléfono: {telephone}',
    report: 'Avisos falsos: {report}',
  },
  guide: { show: 'Leer la guía: dos páginas', hide: 'Cerrar la guía' },
};
