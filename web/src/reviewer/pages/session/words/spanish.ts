import type { SessionWords } from './session-words.ts';

export const spanish: SessionWords = {
  question: 'Sus correos con {organization}',
  answers: {
    first: 'Entre con su llave de acceso para leerlos.',
    'by-you': 'La sesión está cerrada. Las claves están guardadas.',
    idle: 'Nadie estuvo aquí durante 15 minutos y las claves se guardaron.',
    ended: 'El portal terminó la sesión. Las claves se guardaron.',
    'other-tab': 'Cerró la sesión en otra pestaña. Las claves se guardaron también aquí.',
    'other-person': 'Otra persona entró en otra pestaña. Las claves se guardaron aquí.',
  },
  lead: {
    first: 'Se descifran solo en este dispositivo. El portal no tiene nada que los abra.',
    'by-you': 'En esta pestaña no queda nada de su correo.',
    idle: 'Entre, y estará donde estaba. Nada de lo que guardó se ha perdido.',
    ended:
      'Ocurre a las 8 horas, cuando el portal se reinicia, cuando se registra otra llave de acceso para usted o cuando se le retiró el acceso. Entre, y estará donde estaba.',
    'other-tab': 'Entre de nuevo para seguir donde estaba.',
    'other-person': 'Un navegador tiene una sesión a la vez. Para dos personas, use dos navegadores o perfiles.',
  },
  signIn: 'Entrar con llave de acceso',
  signingIn: 'Esperando su llave de acceso …',
  firstTime: '¿Primera vez aquí? Necesita el código impreso en el aviso.',
  enroll: 'Inscribirse con el código de un aviso',
  lostPasskey: '¿Llave de acceso perdida o en otro dispositivo?',
  recover: 'Registrar otra con su clave de recuperación',
  keyFile: '¿Un archivo de clave o una entrega en el disco?',
  openFiles: 'Abrir archivos de este dispositivo',
  withoutBrowser: 'Sin navegador: candor enroll y candor open. No usan esta página, así que nadie puede cambiársela.',
  privateMode:
    'Este navegador no guarda nada (ventana privada o almacenamiento prohibido): cada visita carga su correo de nuevo, y la inscripción debe hacerse de una vez.',
  locked: {
    question: 'Sesión abierta, claves aún cerradas',
    title: 'Escriba su clave de recuperación para abrir sus claves.',
    lead: 'Su llave de acceso abre la sesión pero no puede desenvolver claves: su dispositivo o programa no tiene la extensión PRF, o no la tenía cuando se creó. Por eso se pide cada vez la clave de recuperación. Registre otra llave, creada con un dispositivo o programa más nuevo, para evitarlo.',
    label: 'Clave de recuperación',
    hint: '28 caracteres (antes 27), como los anotó. Se usa en este dispositivo y no se envía a ninguna parte.',
    open: 'Abrir mis claves',
    opening: 'Abriendo …',
  },
  portalFlaws: {
    malformed:
      'El portal no aceptó lo que esta página envió. La página o el portal es de otra versión; cargue la página de nuevo.',
    'foreign-origin':
      'El portal no conoce la dirección de esta página. Escriba la dirección de su aviso; si es la misma, dígaselo a {organization}.',
    'not-found': 'El portal no tiene tal cosa, o no para usted.',
    conflict: 'Entretanto pasó otra cosa en el portal. Inténtelo de nuevo.',
    'too-large': 'El portal no aceptó tanto de una vez.',
    'wrong-type': 'El portal no aceptó lo que esta página envió. Cargue la página de nuevo.',
    'too-many': 'El portal pide ir más despacio. Inténtelo en unos minutos; nada se ha perdido.',
    fault: 'El portal falló al responder. Nada se ha perdido; inténtelo en unos minutos.',
    'lab-silent':
      'El portal espera a que {organization} diga quién puede leer qué; hasta entonces no sirve a nadie. Dura hasta su próxima llamada, un día como mucho.',
    'session-ended': 'La sesión terminó. Entre de nuevo.',
    'not-known':
      'El portal no conoce a nadie con esta llave de acceso o clave. O su inscripción aún espera aprobación, o se le retiró el acceso, o la llave fue sustituida.',
    'portal-silent': 'El portal no responde. Eso no dice nada de su correo. Inténtelo en unos minutos.',
    offline: 'Este dispositivo no tiene red.',
    'portal-broken':
      'Lo que respondió no es un portal de esta versión. Algo pudo responder en su lugar por el camino; pruebe otra red.',
  },
  passkeyFlaws: {
    cancelled:
      'No se usó ninguna llave de acceso: se canceló, tardó demasiado, o este dispositivo no tiene ninguna para {domain}.',
    unsupported:
      'Este navegador o dispositivo no tiene llaves de acceso adecuadas. Use otro navegador o una llave de seguridad.',
    'wrong-site':
      'Las llaves de acceso de {domain} no pueden usarse en esta página. Compare la dirección de la página con su aviso.',
    'already-there': 'Este dispositivo ya tiene esa llave de acceso.',
    fault: 'La llave de acceso falló por una razón que el navegador no dice. Inténtelo de nuevo.',
  },
  otherFault: 'Falló por una razón que esta página no conoce. Cárguela de nuevo.',
  account: {
    question: 'Usted y este dispositivo',
    title: 'Las claves y el correo están solo en este dispositivo.',
    nobody: 'Nadie ha entrado.',
    party: 'Lee por',
    roles: { nominator: 'Persona que designa', reviewer: 'Persona que lee', representative: 'Representante' },
    role: 'Función',
    fingerprint: 'Su huella',
    fingerprintHint: 'Cubre sus dos claves. Léasela a quien quiera estar seguro de que es usted.',
    tabs: 'Cada pestaña tiene sus propias claves y pide la llave de acceso; cerrar la sesión en una las cierra todas. Dos personas necesitan dos navegadores.',
    others: {
      title: 'Dónde más tiene la sesión abierta',
      none: 'En ningún otro sitio.',
      some: ['En otro navegador.', 'En otros {n} navegadores.'],
      one: 'Desde el {begun}, último uso el {seen}',
      hint: '¿No reconoce alguno, o un dispositivo ya no está en sus manos? Cierre la sesión allí; se pide la llave de acceso una vez más.',
      end: 'Cerrar la sesión en todos los demás',
      ended: 'Sesión cerrada en todos los demás.',
    },
    forgetTitle: 'Lo que este navegador guarda',
    forgetHint:
      'Correo cifrado, para que la próxima visita sea rápida, y una inscripción comenzada. Quítelo en un dispositivo que no sea suyo.',
    forget: 'Quitarlo de este navegador',
    forgotten: 'Quitado. La próxima visita carga su correo de nuevo.',
  },
};
