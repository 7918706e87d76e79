import markdown from '../../../../docs/guide/reading-your-mail.es.md?raw';
import type { EnrollWords } from '../reviewer/enroll-words.ts';
import type { ErrorWords } from '../reviewer/error-words.ts';
import type { ExportWords } from '../reviewer/export-words.ts';
import type { FilesWords } from '../reviewer/files-words.ts';
import type { MessagesWords } from '../reviewer/messages-words.ts';
import type { OverviewWords } from '../reviewer/overview-words.ts';
import type { PackTemplates } from '../reviewer/pack-template.ts';
import type { PackWords } from '../reviewer/pack-words.ts';
import type { PeopleWords } from '../reviewer/people-words.ts';
import type { ReadingWords } from '../reviewer/reading-words.ts';
import type { ReviewerCatalogue } from '../reviewer/reviewer-catalogue.ts';
import type { SecretWords } from '../reviewer/secret-words.ts';
import type { SessionWords } from '../reviewer/session-words.ts';
import type { SharedWords } from '../reviewer/shared-words.ts';
import type { TrustWords } from '../reviewer/trust-words.ts';
import { codeWords, rules } from './basics.ts';

const shared: SharedWords = {
  pageTitle: 'Sus correos con {organization}',
  sections: {
    overview: 'Resumen',
    messages: 'Mensajes',
    secrets: 'Secretos',
    people: 'Personas',
    trust: 'Confianza',
    report: 'Su informe',
  },
  sectionsLabel: 'Secciones',
  more: 'Más',
  emailsWith: 'correos con {organization}',
  skip: 'Ir al contenido',
  account: 'Usted y este dispositivo',
  signOut: 'Cerrar sesión',
  language: 'Idioma',
  theme: 'Colores',
  themes: { system: 'Como el dispositivo', light: 'Claro', dark: 'Oscuro' },
  verdicts: {
    accessed: { sentence: 'abierto o copiado', short: 'abierto' },
    presumed: { sentence: 'debe presumirse copiado', short: 'presumido copiado' },
    partial: { sentence: 'visto en parte', short: 'visto en parte' },
    possible: { sentence: 'no se puede descartar', short: 'no descartado' },
    undetermined: { sentence: 'el registro no dice nada', short: 'registro sin dato' },
    'no-evidence': { sentence: 'registro completo, sin acceso', short: 'sin acceso' },
    absent: { sentence: 'llegó tras la expulsión del intruso', short: 'llegó después' },
  },
  status: {
    keysHere: 'claves y correo solo en este dispositivo',
    nobody: 'sin sesión iniciada',
    idleSoon:
      'Lleva 14 minutos sin actividad. En un minuto se bloquearán las claves y se cerrará la sesión. Pulse una tecla para mantenerla abierta.',
    clock: {
      ahead: 'El reloj de este dispositivo adelanta {minutes} min. Las horas mostradas son las del portal.',
      behind: 'El reloj de este dispositivo atrasa {minutes} min. Las horas mostradas son las del portal.',
    },
    keeping: {
      full: 'El almacenamiento de este navegador está lleno: los correos abiertos se descargarán de nuevo la próxima vez. Puede seguir leyendo.',
      none: 'Este navegador no guarda nada (ventana privada): los correos abiertos se descargarán de nuevo la próxima vez. Puede seguir leyendo.',
      unkept:
        'El portal no guardó lo que usted ha visto. Solo lo sabe esta pestaña; otro dispositivo quizá no detecte que le muestran un estado anterior. La próxima comprobación lo intentará de nuevo.',
    },
  },
  goTo: { title: 'Ir a', short: 'ir a', label: 'Página', none: 'No hay ninguna página con ese nombre.' },
  keys: {
    title: 'Todas las teclas',
    short: 'todas las teclas',
    acts: {
      goTo: 'Ir a una página',
      help: 'Esta lista',
      search: 'Buscar en los mensajes',
      move: 'Mensaje siguiente, anterior',
      select: 'Seleccionar el mensaje',
      save: 'Guardar lo mostrado',
      leave: 'Volver, cerrar',
      table: 'El gráfico como tabla',
    },
  },
  loading: 'Cargando',
  tryAgain: 'Intentar de nuevo',
  copy: 'Copiar',
  copied: 'Copiado',
  close: 'Cerrar',
  cancel: 'Cancelar',
  fault: {
    title: 'Se produjo un error en esta página.',
    what: 'La acción en curso se ha perdido; sus correos y sus claves, no. El error: {fault}',
    kept: 'No se envió nada.',
    reload: 'Cargar la página de nuevo',
  },
  settingsMissing: {
    title: 'Falta la dirección del portal.',
    what: 'El archivo settings.json junto a esta página no se cargó o es de otra versión. No se ha perdido nada.',
    other: 'Sin esta página: candor enroll y candor open hacen lo mismo.',
  },
  notFound: { title: 'Esa página no existe.', back: 'Ir al resumen' },
};

const session: SessionWords = {
  question: 'Sus correos con {organization}',
  answers: {
    first: 'Inicie sesión con su llave de acceso para leerlos.',
    'by-you': 'La sesión está cerrada. Las claves están bloqueadas.',
    idle: 'Estuvo 15 minutos sin actividad y las claves se bloquearon.',
    ended: 'El portal terminó la sesión. Las claves se bloquearon.',
    'other-tab': 'Cerró la sesión en otra pestaña. Las claves se bloquearon también aquí.',
    'other-person': 'Otra persona inició sesión en otra pestaña. Las claves se bloquearon aquí.',
  },
  lead: {
    first: 'Se descifran solo en este dispositivo. El portal no puede abrirlos.',
    'by-you': 'En esta pestaña no queda nada de sus correos.',
    idle: 'Inicie sesión para seguir donde estaba. No se ha perdido nada de lo que guardó.',
    ended:
      'Ocurre a las 8 horas, cuando el portal se reinicia, cuando se registra otra llave de acceso para usted o cuando se revoca su acceso. Inicie sesión para seguir donde estaba.',
    'other-tab': 'Inicie sesión de nuevo para seguir donde estaba.',
    'other-person':
      'Un navegador solo mantiene una sesión a la vez. Para dos personas, use dos navegadores o perfiles.',
  },
  signIn: 'Iniciar sesión con llave de acceso',
  signingIn: 'Esperando su llave de acceso …',
  firstTime: '¿Primera vez aquí? Necesita el código impreso en el aviso.',
  enroll: 'Inscribirse con el código de un aviso',
  lostPasskey: '¿Llave de acceso perdida o en otro dispositivo?',
  recover: 'Registrar otra con su clave de recuperación',
  keyFile: '¿Un archivo de claves o una entrega en el disco?',
  openFiles: 'Abrir archivos de este dispositivo',
  withoutBrowser:
    'Sin navegador: candor enroll y candor open. No usan esta página, así que nadie puede modificarla sin que usted lo note.',
  privateMode:
    'Este navegador no guarda nada (ventana privada o almacenamiento no permitido): cada visita descarga de nuevo sus correos, y la inscripción debe completarse sin interrupción.',
  locked: {
    question: 'Sesión iniciada, claves aún bloqueadas',
    title: 'Introduzca su clave de recuperación para desbloquear sus claves.',
    lead: 'Su llave de acceso inicia la sesión, pero no puede desbloquear sus claves: su dispositivo o programa no tiene la extensión PRF, o no la tenía cuando se creó. Por eso se pide la clave de recuperación cada vez. Para evitarlo, registre otra llave de acceso, creada con un dispositivo o programa más reciente.',
    label: 'Clave de recuperación',
    hint: '28 caracteres (27 en las más antiguas), tal como los anotó. Se usa en este dispositivo y no se envía a ninguna parte.',
    open: 'Desbloquear mis claves',
    opening: 'Desbloqueando …',
  },
  portalFlaws: {
    malformed:
      'El portal no aceptó la solicitud de esta página. La página y el portal son de versiones distintas; cargue la página de nuevo.',
    'foreign-origin':
      'El portal no conoce la dirección de esta página. Introduzca la dirección de su aviso; si es la misma, avise a {organization}.',
    'not-found': 'El portal no tiene nada aquí, o nada para usted.',
    conflict: 'Entretanto algo ha cambiado en el portal. Inténtelo de nuevo.',
    'too-large': 'El portal no acepta tantos datos de una vez.',
    'wrong-host': 'El portal no responde en esta dirección. Avise al remitente de su notificación.',
    'wrong-type': 'El portal no aceptó la solicitud de esta página. Cargue la página de nuevo.',
    'too-many': 'Demasiadas solicitudes. Inténtelo de nuevo en unos minutos; no se ha perdido nada.',
    fault: 'Se produjo un error en el portal. No se ha perdido nada; inténtelo de nuevo en unos minutos.',
    'lab-silent':
      'El portal espera a que {organization} indique quién puede leer qué; hasta entonces no entrega nada. Dura hasta su próxima llamada, un día como mucho.',
    'session-ended': 'La sesión ha terminado. Inicie sesión de nuevo.',
    'not-known':
      'El portal no conoce esta llave de acceso o clave. O su inscripción aún espera aprobación, o su acceso fue revocado, o la llave de acceso fue sustituida.',
    'portal-silent': 'El portal no responde. Esto no dice nada de sus correos. Inténtelo de nuevo en unos minutos.',
    offline: 'Este dispositivo no tiene conexión de red.',
    'portal-broken':
      'La respuesta no viene de un portal de esta versión. Quizá respondió otro sistema en el camino; pruebe otra red.',
  },
  passkeyFlaws: {
    cancelled:
      'No se usó ninguna llave de acceso: la operación se canceló, tardó demasiado, o este dispositivo no tiene ninguna para {domain}.',
    unsupported:
      'Este navegador o dispositivo no admite estas llaves de acceso. Use otro navegador o una llave de seguridad.',
    'wrong-site':
      'Las llaves de acceso para {domain} no se pueden usar en esta página. Compare la dirección de la página con su aviso.',
    'already-there': 'Este dispositivo ya tiene esa llave de acceso.',
    fault: 'La llave de acceso falló; el navegador no indica el motivo. Inténtelo de nuevo.',
  },
  otherFault: 'La operación falló por un motivo desconocido. Cargue la página de nuevo.',
  account: {
    question: 'Usted y este dispositivo',
    title: 'Las claves y los correos están solo en este dispositivo.',
    nobody: 'No hay ninguna sesión iniciada.',
    party: 'Lee por',
    roles: { nominator: 'Persona que nombra', reviewer: 'Lector', representative: 'Representante' },
    role: 'Función',
    fingerprint: 'Su huella',
    fingerprintHint: 'Abarca sus dos claves. Léasela a quien quiera asegurarse de que es usted.',
    tabs: 'Cada pestaña tiene sus propias claves y pide la llave de acceso; al cerrar la sesión en una se cierran todas. Dos personas necesitan dos navegadores.',
    others: {
      title: 'Dónde más tiene la sesión abierta',
      none: 'En ningún otro sitio.',
      some: ['En otro navegador.', 'En otros {n} navegadores.'],
      one: 'Desde el {begun}, último uso el {seen}',
      hint: '¿No reconoce alguno, o ha perdido el control de un dispositivo? Cierre la sesión allí; se pide la llave de acceso una vez más.',
      end: 'Cerrar la sesión en todos los demás',
      ended: 'Sesión cerrada en todos los demás.',
    },
    forgetTitle: 'Lo que este navegador guarda',
    forgetHint:
      'Correos cifrados, para acelerar la próxima visita, y una inscripción iniciada. Elimínelos en un dispositivo que no sea suyo.',
    forget: 'Eliminar de este navegador',
    forgotten: 'Eliminado. La próxima visita descargará de nuevo sus correos.',
  },
};

const errors: ErrorWords = {
  locked: 'Sus claves están bloqueadas. Inicie sesión de nuevo.',
  'wrong-key': 'Eso no desbloquea sus claves.',
  mistyped: 'Lo introducido contiene un error. Compárelo grupo por grupo con el texto impreso.',
  'damaged-keys':
    'Sus claves cifradas faltan en el portal o no se pueden leer. Registre otra llave de acceso con su clave de recuperación o su archivo de claves.',
  'unknown-recovery':
    'El portal no tiene claves para esta clave de recuperación. Compárela con su nota; si es correcta, inscríbase de nuevo.',
  'older-keys':
    'El portal entregó una copia de sus claves anterior a la que este navegador ya ha visto. No se abrió nada. Avise a {organization}.',
  'other-person': 'La sesión y estas claves no son de la misma persona. No se abrió nada. Inicie sesión de nuevo.',
  'weak-passphrase': 'La frase de contraseña tiene menos de 10 caracteres. Elija cuatro o cinco palabras al azar.',
  'needs-recovery':
    'Hace falta su clave de recuperación: bloquee las claves, desbloquéelas con ella e inténtelo de nuevo enseguida.',
  'release-refused:manifest':
    'Rechazado: el manifiesto de esta entrega no tiene la forma prescrita. No se abrió nada. Avise a {organization}.',
  'release-refused:keys':
    'Rechazado: el conjunto de claves junto a esta entrega no se puede leer. No se abrió nada. Avise a {organization}.',
  'release-refused:approvals':
    'Rechazado: dos personas distintas de {organization} no aprobaron exactamente esta entrega. No se abrió nada. Avise a {organization}.',
  'release-refused:fingerprint':
    'Rechazado: esta entrega está firmada con claves distintas de las de su aviso. No se abrió nada. Compare la huella con su aviso, con el DNS o por teléfono.',
  'release-refused:log':
    'Rechazado: el registro público no prueba esta entrega. No se abrió nada. Avise a {organization}.',
  'release-refused:scope':
    'Rechazado: esta entrega es de otro incidente o no está destinada a usted. No se abrió nada. Avise a {organization}.',
  'release-refused:chain':
    'Rechazado: esta entrega no sigue a la anterior, o hay dos con el mismo número. No se abrió nada. Avise a {organization}.',
  'release-withheld':
    'El portal anuncia una entrega, pero no la envía. No se abrió nada. Inténtelo de nuevo; si persiste, avise a {organization}.',
  'log-not-continued':
    'No: este registro no es continuación del de su aviso ni del último que vio. No se abrió nada. Llame a {organization} y conserve su aviso.',
  'log-silent':
    'El registro en el sitio de {organization} no responde o no está al día. Sin él no se puede probar nada, así que no se abrió nada. Inténtelo de nuevo en unos minutos.',
  'rolled-back': 'No: esta entrega es anterior a la última que vio. No se abrió nada. Avise a {organization}.',
  'no-grant':
    'Esta entrega no contiene ninguna clave para usted. O su inscripción se aprobó después, o su acceso fue revocado. Pregunte a la persona que nombra a sus lectores.',
  'damaged-grant': 'Su clave para esta entrega fue alterada en el camino. No se abrió nada. Avise a {organization}.',
  'damaged-index':
    'La lista de mensajes fue alterada en el camino. No se abrió nada. Inténtelo de nuevo; si persiste, avise a {organization}.',
  'unknown-message': 'Esta entrega no contiene ese mensaje.',
  'missing-object': 'Este mensaje falta en el portal. Los demás se abren.',
  'damaged-object': 'Este mensaje no se pudo abrir: su huella difiere. Los demás se abren.',
  'damaged-file': 'Este archivo no es una entrega, o está truncado o alterado. No se abrió nada.',
  'no-vault': 'No hay ninguna entrega abierta.',
  'note-refused': 'El portal no aceptó la nota. No está guardada; inténtelo de nuevo.',
  'too-long': 'La nota tiene más de 4000 caracteres.',
  'session-ended': 'La sesión ha terminado. Inicie sesión de nuevo; seguirá donde estaba.',
  'portal-silent': 'El portal no responde. Esto no dice nada de sus correos. Inténtelo de nuevo en unos minutos.',
  'portal-broken':
    'El portal falló, u otro sistema respondió en su lugar. Inténtelo de nuevo en unos minutos o desde otra red.',
  'lab-silent':
    'El portal espera a que {organization} indique quién puede leer qué y hasta entonces no entrega nada. Tarda un día como mucho.',
  'too-many': 'Demasiadas solicitudes. Inténtelo de nuevo en unos minutos; no se ha perdido nada.',
  denied: 'El portal lo rechazó. Cargue la página de nuevo; si persiste, avise a {organization}.',
  cancelled: 'Detenido.',
  'worker-ended': 'La parte de esta página que gestiona las claves se detuvo. Cargue la página de nuevo.',
  fault: 'Se produjo un error en esta página. Cárguela de nuevo; no se ha perdido nada.',
};

const enroll: EnrollWords = {
  question: 'Leer sus correos con {organization}',
  answers: {
    notice: 'Empiece con el código de su aviso.',
    person: 'Indique quién es y cómo lo demuestra.',
    recovery: 'Anote su clave de recuperación. Solo se muestra una vez.',
    passkey: 'Cree una llave de acceso en este dispositivo.',
    proof: 'Demuestre que actúa en nombre de {target}.',
    waiting: 'Dos personas de {organization} deben aprobar aún su inscripción.',
    ready: 'Su inscripción está aprobada. Inicie sesión para leer.',
    refused: '{organization} rechazó esta inscripción.',
    stopped: 'Alguien se opuso. Esta inscripción está detenida.',
  },
  steps: {
    notice: 'El aviso',
    person: 'Usted',
    recovery: 'Clave de recuperación',
    passkey: 'Llave de acceso',
    proof: 'Prueba',
    waiting: 'Espera',
  },
  stepOf: 'Paso {n} de {of}',
  done: 'hecho',
  goOn: 'Continuar',
  working: 'Un momento …',
  startAgain: 'Abandonar y empezar de nuevo',
  startAgainHint: 'Las claves creadas se descartan. Lo enviado se rechaza automáticamente a los 30 días.',
  otherTab:
    'La inscripción continúa en otra pestaña de este navegador. Continúe allí, o ciérrela y cargue esta página de nuevo.',
  notKept:
    'Este navegador no guarda nada. Deje esta pestaña abierta hasta crear la llave de acceso; después podrá volver con ella.',
  silentSite:
    'Los archivos de {page} no se cargaron y no se pudo buscar el código. Esto no dice nada de su aviso. Inténtelo de nuevo en unos minutos.',

  aside: {
    title: 'Lo que necesita',
    needs: [
      'el aviso, con su código',
      'papel, o un gestor de contraseñas, para la clave de recuperación',
      'alguien que pueda añadir un registro a su DNS',
    ],
    time: 'Diez minutos ahora, después {hours} de espera.',
    without: 'Sin esta página',
    why: 'Hace las mismas preguntas y crea las mismas claves; ningún servidor web puede modificarlo sin que usted lo note.',
  },
  notice: {
    lead: 'El código solo indica qué aviso tiene. Se busca en este dispositivo, no se envía a ninguna parte y aún no prueba nada sobre usted.',
    code: 'Código del aviso',
    domain: 'Dominio o dirección que lo recibió',
    domainHint: 'La parte después de la @. Si recibió el correo como particular: la dirección completa.',
    domainMissing: 'Introduzca también el dominio, por ejemplo example.com.',
    lookUp: 'Buscar el aviso',
    noCode: '¿No tiene aviso, pero un compañero que ya lee va a nombrarle?',
    byColleague: 'Continuar sin código',
    answers: {
      unknown:
        'Ningún aviso tiene este código. Compárelo otra vez; si es correcto, el mensaje no es de {organization}.',
      'other-domain':
        'El aviso con este código se envió a otra persona, no a {domain}. Compruebe lo que ha introducido.',
      'address-asked':
        'El aviso con este código se envió a una persona. Introduzca la dirección completa a la que se envió.',
      withdrawn: '{organization} retiró este aviso y su código ya no es válido. Busque un aviso posterior, o llame.',
      unproved: 'Los archivos de {page} se contradicen. No siga: llame a {organization} a un número que ya conozca.',
    },
    issued: 'Emitido para {domain} el {time}.',
    superseded: 'Un aviso posterior lo sustituyó el {time}. El código sigue siendo válido aquí.',
    compare: 'Compare esto con la clave impresa en su aviso. Determina qué firmas aceptará esta página desde ahora:',
    compareColleague:
      'Compare esto con lo que su compañero ve en «Confianza». Determina qué firmas aceptará esta página desde ahora:',
    otherKeySet:
      'Las personas que deciden en {organization} han cambiado desde su aviso; por eso no es la clave impresa en él. Consulte el DNS antes de continuar: dig TXT _candor.{ownDomain}',
    same: 'Es la misma',
    isDifferent: 'Es otra',
    different: 'Deténgase aquí y llame a {organization} a un número que ya conozca.',
  },
  person: {
    lead: '{organization} ve estos datos, y también todas las personas de su organización a las que avisó: pueden oponerse.',
    name: 'Su nombre',
    nameHint: 'Tal como lo conocen sus compañeros.',
    address: 'Su dirección de trabajo',
    addressHint: 'La dirección en la que {organization} puede escribirle.',
    addressSlip: 'Eso no es una dirección de correo.',
    proofLegend: 'Cómo lo demuestra',
    proofs: {
      dns: {
        label: 'Un registro en el DNS de {domain}',
        hint: 'Para organizaciones. Usted o quien administra su DNS añade un registro TXT. Después usted nombra a otras personas que pueden leer.',
      },
      mailbox: {
        label: 'El buzón {address}',
        hint: 'Para particulares: el aviso se envió exactamente a esta dirección. Usted lee los correos enviados y recibidos en ella.',
      },
      nomination: {
        label: 'Un compañero me nombra',
        hint: 'Alguien de {domain} ya lee. Usted le comunica su huella, y esa persona firma por usted.',
      },
    },
    missing: 'Introduzca nombre y dirección.',
    makeKeys: 'Crear mis claves',
    making: 'Creando claves en este dispositivo …',
  },
  recovery: {
    lead: 'Sus claves se crearon en este dispositivo. La clave de recuperación las desbloquea cuando la llave de acceso no puede: en un dispositivo nuevo o en caso de pérdida. Nadie más la tiene, ni {organization} ni el portal.',
    label: 'Su clave de recuperación',
    advice:
      'Anótela en papel o guárdela en un gestor de contraseñas. No en un correo: puede que alguien lea los suyos.',
    written: 'La he anotado',
    askLead: 'Introduzca ahora dos de sus grupos, para que un error se detecte hoy y no el día en que la necesite.',
    group: 'Grupo {n}',
    wrong: 'No coincide con la clave mostrada. Compárela con su nota.',
    showAgain: 'Mostrarla otra vez',
    send: 'Enviar mi inscripción',
    sending: 'Firmando y enviando …',
  },
  passkey: {
    lead: 'Inicia su sesión y desbloquea sus claves, con la huella dactilar, la cara o el PIN de este dispositivo. El portal solo guarda sus claves tal como la llave de acceso las cifra.',
    make: 'Crear una llave de acceso',
    making: 'Esperando a su dispositivo …',
    without:
      'Creada. Las llaves de acceso de este dispositivo no pueden desbloquear sus claves (sin extensión PRF), así que la clave de recuperación se pide en cada visita. Más adelante puede registrar un dispositivo más reciente.',
    withPrf: 'Creada. Inicia su sesión y desbloquea sus claves.',
  },
  proof: {
    lead: 'Añada este registro al DNS de {domain}. Contiene la huella de sus propias claves, creadas en este dispositivo. Así se detecta si alguien las cambia por el camino.',
    name: 'Nombre',
    type: 'Tipo',
    value: 'Texto',
    lifetime: 'Déjelo hasta que se apruebe su inscripción, 30 días como mucho. Sirve cualquier tiempo de vida (TTL).',
    check: 'Comprobar el registro',
    checkHint: 'Debe mostrar exactamente este texto. Un cambio puede tardar una hora en verse en todas partes.',
    forDns: 'Para quien administra su DNS',
    forDnsText:
      'Por favor, añada este registro TXT a la zona {domain}. Muestra a {organization} que {name} puede leer los correos robados de nuestra organización. Por sí mismo no da acceso a nada y puede eliminarse a los 30 días.\n\nNombre: {recordName}\nTipo: TXT\nTexto: {recordText}\n\nPara comprobar: dig TXT {recordName}',
    copyAll: 'Copiar este texto',
    mailbox: 'No tiene que hacer nada: el código se envió solo a {target}. Tenerlo demuestra que usted lee ese buzón.',
    nomination:
      'Lea su huella al compañero que ya lee, por teléfono y no por correo. Él le encuentra en «Personas» y firma exactamente por esta:',
    fingerprint: 'Su huella',
    written: 'El registro está añadido',
  },
  waiting: {
    lead: 'Qué ocurre ahora:',
    others:
      'Todos los contactos de su organización que {organization} conoce reciben su huella y saben que {name} pide leer. Una sola oposición detiene la inscripción.',
    when: 'Después hay una espera de {hours}. A continuación, dos personas de {organization} comprueban ellas mismas la prueba y deciden.',
    sooner: 'Un segundo contacto de su organización puede confirmar y acortar la espera.',
    close:
      'Puede cerrar esta página. Vuelva e inicie sesión con su llave de acceso; hasta la aprobación, el portal responde que aún no le conoce.',
    asked: 'Consulta al portal el {time}: sigue en espera.',
    ask: 'Consultar ahora el portal',
    unlockLead:
      'La página se cargó de nuevo, o estuvo 15 minutos sin actividad; sus claves están bloqueadas. Desbloquéelas para continuar.',
    unlock: 'Desbloquear con la llave de acceso',
    hours: ['una hora', '{n} horas'],
  },
  ready: {
    lead: 'Dos personas de {organization} aprobaron la huella {fingerprint}, que es la suya.',
    signIn: 'Iniciar sesión',
  },
  refused:
    'Ocurre cuando el registro no mostró su huella en 30 días, cuando el código fue retirado o es de otra persona, o cuando dos personas lo decidieron así. Llame a {organization} a un número que ya conozca, o empiece de nuevo.',
  stopped:
    'Un contacto de su organización se opuso a su inscripción. Háblelo con sus compañeros; dos personas de {organization} deciden cómo se sigue.',

  recover: {
    question: 'Otra llave de acceso',
    title: 'Su clave de recuperación desbloquea sus claves, y se crea para ellas una llave de acceso nueva.',
    lead: 'La llave de acceso anterior deja de ser válida, todas sus sesiones terminan, y la persona que nombra a sus lectores ve el cambio.',
    label: 'Clave de recuperación',
    find: 'Encontrar mis claves',
    finding: 'Buscando …',
    foundTitle: 'Estas son sus claves.',
    found: 'Huella {fingerprint}. Cree ahora una llave de acceso en este dispositivo.',
    make: 'Crear una llave de acceso',
    doneTitle: 'La llave de acceso nueva funciona. Inicie sesión con ella.',
    done: 'La anterior ya no es válida.',
    lost: '¿Perdió también la clave de recuperación? Entonces nadie puede desbloquear sus claves. Inscríbase de nuevo; un compañero que ya lee puede nombrarle.',
    enroll: 'Inscribirse de nuevo',
    signIn: 'Iniciar sesión',
  },
};

const overview: OverviewWords = {
  real: {
    question: '¿Es auténtico?',
    yes: 'Sí. {organization} lo firmó, dos personas lo aprobaron y el registro público lo contiene.',
    partly: 'Lo que hay aquí es auténtico, pero incompleto.',
    signed: 'firmado por {people}',
    entry: 'la entrega {release} es la entrada {position} de {size}',
    continues: 'continuación del registro que conocía ({size} entradas)',
    firstLog: 'el registro se recuerda desde ahora',
    withheld: ['el portal anuncia 1 entrega que no envía', 'el portal anuncia {n} entregas que no envía'],
    checked: 'comprobado en este dispositivo, {at}',
    how: '¿Cómo lo sabemos?',
    without: 'Comprobar sin esta aplicación',
    again: 'Comprobar de nuevo',
  },
  refusals: {
    forged: {
      title: 'No: dos personas de {organization} no aprobaron esto.',
      what: 'El portal envió una entrega no válida ({flaw}). No se abrió ningún mensaje.',
      todo: 'No la tenga en cuenta. Llame al {telephone} y lea su huella; su aviso sigue siendo válido.',
    },
    keys: {
      title: 'No: esto está firmado con claves distintas de las de su aviso.',
      what: 'La huella de las claves de la organización no es la que conocía. No se abrió ningún mensaje.',
      todo: 'Compare la huella de su aviso con el DNS, o llame al {telephone}. Solo entonces acepte otras claves en «Confianza».',
    },
    log: {
      title: 'No: este registro no es continuación del de su aviso.',
      what: 'Se modificaron o eliminaron entradas desde su última visita, o alguien le muestra otro registro. No se abrió ningún mensaje.',
      todo: 'Conserve su aviso: indica el estado del registro. Llame al {telephone} y comuníquelo.',
    },
    'rolled-back': {
      title: 'No: esto es anterior a lo que usted ya vio.',
      what: 'El portal envió una entrega anterior, o ninguna, aunque había una posterior. No se abrió ningún mensaje.',
      todo: 'Quizá el portal se restauró desde una copia de seguridad. Inténtelo de nuevo en una hora; si persiste, llame al {telephone}.',
    },
    withheld: {
      title: 'La entrega está incompleta.',
      what: 'El portal anuncia una entrega, pero no envía sus documentos. No se abrió ningún mensaje.',
      todo: 'Inténtelo de nuevo; si persiste, llame al {telephone}.',
    },
    'no-grant': {
      title: 'Hay correos para su organización, pero aún no para esta clave.',
      what: 'La entrega es auténtica, pero no contiene una clave para usted. No es un error.',
      todo: 'La persona que nombra a sus lectores puede pedirla; cuando dos personas de {organization} estén de acuerdo, se abrirá.',
    },
    damaged: {
      title: 'La entrega es auténtica, pero llegó dañada.',
      what: 'Un archivo enviado por el portal no coincide con los documentos firmados ({flaw}). No se abrió nada.',
      todo: 'Inténtelo de nuevo; si persiste, avise a {organization}, que puede enviar el archivo otra vez.',
    },
    'log-silent': {
      title: 'El registro público no responde. Esto no dice nada de sus correos.',
      what: 'Sin el registro no hay nada probado, así que no se abrió nada. Lo que ya vio sigue siendo válido.',
      todo: 'Inténtelo de nuevo. Sin esta página: candor open abre del mismo modo un archivo de entrega.',
    },
    'lab-silent': {
      title: 'El portal espera a {organization}. Esto no dice nada de sus correos.',
      what: 'No tiene datos actuales de quién puede leer, así que no entrega nada. No se ha perdido nada.',
      todo: 'Inténtelo de nuevo en unos minutos.',
    },
    silent: {
      title: 'Sin respuesta. Esto no dice nada de sus correos.',
      what: 'El portal no respondió ({flaw}). No se ha perdido nada; sus claves y notas están a salvo.',
      todo: 'Inténtelo de nuevo en unos minutos. Sin el portal: candor open abre del mismo modo un archivo de entrega.',
    },
    session: {
      title: 'Se cerró su sesión.',
      what: 'Las claves se bloquearon. No se ha perdido nada.',
      todo: 'Inicie sesión de nuevo; volverá a esta página.',
    },
    other: {
      title: 'Esto no se pudo abrir.',
      what: 'La operación falló con este error: {flaw}. No se ha perdido nada.',
      todo: 'Cargue la página de nuevo; si persiste, comunique este error a {organization}.',
    },
  },
  earlier: 'Las cifras de abajo son las del {at}. Por ahora no se pueden abrir mensajes.',
  much: {
    question: 'Cuánto de lo nuestro',
    opened: ['1 mensaje abierto o copiado', '{n} mensajes abiertos o copiados'],
    more: ['1 más debe presumirse copiado', '{n} más deben presumirse copiados'],
    copied: ['1 mensaje debe presumirse copiado', '{n} mensajes deben presumirse copiados'],
    doubt: ['1 mensaje sin aclarar', '{n} mensajes sin aclarar'],
    none: 'Esta entrega no contiene ningún mensaje suyo.',
    did: 'Lo que hizo el intruso',
    messages: 'mensajes',
    secret: 'con contraseña o clave',
    share: 'proporción',
    concerned: 'afectados',
    readable: ['1 para leer aquí', '{n} para leer aquí'],
    bulk: ['1 de envío masivo', '{n} de envío masivo'],
    held: ['1 retenido por los abogados de {organization}', '{n} retenidos por los abogados de {organization}'],
    withheld: ['1 no entregado', '{n} no entregados'],
    differs: 'Sus mensajes adjuntos a otros figuran por separado en la lista.',
    differsQuoted: 'Sus mensajes citados o adjuntados por otros figuran por separado en la lista.',
    quoted: [
      'Contado aparte: 1 mensaje escrito en {organization} cita correos suyos. Lo que con certeza es suyo figura en la lista.',
      'Contados aparte: {n} mensajes escritos en {organization} citan correos suyos. Lo que con certeza es suyo figura en la lista.',
    ],
    mentioned: [
      'Contado aparte: 1 mensaje solo los menciona a ustedes, según {organization} ({kinds}).',
      'Contados aparte: {n} mensajes solo los mencionan a ustedes, según {organization} ({kinds}).',
    ],
    kinds: {
      business: ['1 profesional', '{n} profesionales'],
      personal: ['1 sobre personas', '{n} sobre personas'],
      secret: ['1 con un secreto', '{n} con un secreto'],
    },
    fresh: 'La entrega {release} es nueva desde su última visita; usted conocía la entrega {before}.',
    same: 'Nada nuevo desde su última visita.',
    behind: 'Cada número lleva a sus mensajes.',
  },
  time: {
    titles: {
      week: 'Cuándo se escribieron, por semana',
      month: 'Cuándo se escribieron, por mes',
      year: 'Cuándo se escribieron, por año',
    },
    intruder: 'intruso en los buzones de {organization}',
    span: '{first} – {last}.',
    asTable: 'Mostrar como tabla',
    asPicture: 'Mostrar como gráfico',
    from: 'Desde',
    all: 'todos',
    description:
      '{title}: del {first} al {last}, como mucho {most} mensajes en una de {bars} barras. La tabla contiene todas las cifras.',
    outside: ['1 mensaje tiene fecha fuera de este periodo', '{n} mensajes tienen fecha fuera de este periodo'],
    undated: ['1 no tiene fecha', '{n} no tienen fecha'],
    none: 'Ninguno de estos mensajes tiene fecha.',
  },
  which: {
    question: 'Quién de nosotros',
    answer: ['1 dirección', '{n} direcciones'],
    one: '{count}: {first}.',
    two: '{count}; primero {first} y {second}.',
    none: 'Ninguna de sus direcciones aparece en estos mensajes.',
    address: 'dirección',
    opened: 'abiertos',
    copied: 'presumidos copiados',
    doubt: 'sin aclarar',
    secrets: 'con contraseña o clave',
    all: ['La única', 'Las {n}'],
    fewer: 'Mostrar menos',
    at: ['En {organization}, en el buzón de 1 persona:', 'En {organization}, en los buzones de {n} personas:'],
    unnamed: 'Los buzones de {organization} en los que estaban solo se indican cuando el propio mensaje los nombra.',
  },
  first: {
    question: 'Qué hacer primero',
    distrust: ['desconfíe de 1 mensaje', 'desconfíe de {n} mensajes'],
    change: ['cambie lo que revela 1 mensaje', 'cambie lo que revelan {n} mensajes'],
    changeSecrets: ['cambie 1 contraseña o clave', 'cambie {n} contraseñas y claves'],
    warn: ['avise a 1 persona', 'avise a {n} personas'],
    calm: 'Lea lo que se abrió.',
    fraud: {
      title: ['1 mensaje vino del intruso', '{n} mensajes vinieron del intruso'],
      what: ', no del personal de {organization}. No responda ni pague.',
      do: ['Leer 1', 'Leer {n}'],
    },
    secrets: {
      title: ['Cambie 1 contraseña o clave.', 'Cambie {n} contraseñas y claves.'],
      inMessages: [
        ' 1 mensaje está marcado como mensaje con alguna.',
        ' {n} mensajes están marcados como mensajes con alguna.',
      ],
      done: 'De {all}: {rotated} cambiadas, {notOurs} ajenas.',
      marked: ['Cambie las contraseñas y claves de 1 mensaje.', 'Cambie las contraseñas y claves de {n} mensajes.'],
      what: ' Empiece por las de los mensajes abiertos.',
      do: ['Abrir 1', 'Abrir {n}'],
    },
    personal: {
      title: ['Examine los datos personales de 1 mensaje.', 'Examine los datos personales de {n} mensajes.'],
      what: ' Si usted es responsable del tratamiento de esos datos, quizá deba informar a los interesados.',
      do: ['Abrir 1', 'Abrir {n}'],
    },
    report: {
      title: 'Su propio informe:',
      what: ' su propio plazo de notificación puede haber empezado con el aviso. Las cifras y los textos están listos.',
      do: 'Preparar',
    },
    tell: {
      title: ['Avise a 1 persona.', 'Avise a {n} personas.'],
      what: ' Cuente con recibir correos que citen estas conversaciones. El texto está listo.',
      text: 'Un intruso tuvo acceso a buzones de {organization}. Están afectados correos entre esa organización y nosotros, del {first} al {last}. Desconfíe de mensajes que citen esas conversaciones o parezcan respuestas. No siga sus enlaces, no pague a cuentas nuevas y confirme por teléfono antes de actuar. Nuestro equipo de seguridad responde a las preguntas.',
    },
  },
  unknown: {
    question: 'Qué se desconoce',
    cannot: ['1 mensaje del que el registro no dice nada.', '{n} mensajes de los que el registro no dice nada.'],
    possible: ['1 mensaje cuyo acceso no se puede descartar.', '{n} mensajes cuyo acceso no se puede descartar.'],
    nothing: 'Ningún mensaje de esta entrega está sin aclarar.',
    undetermined: ['1 del que el registro no dice nada:', '{n} de los que el registro no dice nada:'],
    doubt: ['1 cuyo acceso no se puede descartar:', '{n} cuyo acceso no se puede descartar:'],
    held: [
      '1 está retenido por los abogados de {organization}.',
      '{n} están retenidos por los abogados de {organization}.',
    ],
    withheld: ['1 no se entrega; pregunte por qué.', '{n} no se entregan; pregunte por qué.'],
    quoted: [
      'El resto del mensaje que los cita no se facilita: se escribió en {organization} y no se les envió.',
      'El resto de los {n} mensajes que los citan no se facilita: se escribieron en {organization} y no se les enviaron.',
    ],
    mentioned: [
      'El texto del mensaje que solo los menciona no se facilita: no se les envió.',
      'El texto de los {n} mensajes que solo los mencionan no se facilita: no se les enviaron.',
    ],
    said: '{organization} dice:',
    show: 'Mostrarlos',
  },
  next: {
    question: 'Cuándo sabremos más',
    on: 'El {day}, en todo caso.',
    even: 'Aunque nada cambie: aquí y a sus contactos.',
    past: 'Estaba anunciada una actualización para el {day}.',
    pastWhat: 'Esta entrega es anterior. Su aviso más reciente dice más; {page} muestra si es auténtico.',
    none: 'Esta entrega no indica ninguna fecha.',
    noneWhat: 'Quizá la indique su aviso más reciente; {page} muestra si es auténtico.',
    telephone: 'Preguntas: {telephone}.',
    page: 'Comprobar un aviso: {page}',
  },
  status: { release: 'Entrega {release} del {day}', exposure: 'análisis {n}', log: 'tamaño del registro {n}' },
  nothing: {
    title: 'Nada que leer por ahora',
    gone: 'Ya no hay nada que leer',
    yet: 'Su inscripción está aprobada. {organization} aún no ha entregado correos para su organización; su aviso contiene las cifras y la fecha. Comprobado el {at}.',
    anymore:
      'La entrega {release} estaba disponible en su última visita y ya no está en vigor. Su aviso indica qué vale ahora. Comprobado el {at}.',
  },
  progress: {
    papers: 'Comprobando los documentos: {n} de {of}',
    log: 'Comprobando el registro público',
    index: 'Abriendo la lista de mensajes: {n} de {of}',
  },
  checkAgain: 'Consultar de nuevo',
  counting: ['Contando 1 mensaje', 'Contando {n} mensajes'],
};

const messages: MessagesWords = {
  title: 'Mensajes',
  search: [
    'Buscar en 1 mensaje y su texto, por ejemplo  from:novak has:secret',
    'Buscar en {n} mensajes y su texto, por ejemplo  from:novak has:secret',
  ],
  searchShort: ['Buscar en 1 mensaje', 'Buscar en {n} mensajes'],
  searchHelp:
    'Palabras, "frases exactas", -sin. Campos: from: to: cc: with: at: subject: body: file: has:attachment has:secret has:fraud has:bulk has:note has:unopened verdict:accessed after:2001-09-10 before:2001-10',
  flaws: {
    date: '«{piece}» no es un día, un mes ni un año; escriba 2001-09-10, 2001-09 o 2001. Se ignoró.',
    empty: '«{piece}» no contiene ningún término de búsqueda. Se ignoró.',
    field:
      '«{piece}» no es un campo. Los campos son from, to, cc, with, at, subject, body, file, has, verdict, after, before. Se ignoró.',
    holds: '«{piece}»: los valores son attachment, secret, fraud, bulk, note y unopened. Se ignoró.',
    'too-long': 'La búsqueda es demasiado larga (2000 caracteres como máximo). Se ignoró.',
    unclosed: '«{piece}»: las comillas no se cierran; todo lo que sigue se trata como una frase.',
    verdict:
      '«{piece}» no es un veredicto. Los veredictos son accessed, presumed, partial, possible, undetermined. Se ignoró.',
    operator: '«{piece}» no está disponible: todas las palabras deben aparecer, y -palabra excluye una. Se ignoró.',
    repeated:
      '«{piece}»: un mensaje tiene un remitente, una fecha y un veredicto; este campo solo se admite una vez. Se ignoró.',
    wildcard:
      '«{piece}»: * no está disponible. Una palabra también encuentra palabras más largas que la contienen. Se ignoró.',
    wordless: '«{piece}» no contiene letras ni cifras. Se ignoró.',
  },
  all: 'Todos ({n})',
  filters: {
    label: 'Filtros',
    open: 'Filtrar',
    verdict: 'Veredicto',
    people: 'Nuestras direcciones',
    at: 'En {organization}',
    date: 'Fecha',
    holds: 'Contiene',
    way: 'Sentido',
    threads: 'Agrupar por hilo',
    thread: 'Un hilo',
    after: 'Desde',
    before: 'Hasta',
    find: 'Buscar una dirección',
    clear: 'Quitar este filtro',
    apply: ['Mostrar 1 mensaje', 'Mostrar {n} mensajes'],
    more: ['y 1 más; escriba para encontrarla', 'y {n} más; escriba para encontrarlas'],
  },
  ways: { sent: 'enviados por nosotros', received: 'recibidos por nosotros' },
  holds: {
    fraud: 'fraude',
    secret: 'secreto',
    attachment: 'adjunto',
    note: 'nota',
    unopened: 'no se pudo abrir',
    bulk: 'envío masivo',
    corrected: 'corregido',
    personal: 'datos personales',
    credential: 'contraseña',
    'access-code': 'código de acceso',
    'secret-key': 'clave',
    'payment-card': 'tarjeta de pago',
    'bank-account': 'cuenta bancaria',
    'national-id': 'número de identidad',
    passport: 'pasaporte',
    'driving-licence': 'permiso de conducir',
    'tax-id': 'número fiscal',
    'birth-date': 'fecha de nacimiento',
    'home-address': 'domicilio',
    telephone: 'teléfono privado',
    'login-name': 'nombre de usuario',
    health: 'salud',
    'special-category': 'categoría especial',
  },
  marks: { fraud: 'fraude', secret: 'secreto', personal: 'personal', bulk: 'masivo', corrected: 'corregido' },
  columns: {
    verdict: 'Intruso',
    date: 'Fecha (UTC)',
    with: 'Con',
    subject: 'Asunto',
    holds: 'Contiene',
    choose: 'Columnas',
  },
  sortBy: { date: 'fecha', verdict: 'veredicto', with: 'dirección', subject: 'asunto', holds: 'contenido' },
  newest: 'Más recientes primero',
  oldest: 'Más antiguos primero',
  noSubject: '(sin asunto)',
  noDate: 'sin fecha',
  nobody: '(nadie nombrado)',
  toOther: 'a {other}',
  fromOther: 'de {other}',
  others: ['y 1 más', 'y {n} más'],
  files: ['1 archivo', '{n} archivos'],
  inThread: ['1 mensaje', '{n} mensajes'],
  notOpened: 'no se pudo abrir',
  notOpenedShort: 'no legible',
  listLabel: ['1 mensaje', '{n} mensajes'],
  printed: [
    'Un extracto de 1 mensaje: la fila de la pantalla.',
    'Un extracto de {n} mensajes: las filas de la pantalla. Exporte la lista para imprimirla.',
  ],
  shown: 'mostrados: {n} de {of}',
  shownThreads: 'hilos: {n}, mensajes: {messages} de {of}',
  coverage: {
    everyText: ['se buscó en 1 texto', 'se buscó en los {n} textos'],
    someTexts: ['se buscó en {searched} de 1 texto', 'se buscó en {searched} de {n} textos'],
    failed: ['1 no se pudo abrir', '{n} no se pudieron abrir'],
    inPart: ['en 1 se buscó solo en parte', 'en {n} se buscó solo en parte'],
    unread: ['1 no se ha leído', '{n} no se han leído'],
  },
  noMatch: {
    index: ['Ningún mensaje coincide. 1 sin el filtro.', 'Ningún mensaje coincide. {n} sin el filtro.'],
    everyText: [
      'Ningún mensaje coincide: se buscó en 1 texto.',
      'Ningún mensaje coincide: se buscó en los {n} textos.',
    ],
    someTexts: ['0 coincidencias en {searched} de 1 texto', '0 coincidencias en {searched} de {n} textos'],
    noText: [
      '0 coincidencias en direcciones, asuntos y nombres de archivos. Aún no se ha buscado en 1 texto.',
      '0 coincidencias en direcciones, asuntos y nombres de archivos. Aún no se ha buscado en {n} textos.',
    ],
    unreadNotes: 'No se han leído sus notas, así que no se sabe qué mensajes tienen una.',
    attachments: 'La búsqueda abarca los nombres de los adjuntos, no su contenido.',
  },
  bodies: {
    full: 'no hay sitio para más textos',
    read: ['Leer 1 texto', 'Leer {n} textos'],
    readHint: 'Cada uno se descarga y consta en su historial de consultas.',
    stop: 'Detener la lectura',
    again: 'Seguir leyendo',
    retry: ['Volver a intentar 1 texto', 'Volver a intentar {n} textos'],
    showFailed: ['Mostrar el mensaje que no se pudo abrir', 'Mostrar los {n} mensajes que no se pudieron abrir'],
    stopped: 'La lectura se interrumpió. {why}',
    resumes: 'Continúa cuando se restablece la conexión.',
  },
  unsure: [
    '1 de ellos contiene todas las palabras de la frase; no se comprobó si van seguidas.',
    '{n} de ellos contienen todas las palabras de la frase; no se comprobó si van seguidas.',
  ],
  emptyRelease: 'Esta entrega no contiene ningún mensaje que se pueda leer aquí.',
  withoutFilter: 'Mostrar todos',
  selected: ['1 seleccionado', '{n} seleccionados'],
  selectAll: ['Seleccionar el mostrado', 'Seleccionar los {n} mostrados'],
  unselect: 'Quitar la selección',
  exportAll: ['Exportar 1', 'Exportar {n}'],
  mark: 'Anotar un secreto',
  notes: 'Notas',
  position: '{n} de {of}',
  outside: 'no está entre los mostrados',
  previous: 'Mensaje anterior',
  next: 'Mensaje siguiente',
  back: 'Volver a la lista',
  pick: 'Elija un mensaje para leerlo aquí.',
  keys: { move: 'mover', select: 'seleccionar', search: 'buscar', export: 'exportar' },
  unreadNotes: 'No se pudieron leer las notas y no se tienen en cuenta en la búsqueda: {flaw}',
  rowsFailed: 'No se pudo leer la lista: {why}',
};

const gap = (cause: string): string =>
  `El intruso podía leer el buzón y, durante un tiempo, ${cause}: un acceso no habría dejado rastro.`;

const reading: ReadingWords = {
  message: 'Mensaje',
  noSubject: 'Sin asunto',
  fields: {
    from: 'De',
    sender: 'Enviado por',
    replyTo: 'Responder a',
    to: 'Para',
    cc: 'Copia',
    bcc: 'Copia oculta',
    date: 'Fecha',
  },
  noDate: 'sin fecha',
  asWritten: 'como está escrita: {date}',
  unreadableAddress: 'dirección ilegible',
  allAddresses: ['Mostrar 1 más', 'Mostrar {n} más'],
  fewerAddresses: 'Mostrar menos',
  actions: {
    label: 'Con este mensaje',
    saveMessage: 'Guardar como .eml',
    raw: 'Vista sin formato',
    closeRaw: 'Cerrar la vista sin formato',
    asText: 'Como texto',
    asFormatted: 'Con formato',
    why: 'Por qué',
    backToMessage: 'Volver al mensaje',
  },
  opening: 'Abriendo el mensaje',
  failed: 'Este mensaje no se pudo abrir.',
  frameFlaws: {
    silent:
      'La parte de esta página que analiza los mensajes no se cargó. El mensaje está intacto; guárdelo, o cargue la página de nuevo.',
    hung: 'El análisis de este mensaje tardaba demasiado y se detuvo. El mensaje está intacto; abra la vista sin formato, o guárdelo.',
    broken: 'Este mensaje no se pudo analizar. Está intacto; abra la vista sin formato, o guárdelo.',
    malformed:
      'Este mensaje provocó una respuesta no permitida de la parte que lo analiza. Esa parte se detuvo; no salió nada de ella. Abra la vista sin formato, o guarde el mensaje.',
    moved:
      'Este mensaje intentó redirigir la parte que lo muestra. Esa parte se detuvo; no se cargó nada. Abra la vista sin formato, o guarde el mensaje.',
    closed: 'El mensaje se cerró.',
    'too-large': 'Este mensaje supera los 96 MB y no se muestra aquí. Está intacto; guárdelo.',
  },
  openAgain: 'Abrir de nuevo',
  fraud:
    'El intruso escribió este mensaje. No viene de la persona cuyo nombre lleva: no haga lo que pide, y avise a quien pueda haberlo contestado.',
  corrected:
    'Una entrega anterior contenía este mensaje dañado. Aquí está completo: no se fíe de lo que leyó o guardó antes.',
  bulk: 'Marcado por su remitente como lista o envío masivo; se cuenta aparte.',
  secretsShown: [
    '1 contraseña o clave reconocida y visible; puede haber otras',
    '{n} contraseñas o claves reconocidas y visibles; puede haber otras',
  ],
  secrets: ['1 contraseña o clave oculta; puede haber otras', '{n} contraseñas o claves ocultas; puede haber otras'],
  personal: '{organization} encontró datos personales en este mensaje: {kinds}. Nadie ha comprobado de quién son.',
  secretMarked:
    'Este mensaje está marcado como mensaje con una contraseña o clave. No se reconoció ninguna en su texto; revise también los adjuntos.',
  showSecrets: 'Mostrar',
  maskSecrets: 'Ocultar de nuevo',
  differs:
    'El texto simple y la versión con formato de este mensaje difieren. Los programas muestran uno u otra; consulte ambos.',
  protections: {
    'smime-encrypted': 'Cifrado con S/MIME. Queda como está: solo la clave de su destinatario lo abre.',
    'smime-signed': 'Firmado con S/MIME. La firma queda como está y no se comprueba aquí.',
    'pgp-encrypted': 'Cifrado con PGP. Queda como está: solo la clave de su destinatario lo abre.',
    'pgp-signed': 'Firmado con PGP. La firma queda como está y no se comprueba aquí.',
    tnef: 'Tiene una parte en el formato propio de Outlook (winmail.dat). Queda como está y no se analiza aquí.',
  },
  notes: {
    'repeated-fields':
      'Campos que solo deben figurar una vez figuran varias; los programas no coinciden en cuál vale. Se muestra el primero; la vista sin formato los contiene todos.',
    'too-many-parts': 'Tiene más partes de las que se muestran aquí. El mensaje guardado las contiene todas.',
    'too-deep':
      'Sus partes están anidadas a más profundidad de la que se muestra aquí. El mensaje guardado las contiene todas.',
    'too-many-addresses': 'Tiene más direcciones de las que se muestran aquí. La vista sin formato las contiene todas.',
    'field-too-long':
      'Uno de sus campos de cabecera es demasiado largo para mostrarlo. La vista sin formato lo contiene entero.',
    'nested-left-out':
      'Contiene más mensajes adjuntos, o a más profundidad, de los que se muestran aquí. El mensaje guardado los contiene todos.',
    'text-cut': 'Su texto es más largo de lo que se muestra aquí. La vista sin formato lo contiene entero.',
    'formatted-too-large': 'Su versión con formato es demasiado grande para mostrarla; se muestra su texto.',
  },
  noText: 'Este mensaje no tiene texto que se pueda mostrar.',
  quoted: ['1 línea citada', '{n} líneas citadas'],
  moreLines: ['Mostrar 1 línea más', 'Mostrar {n} líneas más'],
  hiddenCharacter: 'carácter oculto {code}',
  formattedTitle: 'Mensaje con el formato de su remitente',
  remote: ['1 elemento remoto no se cargó', '{n} elementos remotos no se cargaron'],
  remoteNone: 'Ningún elemento remoto.',
  remoteKinds: {
    picture: ['1 imagen', '{n} imágenes'],
    style: ['1 hoja de estilo', '{n} hojas de estilo'],
    font: ['1 tipo de letra', '{n} tipos de letra'],
    frame: ['1 página incrustada', '{n} páginas incrustadas'],
    media: ['1 archivo de audio o vídeo', '{n} archivos de audio o vídeo'],
    other: ['1 otro', '{n} otros'],
  },
  hosts: 'De',
  furtherHosts: ['y 1 servidor más', 'y {n} servidores más'],
  leftOut: 'Omitido',
  leftOutKinds: {
    script: ['1 script', '{n} scripts'],
    form: ['1 campo de formulario', '{n} campos de formulario'],
    frame: ['1 marco u objeto', '{n} marcos u objetos'],
    drawing: ['1 dibujo', '{n} dibujos'],
    media: ['1 reproductor', '{n} reproductores'],
    refresh: ['1 redirección', '{n} redirecciones'],
    overlay: ['1 superpuesto a otro contenido', '{n} superpuestos a otro contenido'],
    picture: ['1 imagen incrustada de un tipo inseguro', '{n} imágenes incrustadas de tipos inseguros'],
  },
  links: ['1 enlace', '{n} enlaces'],
  linksInert: 'Las direcciones se muestran como texto y no se pueden abrir.',
  furtherLinks: ['y 1 enlace más', 'y {n} enlaces más'],
  attachments: ['1 adjunto', '{n} adjuntos'],
  noAttachment: 'Ningún adjunto indicado.',
  attachment: {
    unnamed: 'sin nombre',
    save: 'Guardar',
    saved: 'Guardado',
    declared: 'llamado {declared}',
    digest: 'SHA-256',
    inText: 'mostrado en el texto',
    savedAs: 'guardado como {name}',
    failed: 'no se pudo guardar: su huella no coincide',
    bytes: ['1 byte', '{n} bytes'],
    large: '{n} kB',
  },
  warnings: {
    program: 'un programa: no lo ejecute',
    active: 'puede ejecutar acciones al abrirse',
    macros: 'puede contener macros, que son programas',
    archive: 'un archivo comprimido; su contenido no se ha examinado',
    mismatch: 'su contenido no corresponde a su nombre o a lo que indica el remitente',
    'hidden-name': 'su nombre contiene caracteres que ocultan su tipo',
    'two-endings': 'su nombre simula otro tipo de archivo',
  },
  furtherParts: ['y 1 parte más', 'y {n} partes más'],
  types: {
    'application/pdf': 'documento PDF',
    'application/zip': 'archivo zip o documento de oficina',
    'application/x-ole-storage': 'documento de oficina antiguo',
    'image/png': 'imagen PNG',
    'image/jpeg': 'imagen JPEG',
    'image/gif': 'imagen GIF',
    'image/tiff': 'imagen TIFF',
    'application/x-msdownload': 'programa de Windows',
    'application/x-elf': 'programa de Unix',
    'application/gzip': 'archivo gzip',
    'application/x-7z-compressed': 'archivo 7z',
    'application/vnd.rar': 'archivo RAR',
    'application/rtf': 'documento RTF',
    'application/ms-tnef': 'winmail.dat de Outlook',
    'text/calendar': 'entrada de calendario',
    'application/pgp': 'texto PGP',
    'text/html': 'texto html o xml',
    'text/plain': 'texto',
    'application/octet-stream': 'contenido desconocido',
  },
  calendar: {
    title: 'Entrada de calendario',
    cancelled: 'Entrada de calendario cancelada',
    what: 'Qué',
    start: 'Empieza',
    end: 'Termina',
    place: 'Dónde',
    organizer: 'Organiza',
    attendees: 'Invitados',
    repeats: 'Se repite',
    description: 'Texto',
    notActed: 'No se respondió ni se anotó nada.',
  },
  nested: 'Mensaje adjunto: {subject}',
  nestedFiles: 'Adjunto a él: {names}',
  raw: {
    label: 'El mensaje tal como está en la entrega, línea a línea',
    lines: ['1 línea', '{n} líneas'],
    cut: 'Se muestran los primeros 8 MB; el mensaje guardado está completo.',
  },
  why: {
    title: 'Por qué',
    times: ['1 registro', '{n} registros'],
    moreTimes: ['y 1 más', 'y {n} más'],
    rule: 'regla {code}',
    copyTitle: 'Usted ve la copia que contenía su propio buzón.',
    copy: 'Omitido: los rastros de los servidores y los añadidos internos de la organización.',
    heldBy: 'Estaba en el buzón de {people}.',
    howWeKnow: '¿Cómo lo sabemos?',
  },
  reasons: {
    bind: 'Según el registro de accesos, el programa del intruso abrió este mensaje.',
    'bind-same-content':
      'Según el registro de accesos, el programa del intruso abrió un mensaje idéntico del mismo buzón.',
    'bind-ambiguous':
      'Según el registro de accesos, el intruso abrió uno de los mensajes que comparten este identificador; no se puede determinar cuál.',
    'bind-unattributed':
      'Según el registro de accesos, este mensaje se abrió; no se puede determinar si lo hizo el titular del buzón o el intruso.',
    'bind-same-id': 'El intruso abrió un mensaje con el mismo número en otra carpeta; según el registro, no era este.',
    'bind-elsewhere':
      'El registro de accesos nombra una copia de este mensaje, en un buzón que ya no la contiene, como abierta por el programa del intruso.',
    'handled-elsewhere':
      'El intruso movió, borró o cambió una copia de este mensaje en un buzón que ya no la contiene.',
    'lossy-record':
      'Según el registro de accesos, el intruso abrió mensajes de la carpeta que contenía este; la lista de esos mensajes no está completa.',
    'folder-listed':
      'El intruso mostró la lista de la carpeta que contenía este mensaje, en la que se ven asuntos, personas y fechas.',
    'folder-listed-unattributed':
      'Se mostró la lista de la carpeta que contenía este mensaje; no se puede determinar si lo hizo el titular del buzón o el intruso.',
    export: 'El intruso exportó o consultó correos del buzón que contenía este mensaje.',
    'export-unattributed':
      'Se exportaron o consultaron correos del buzón que contenía este mensaje; no se puede determinar si lo hizo el intruso.',
    'sync-folder': 'El programa del intruso copió la carpeta que contenía este mensaje.',
    'sync-hour':
      'Este mensaje llegó en la hora siguiente a que el intruso copiara su carpeta; las copias repetidas en una hora no se registran.',
    'sync-folder-unknown': 'El intruso copió una carpeta; no se puede determinar si era la que contenía este mensaje.',
    'sync-mailbox':
      'El intruso copió otra carpeta del buzón que contenía este mensaje; se presume copiado todo el buzón.',
    'sync-other-folder': 'El intruso copió otra carpeta del buzón que contenía este mensaje.',
    'sync-unattributed':
      'La carpeta que contenía este mensaje se copió; no se puede determinar si lo hizo el titular del buzón o el intruso.',
    throttled:
      'El intruso estaba activo en el buzón mientras se abrían tantos mensajes que el registro dejó de anotarlos durante un día.',
    'gap-unlicensed': gap('el registro no cubría el buzón'),
    'gap-audit-off': gap('el registro estaba desactivado'),
    'gap-ingestion-off': gap('no se llevaba ningún registro de accesos'),
    'gap-before-retention': gap('los registros de ese periodo ya no se conservaban'),
    'gap-unsupported': gap('el registro no puede mostrar este tipo de acceso'),
    'gap-bypassed': gap('una cuenta estaba exenta de registro'),
    'gap-lossy': gap('el registro está dañado o incompleto'),
    'gap-truncated': gap('solo había una copia incompleta del registro'),
    'gap-late': gap('el registro se extrajo antes de que debieran estar todas sus entradas'),
    'gap-unasserted': gap('nadie afirma que el registro se llevara'),
    'gap-not-recorded': gap('el buzón se usaba y no se registró ningún acceso'),
    'app-reach-used': 'Durante un tiempo no se registró nada, y un programa que el intruso usaba podía leer el buzón.',
    'app-reach': 'Durante un tiempo no se registró nada, y un programa del intruso podía leer el buzón.',
    'delegate-reach': 'Durante un tiempo no se registró nada, y el intruso había recibido derechos sobre el buzón.',
    forwarding: 'Este mensaje llegó mientras una regla del intruso reenviaba correos fuera del buzón.',
    'forwarding-unattributed':
      'Este mensaje llegó mientras una regla reenviaba correos fuera del buzón; no se puede determinar si la creó el intruso.',
    'forwarding-unreadable':
      'Este mensaje llegó mientras estaba activa una regla que el intruso creó o pudo crear; el registro no dice qué hacía.',
    'search-hit':
      'El intruso buscó, y este mensaje estaba entre los resultados, que muestran asunto, personas y primeras palabras.',
    'search-hit-unattributed':
      'Este mensaje estaba entre los resultados de una búsqueda; no se puede determinar si buscó el titular del buzón o el intruso.',
    'search-unread':
      'Se hizo una búsqueda en el buzón que contenía este mensaje; en el registro no se puede leer qué se buscó.',
    handled: 'El intruso movió, borró o cambió este mensaje.',
    'copied-out': 'El intruso copió o movió este mensaje a otro buzón.',
    'copied-out-unattributed':
      'Este mensaje se copió o movió a otro buzón; no se puede determinar si lo hizo el titular del buzón o el intruso.',
    'quoted-out': 'El intruso envió un mensaje que responde a este.',
    'quoted-out-unattributed':
      'Se envió un mensaje que responde a este; no se puede determinar si lo hizo el titular del buzón o el intruso.',
    'intruder-sent': 'El intruso envió este mensaje; no viene de la persona cuyo nombre lleva.',
    'after-containment': 'Este mensaje se recibió después de la expulsión del intruso.',
    'complete-coverage': 'El registro de accesos está completo y no contiene ningún indicio sobre este mensaje.',
    'coverage-incomplete':
      'El registro de accesos no contiene ningún indicio sobre este mensaje, pero no está completo.',
    'contained-in': 'Iba adjunto a otro mensaje que el intruso envió, abrió o pudo ver.',
    'no-control':
      'El registro de accesos no contiene ningún indicio sobre este mensaje, pero nada muestra que registre los accesos a este buzón.',
    'ids-unresolved':
      'El registro de accesos no contiene ningún indicio sobre este mensaje, pero la mayoría de los mensajes que nombra no están en el buzón.',
    'date-alone':
      'Solo la fecha que indica este mensaje lo deja fuera de lo que alcanzó el intruso, y una fecha así no prueba nada por sí sola.',
    'carrier-undetermined': 'Iba adjunto a otro mensaje; no se puede saber si el intruso lo alcanzó.',
    'linked-after': 'Accesos posteriores pudieron alcanzar este mensaje; no se puede saber si son del intruso.',
    'grant-open':
      'Este mensaje se entregó después de expulsar al intruso, pero nada muestra que se le retirara un permiso que tenía.',
    attached: 'Iba adjunto a un mensaje interno de la organización, cuyo resto no se facilita.',
    quoted: 'Se cita en un mensaje de la organización, cuyo resto no se facilita.',
  },
};

const secrets: SecretWords = {
  question: 'Qué hay que cambiar',
  open: [
    '{n} de {total} contraseñas y claves sigue pendiente.',
    '{n} de {total} contraseñas y claves siguen pendientes.',
  ],
  allDone: [
    'La única contraseña o clave de la lista está resuelta.',
    'Las {n} contraseñas y claves de la lista están resueltas.',
  ],
  none: 'Aún no hay ninguna contraseña o clave en la lista.',
  noneHint:
    'Si encuentra una al leer, marque el mensaje, o añádala aquí. Indique a qué da acceso, nunca el secreto mismo.',
  progress: 'cambiadas: {rotated}, no son nuestras: {notOurs}, pendientes: {open}',
  filter: 'Mostrar',
  all: 'Todas',
  statuses: { open: 'Pendiente', rotated: 'Cambiada', 'not-ours': 'No es nuestra' },
  noMatch: 'Ninguna de las {n} de la lista tiene este estado.',
  kinds: { password: 'Contraseña', key: 'Clave', token: 'Token', code: 'Código', account: 'Cuenta', other: 'Otra' },
  columns: {
    status: 'Estado',
    secret: 'Contraseña o clave',
    used: 'Se usa en',
    owner: 'Quién la cambia',
    act: 'Acción',
  },
  marked: 'encontrada por {organization}',
  foundIn: ['encontrada por {organization} en 1 mensaje', 'encontrada por {organization} en {n} mensajes'],
  noLabel: '(sin nombre)',
  message: 'Abrir el mensaje',
  by: '{author}, {time}',
  you: 'usted',
  acts: {
    rotated: 'Marcar como cambiada',
    'not-ours': 'No es nuestra',
    open: 'Reabrir',
    edit: 'Editar…',
    add: 'Añadir una contraseña o clave…',
  },
  changed: {
    rotated: '«{label}» está marcada como cambiada.',
    'not-ours': '«{label}» está marcada como no nuestra.',
    open: '«{label}» vuelve a estar pendiente.',
  },
  undo: 'Deshacer',
  dispute:
    '{n} personas escribieron a la vez sobre esto. Se conservan ambas indicaciones; sigue pendiente mientras alguna lo indique.',
  disputeOne: '{author}, {time}: {status}, {label}',
  settle: 'Resolver…',
  form: {
    addTitle: 'Añadir una contraseña o clave',
    editTitle: 'Modificar los datos',
    never: 'No escriba nunca el secreto mismo: todos los lectores ven este texto.',
    kind: 'Tipo',
    label: 'Qué es',
    labelHint: 'por ejemplo: contraseña SFTP del servidor de liquidación',
    used: 'Dónde se usa',
    usedHint: 'sistema, dirección, programas que la contienen',
    owner: 'Quién la cambia',
    ownerHint: 'una persona o un equipo de su organización',
    remark: 'Observación',
    save: 'Guardar para todos los lectores',
    saving: 'Guardando…',
    labelMissing: 'Indique primero qué es.',
  },
  shared: 'Compartido con los lectores de {party}, sellado: ni {organization} ni el portal pueden leerlo.',
  unread: [
    '{n} nota no se puede leer: escrita antes de su aprobación, o por alguien sin clave para esta entrega.',
    '{n} notas no se pueden leer: escritas antes de su aprobación, o por alguien sin clave para esta entrega.',
  ],
  more: ['Mostrar 1 más', 'Mostrar {n} más'],
  unreadable: 'No se pudo leer su lista de contraseñas y claves: {flaw}',
  failed: 'No se guardó: {flaw}',
  kept: 'Lo que escribió sigue aquí.',
  loading: 'Abriendo las notas',
  lookAgain: 'Actualizar las notas',
  notes: {
    title: 'Notas',
    none: 'Nadie ha escrito sobre este mensaje.',
    unreadable: 'No se pudieron leer las notas: {flaw}',
    own: 'Su nota',
    ownHint: 'Cada persona tiene su propia nota; nadie sobrescribe la de otra.',
    save: 'Guardar la nota',
    saved: 'Guardado.',
    remove: 'Eliminarla',
    meanwhile: '{author} escribió entretanto.',
  },
};

const people: PeopleWords = {
  question: 'Quién puede leer nuestros correos',
  readers: ['{n} persona.', '{n} personas.'],
  readersWaiting: ['{readers} {n} más espera.', '{readers} {n} más esperan.'],
  columns: {
    person: 'Persona',
    role: 'Función',
    fingerprint: 'Huella de las claves',
    opened: 'abiertos',
    standing: 'Estado',
    act: 'Acción',
  },
  roles: { nominator: 'Nombra', reviewer: 'Lee', representative: 'Representa' },
  roleHints: {
    nominator: 'lee, nombra y revoca',
    reviewer: 'lee',
    representative: 'lee; ajeno a su organización',
  },
  noRole: 'no lee nada',
  you: 'usted',
  noAddress: 'sin dirección indicada',
  standings: {
    'being-revoked': 'se está revocando',
    leaving: 'se retira',
    'becoming-nominator': 'función solicitada, {organization} decide',
    unnamed: 'espera su nombramiento',
    named: 'nombrado; anunciado a todos sus contactos',
    waiting: 'demostró el dominio; anunciado a todos sus contactos',
    objected: 'hay oposición; dos personas de {organization} deciden',
    contested: 'disputado: dos personas reclaman el dominio a la vez',
    refused: 'rechazado por {organization}',
    stopped: 'detenido por una oposición',
    revoked: 'ya no lee',
  },
  reads: {
    dns: 'demostrado por DNS',
    mailbox: 'demostrado por buzón',
    nomination: 'nombrado por una persona autorizada',
    unknown: 'aprobado por {organization}',
  },
  since: 'solicitado el {date}',
  acts: {
    nominate: {
      button: 'Nombrar…',
      title: 'Nombrar a {name} para leer',
      happens: [
        'Usted firma que esta persona, con exactamente esta clave, puede leer por {party}.',
        '{organization} comunica la huella a todos los contactos de {party} y espera {hours} h. Cualquier contacto puede oponerse; un segundo puede confirmar y poner fin a la espera.',
        'Después aprueban dos personas de {organization}. Desde entonces esta persona lee todo lo que se entregue a {party}.',
        'Puede retirar el nombramiento hasta la aprobación, y revocar el acceso en cualquier momento después.',
      ],
      sure: 'Nombrar a {name}, huella {fingerprint}.',
      press: 'Firmar y nombrar a {name}',
      done: '{name} está nombrado. {organization} lo recibe en su próxima llamada; hasta la aprobación puede retirar el nombramiento.',
    },
    withdraw: {
      button: 'Retirar…',
      title: 'Retirar el nombramiento de {name}',
      happens: [
        'Usted firma que esta persona no debe leer por {party}.',
        'Si dos personas de {organization} ya aprobaron, cuenta como revocación.',
        'Puede nombrar de nuevo a la persona.',
      ],
      sure: 'Retirar el nombramiento de {name}, huella {fingerprint}.',
      press: 'Firmar y retirar el nombramiento de {name}',
      done: 'El nombramiento de {name} está retirado.',
    },
    object: {
      button: 'Oponerse…',
      title: 'Oponerse a {name}',
      happens: [
        'Usted firma que esta persona no debe leer por {party}.',
        'La inscripción se detiene y su oposición consta en el registro. Solo continúa si dos personas de {organization} firman una decisión sobre esta misma oposición.',
        'Una oposición no se puede retirar aquí; avise a {organization} si se equivocó.',
      ],
      sure: 'Oponerse a {name}, huella {fingerprint}.',
      press: 'Firmar y oponerse a {name}',
      done: 'La oposición a {name} está enviada. La inscripción se detiene hasta que decidan dos personas de {organization}.',
    },
    revoke: {
      button: 'Revocar…',
      title: 'Revocar el acceso de {name}',
      happens: [
        '{organization} lo ejecuta en su próxima llamada, sin pedir confirmación: desde entonces el portal no entrega nada a {name} y cierra todas sus sesiones.',
        'Las entregas posteriores se sellan para una nueva bóveda de la que {name} no tiene clave.',
        'Lo que {name} abrió o guardó queda en su poder: {opened}.',
        'Para deshacerlo, la persona debe inscribirse de nuevo y usted debe volver a nombrarla.',
      ],
      sure: 'Revocar el acceso de {name}, huella {fingerprint}.',
      press: 'Firmar y revocar el acceso de {name}',
      done: 'Se está revocando el acceso de {name}. Surte efecto en la próxima llamada de {organization}.',
    },
    transfer: {
      button: 'Traspasar a…',
      title: 'Traspasar a {name} la función de nombrar',
      happens: [
        'Deciden dos personas de {organization}.',
        'Después {name} nombra y revoca, y usted solo lee.',
        'Solo {name} puede devolver la función.',
      ],
      sure: 'Traspasar la función a {name}, huella {fingerprint}.',
      press: 'Firmar y traspasar a {name}',
      done: 'Se pidió el traspaso a {name}. Hasta que {organization} decida, usted conserva la función.',
    },
    leave: {
      button: 'Retirarse…',
      title: 'Dejar de leer',
      happens: [
        'Usted firma que deja de leer por {party}.',
        '{organization} lo ejecuta en su próxima llamada; desde entonces el portal no le entrega nada.',
        'Solo usted puede deshacerlo, con una inscripción nueva. Si nadie más nombra, traspase antes la función.',
      ],
      sure: 'Retirarse de {party}, huella {fingerprint}.',
      press: 'Firmar y retirarse',
      done: 'Usted se retira. Surte efecto en la próxima llamada de {organization}.',
    },
  },
  name: 'Nombrar a alguien…',
  nameHint:
    'Hacen falta una persona que nombre, {hours} h en las que sus contactos pueden oponerse y dos personas de {organization}.',
  typed: {
    label: 'Huella, tal como la persona se la lee por teléfono',
    hint: 'Ocho grupos de cuatro. La persona la encuentra en su propia pantalla. Llámela a un número que ya tenga.',
    entered: '{entered} de 32 caracteres',
    slip: 'El grupo {group} tiene un carácter que ninguna huella tiene.',
    tooLong: 'Es más largo que una huella.',
    asking: 'Consultando al portal quién tiene esta clave…',
    unknown:
      'Ninguna persona en espera tiene esta clave. O la persona aún no se ha inscrito, o alguien cambió la clave entre ustedes: compárela otra vez.',
    alreadyReads: '{name} tiene esta clave y ya lee.',
    notWaiting: '{name} tiene esta clave y ya no espera.',
    itIs: 'Es la clave de {name}, {address}.',
  },
  relation: {
    label: 'Esta persona pertenece a',
    own: 'nuestra organización',
    representative: 'alguien que actúa por nosotros: abogados externos, un proveedor',
  },
  goOn: 'Continuar',
  back: 'Atrás',
  signing: 'Firmando…',
  nobodyToName:
    'Nadie espera ser nombrado. Quien vaya a leer abre esta página en su propio dispositivo, se inscribe y le lee la huella.',
  contested:
    'Dos personas reclaman {party} por DNS a la vez. {organization} solo aprueba a una si dos de sus miembros dan un motivo. Si no conoce a una, opóngase.',
  unsigned: [
    '{n} documento del portal no lleva una firma válida y no se muestra. Avise a {organization}.',
    '{n} documentos del portal no llevan una firma válida y no se muestran. Avise a {organization}.',
  ],
  trail: {
    question: 'Quién abrió qué',
    answer: [
      '{n} consulta desde el {date}; anotada antes de servirse.',
      '{n} consultas desde el {date}; cada una anotada antes de servirse.',
    ],
    none: 'El portal aún no ha registrado ninguna consulta.',
    broken: 'El historial de consultas no es coherente: después de la entrada {n} faltan entradas o se modificaron.',
    lost: 'El historial de consultas no es el que usted vio: la entrada {n} es otra, o no está.',
    brokenDo:
      'El portal se restauró a un estado anterior, o entrega entradas falsas. Llame a {organization}. Abajo está lo que aún se puede probar.',
    reading: '{n} entradas comprobadas',
    time: 'Hora (UTC)',
    person: 'Persona',
    did: 'Acción',
    what: 'Qué',
    acts: {
      session: 'inició sesión',
      passkey: 'registró una llave de acceso',
      paper: 'descargó pruebas',
      index: 'descargó la lista',
      grant: 'descargó su propia clave',
      object: 'abrió',
      request: 'firmó una solicitud',
      note: 'escribió una nota',
    },
    messages: ['{n} mensaje', '{n} mensajes'],
    papers: ['{n} documento', '{n} documentos'],
    unnamed: 'un mensaje de otra entrega',
    all: 'Mostrar {n}',
    fewer: 'Mostrar menos',
    kept: 'Cada entrada contiene la huella de la anterior. La última que vio es {n}, {hash}; este dispositivo la conserva para la próxima vez.',
    keptNone:
      'Este navegador no guarda nada; por eso el historial de consultas no se puede comparar con su última visita.',
  },
  reviewer: {
    answer: ['{n} clave puede abrir esta entrega.', '{n} claves pueden abrir esta entrega.'],
    lead: 'Según el manifiesto que firmaron dos personas. La persona que nombra a sus lectores ve los nombres y quién abrió qué.',
    fingerprint: 'Huella de las claves',
    leaveTitle: 'Usted',
  },
  loading: 'Cargando los permisos de lectura',
  failed: 'No se pudieron cargar los permisos de lectura: {flaw}',
  kept: 'No se cambió nada.',
};

const trust: TrustWords = {
  question: 'Por qué podemos confiar en esto',
  passed: ['{passed} de 1 comprobación superada', '{passed} de {n} comprobaciones superadas'],
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
      facts: { '*': 'Aún sin evaluar.' },
      act: 'Compare la huella con su aviso y con el DNS. Si difieren, firmó otra persona: no siga, y llame.',
    },
    approvals: {
      passed: 'Dos personas de {organization} la aprobaron',
      open: 'Las aprobaciones de dos personas',
      refused: 'Dos personas distintas no aprobaron exactamente esto',
      fact: '{names}; ambas firmas son válidas',
      facts: { '*': 'Aún sin evaluar.' },
      act: 'Lo que envió el portal no es lo que se aprobó. Llame a {organization} e indique la entrega.',
    },
    release: {
      passed: 'La entrega está en el registro público',
      open: 'La entrega en el registro público',
      refused: 'El registro no prueba esta entrega',
      fact: 'La entrega {release} es la entrada {entry} de {size} en {origin}, prueba de inclusión válida',
      facts: { '*': 'Aún sin evaluar.' },
      act: 'Los documentos de la entrega están alterados, o nunca se registró. Llame a {organization}; no abra nada de ella.',
    },
    log: {
      passed: 'El registro nunca se ha reescrito',
      open: 'La continuidad del registro',
      refused: 'Este registro no es continuación del de su aviso',
      fact: '{from} (conocido por usted) → {to} (ahora), prueba de consistencia válida',
      facts: {
        first:
          '{size} entradas. No hay un estado anterior con el que comparar: al inscribirse no se introdujeron el tamaño y la raíz de su aviso. Desde ahora este dispositivo conoce este estado.',
        '*': 'Aún sin evaluar.',
      },
      act: 'Alguien le muestra un registro distinto del de su aviso. Conserve el aviso, no siga, y llame.',
    },
    app: {
      passed: 'Esta aplicación es la publicada',
      open: 'La autenticidad de esta aplicación',
      refused: 'Los archivos de esta aplicación no son los publicados',
      fact: 'huella {digest}, {files} archivos, entrada {entry} del registro',
      facts: {
        checking: 'Comparando los archivos.',
        'not-logged':
          'Huella {digest}. Sus archivos coinciden con su lista; la prueba del registro aún no está disponible, o ninguna entrega abierta indica la clave del registro.',
        silent: 'El sitio no entregó los archivos para comparar.',
        '*': 'Aún sin evaluar.',
      },
      act: '{what} difiere. Cierre la sesión, use candor open y avise a {organization}.',
    },
    whole: {
      passed: 'Nada se le oculta',
      open: 'Si el portal lo entrega todo',
      refused: 'El portal no lo entrega todo',
      fact: 'La entrega {release} es la más reciente anunciada y no es anterior a la última vista; los {messages} mensajes figuran en ella',
      facts: { '*': 'Aún sin evaluar.' },
      act: 'Falta una entrega anunciada, es anterior a lo que usted vio, o no sigue a la anterior. Llame a {organization}.',
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
    lead: 'Si es así, {organization} lo anuncia en un aviso más reciente y en el DNS. Introduzca la huella que figura allí, o la que le digan en un número que ya tenía. Aquí no se muestra, para que nadie pueda sugerirla por el camino. Lo que ha visto del registro se conserva: las claves nuevas deben continuarlo.',
    label: 'Huella de las claves de la organización',
    entered: '{entered} de 32 caracteres',
    slip: 'El grupo {group} tiene un carácter que ninguna huella tiene.',
    tooLong: 'Más de 32 caracteres.',
    accept: 'Confiar en estas claves desde ahora',
  },
  compare: {
    title: 'Comparar por otras vías',
    lead: 'Cada una debe mostrar la misma huella: {keySet}.',
    leadUnopened: 'Cada una debe mostrar la misma huella.',
    dns: 'Pregunte al DNS:',
    telephone: 'Llame a {organization} a un número que ya tenga. El suyo es {telephone}; compárelo con otra fuente.',
    noTelephone: 'Llame a {organization} a un número que ya tenga.',
    notice: 'Consulte su aviso y compruébelo en {page}.',
  },
  offline: {
    title: 'No confíe solo en esta página',
    lead: 'Un servidor web comprometido podría mostrarle una aplicación falsa. Abrir sin conexión no necesita servidor ni página: hace las mismas comprobaciones antes de abrir nada.',
    steps: [
      'Guarde su archivo de claves. Está cifrado con una frase de contraseña que usted elige.',
      'Guarde la entrega sellada. Es lo que tiene el portal; nada se abre sin clave.',
      'Obtenga Candor de una fuente propia, no de esta página, en un equipo sin red.',
      'Abra la entrega con la huella impresa en su aviso:',
    ],
    passphrase: 'Frase de contraseña del archivo de claves',
    passphraseHint:
      'Al menos siete palabras que nadie pueda adivinar. Se pide al abrir el archivo y no se guarda en ninguna parte.',
    saveKey: 'Guardar el archivo de claves',
    keySaved: 'El archivo de claves está guardado. No lo conserve junto a la frase de contraseña.',
    saveRelease: 'Guardar la entrega sellada',
    byHand: 'A mano, solo con tar, sha256sum y age:',
  },
  ask: {
    title: 'Preguntar o impugnar una cifra',
    lead: 'Una cifra impugnada se anota, recibe respuesta y puede dar lugar a una rectificación. Indique la cifra, su propio recuento y en qué se basa.',
    ways: [
      'Responda al aviso: la respuesta llega a quienes lo escribieron.',
      'O llame, y dé el código del aviso.',
      'No envíe contenido de correos ni contraseñas.',
    ],
    dispute: {
      label: 'La cifra, su recuento y en qué se basa',
      hint: 'Un párrafo. {organization} lo lee, lo conserva en su registro tal como lo escribió, y responde. Por sí solo no cambia ninguna cifra.',
      send: 'Firmar y enviar a {organization}',
      done: 'Enviado. {organization} lo recibe en su próxima llamada y responde por la dirección del aviso o por teléfono.',
      tooLong: 'Como máximo {n} caracteres; el resto puede decirlo por teléfono.',
    },
    telephone: 'Teléfono: {telephone}',
    report: 'Avisos falsos: {report}',
  },
  guide: { show: 'Leer la guía: dos páginas', hide: 'Cerrar la guía' },
};

const report: PackWords = {
  question: 'Su propio informe',
  answer: 'Lo que {party} puede afirmar, con la prueba de cada cifra.',
  lead: 'Textos para sus propias obligaciones, con las cifras de esta entrega. Exponen hechos; usted decide si notifica, a quién y cuándo. No se envía nada.',
  regimes: {
    neutral: 'Hechos, sin formulario',
    'gdpr-33': 'RGPD, artículo 33: autoridad de control',
    'gdpr-34': 'RGPD, artículo 34: interesados',
    nis2: 'NIS2, artículo 23',
  },
  chooseText: 'Texto para',
  toldLabel: '¿Cuándo le llegó el aviso? (UTC)',
  toldHint: 'Esa fecha está en su buzón, no en la entrega. Sin ella, el texto conserva un hueco.',
  textTitle: 'Texto para copiar',
  gapHint: 'Solo usted conoce los datos entre corchetes. Cada cifra lleva a sus mensajes.',
  copyText: 'Copiar el texto',
  copied: 'Copiado',
  download: 'Guardar el expediente (.zip)',
  downloading: 'Preparando el expediente',
  downloadHint:
    'Los cuatro textos como páginas sin scripts, las tablas en CSV y JSON, el manifiesto firmado y sus pruebas.',
  print: 'Imprimir',
  unknown: 'se desconoce',
  figuresTitle: 'Las cifras y su origen',
  figureColumns: ['Cifra', 'Valor', 'Mensajes correspondientes'],
  figures: {
    organization: 'Organización atacada (manifiesto firmado)',
    incident: 'Nombre que da al incidente (manifiesto firmado)',
    party: 'Organización o persona avisada (manifiesto firmado)',
    domains: 'Dominios que usted demostró (manifiesto firmado)',
    concerned: 'Mensajes afectados: legibles + masivos + retenidos + no entregados (manifiesto firmado)',
    readable: 'Mensajes que puede leer (manifiesto firmado)',
    bulk: 'Listas y envíos masivos, contados aparte (manifiesto firmado)',
    held: 'Retenidos para revisión jurídica o por un motivo técnico (manifiesto firmado)',
    withheld: 'No entregados, de forma definitiva (manifiesto firmado)',
    quoted:
      'Mensajes escritos en la organización que citan correos suyos, contados aparte; su propio texto no se facilita (manifiesto firmado)',
    mentioned:
      'Mensajes que solo los mencionan a ustedes, según la organización, contados aparte; su texto no se facilita (manifiesto firmado)',
    mentionedBusiness: 'De ellos: profesionales (manifiesto firmado)',
    mentionedPersonal: 'De ellos: sobre personas (manifiesto firmado)',
    mentionedSecret: 'De ellos: con un secreto (manifiesto firmado)',
    objects: 'Mensajes de esta entrega, contados en este dispositivo',
    accessed: 'Abiertos o copiados por el programa del intruso, contados en este dispositivo',
    presumed: 'Deben presumirse copiados, contados en este dispositivo',
    partial: 'Vistos en parte, contados en este dispositivo',
    possible: 'No se puede descartar, contados en este dispositivo',
    undetermined: 'El registro no dice nada, contados en este dispositivo',
    fraud: 'Enviados por el intruso, contados en este dispositivo',
    secret: 'Marcados por la organización por contener un secreto, contados en este dispositivo',
    personal: 'Marcados por la organización por contener datos personales, contados en este dispositivo',
    attached: 'Con al menos un adjunto, contados en este dispositivo',
    files: 'Adjuntos, contados en este dispositivo',
    people: 'Direcciones de sus dominios en De, Para o Copia, cada una contada solo una vez, en este dispositivo',
    custodians: 'Direcciones de la organización en cuyos buzones estaban, si los mensajes las nombran',
    writtenFirst: 'Fecha del mensaje más antiguo (su cabecera)',
    writtenLast: 'Fecha del mensaje más reciente (su cabecera)',
    windowFrom: 'Periodo de acceso del intruso a los buzones de la organización, según ella: inicio',
    windowTo: 'Periodo de acceso del intruso a los buzones de la organización, según ella: fin',
    recordedFirst: 'Primera entrada del registro en la que se basa un veredicto',
    recordedLast: 'Última entrada del registro en la que se basa un veredicto',
    secretsOpen: 'Secretos de su lista que están pendientes',
    secretsRotated: 'Secretos de su lista que están cambiados',
    secretsNotOurs: 'Secretos de su lista que no son suyos',
    unknownSaid: 'Lo que la organización dice que no sabe',
    told: 'Cuándo llegó el aviso, según usted',
    release: 'Número de la entrega (manifiesto firmado)',
    releasedAt: 'Hora de la entrega (manifiesto firmado)',
    exposure: 'Versión del análisis de la organización (manifiesto firmado)',
    approvers: 'Personas de la organización cuyas firmas son válidas, comprobadas en este dispositivo',
    keySet: 'Huella de las claves de la organización: la de su aviso',
    logOrigin: 'Registro público',
    logPosition: 'Entrada de la entrega en él, probada en este dispositivo',
    logSize: 'Entradas que tenía cuando se probó',
    manifest: 'SHA-256 del manifiesto firmado',
  },
  showMessages: 'mostrar',
  peopleTitle: 'Quiénes de nosotros',
  custodiansTitle: 'Titulares de los buzones en {organization}',
  addressColumns: ['Dirección', 'mensajes'],
  typesTitle: 'Adjuntos según su contenido',
  typeColumns: ['Tipo', 'archivos'],
  foundTitle: 'Lo que una búsqueda de la organización encontró en ellos',
  foundColumns: ['Tipo', 'mensajes', 'valores distintos', 'de ellos seguros', 'confirmados por una persona'],
  doubtsTitle: 'Por qué algunos están sin aclarar',
  doubtColumns: ['Motivo', 'mensajes'],
  noDoubts: 'Ningún mensaje de esta entrega está sin aclarar.',
  further: ['y {n} más', 'y {n} más'],
  tellingsTitle: 'Qué se nos comunicó y cuándo',
  tellingColumns: ['Qué', 'Cuándo', 'Prueba'],
  toldNotice: 'Aviso',
  toldRelease: 'Entrega {release}, mensajes para leer: {n}',
  madeAt: 'Elaborado el {time} a partir de la entrega {release}.',
  madeFrom: 'Contado en el dispositivo del lector, a partir de mensajes que {organization} entregó y firmó.',
  filesTitle: 'Archivos',
};

const HAPPENED =
  'Entre el {windowFrom} y el {windowTo} un intruso tuvo acceso a buzones de {organization} y a los correos que contenían. Las entradas del registro de accesos de {organization} sobre nuestros correos son de entre el {recordedFirst} y el {recordedLast}.';

const FIGURES = [
  'Correos afectados entre {domains} y {organization}: {concerned}. Se escribieron entre el {writtenFirst} y el {writtenLast}. De los que podemos leer nosotros mismos:',
  '- abiertos o copiados por el programa del intruso: {accessed}',
  '- deben presumirse copiados: {presumed}',
  '- vistos en parte: {partial}',
  '- no se puede descartar: {possible}',
  '- el registro no dice nada: {undetermined}',
];

const UNKNOWN = [
  'Mensajes de los que el registro no dice nada: {undetermined}. Mensajes en los que no se puede descartar un acceso: {possible}.',
  'Mensajes que los abogados de {organization} retienen: {held}; no entregados, de forma definitiva: {withheld}. No sabemos qué ocurrió con ellos.',
  '? No incluidos en las cifras anteriores, mensajes escritos en {organization} que citan correos nuestros: {quoted}. El resto de su contenido no se nos facilita, porque no se nos enviaron.',
  '? No incluidos en las cifras anteriores, mensajes que solo nos mencionan, según {organization}: {mentioned} (profesionales {mentionedBusiness}, sobre personas {mentionedPersonal}, con un secreto {mentionedSecret}). Su texto no se nos facilita, porque no se nos enviaron.',
  'En palabras de {organization}: {unknownSaid}',
  'No se sabe si se entregaron copias a terceros.',
];

const PROOF =
  'La entrega {release} del {releasedAt} (versión {exposure} del análisis) fue aprobada por {approvers} en {organization}. Es la entrada {logPosition} de {logSize} del registro {logOrigin}; SHA-256 de su manifiesto: {manifest}. Huella de las claves de la organización: {keySet}.';

const reportTexts: PackTemplates = {
  neutral: {
    title: 'Correos nuestros robados en {organization}',
    source: 'Hechos sin formulario: para la dirección, aseguradoras, clientes, auditores',
    parts: [
      { heading: 'Qué ocurrió', paragraphs: [HAPPENED, '{organization} nos lo comunicó el {told}.'] },
      { heading: 'Cuánto de lo nuestro', paragraphs: FIGURES },
      {
        heading: 'Personas y datos que figuran en ellos',
        paragraphs: [
          'Direcciones nuestras que figuran en ellos: {people}. Direcciones de {organization} en cuyos buzones estaban: {custodians}.',
          'Mensajes con adjuntos: {attached}; archivos en ellos: {files}. Mensajes marcados por contener un secreto: {secret}. Mensajes marcados por contener datos personales: {personal}. Mensajes enviados por el propio intruso: {fraud}. Listas y envíos masivos: {bulk}.',
          'Tipos de datos personales en ellos: [los que encontró al leer].',
        ],
      },
      {
        heading: 'Qué se hizo',
        paragraphs: [
          'Contraseñas y claves encontradas en ellos y cambiadas: {secretsRotated}; aún sin cambiar: {secretsOpen}; no son nuestras: {secretsNotOurs}.',
          '[otras medidas, con fechas]',
        ],
      },
      { heading: 'Qué no se sabe', paragraphs: UNKNOWN },
      { heading: 'Base de esta información', paragraphs: [PROOF] },
    ],
  },
  'gdpr-33': {
    title: 'Violación de la seguridad de los datos personales: correos nuestros en {organization}',
    source: 'Puntos del artículo 33, apartado 3, del Reglamento (UE) 2016/679',
    parts: [
      {
        heading: 'Naturaleza de la violación, artículo 33, apartado 3, letra a)',
        paragraphs: [
          'Violación de la confidencialidad. Ocurrió en {organization}. En nuestros propios sistemas: [qué revisó y qué encontró].',
          HAPPENED,
          ...FIGURES,
          'Categorías de interesados: [por ejemplo empleados, clientes, candidatos]. Número aproximado de interesados: [número]; direcciones nuestras en los mensajes: {people}.',
          'Categorías de datos personales: [por ejemplo datos de contacto, contratos, cuentas bancarias, categorías especiales]. Mensajes con adjuntos: {attached}; archivos en ellos: {files}. Mensajes marcados por contener un secreto: {secret}. Mensajes marcados por contener datos personales: {personal}.',
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
          '[otras consecuencias según el contenido de los mensajes]',
        ],
      },
      {
        heading: 'Medidas, artículo 33, apartado 3, letra d)',
        paragraphs: [
          'Contraseñas y claves cambiadas: {secretsRotated}; no son nuestras: {secretsNotOurs}; aún sin cambiar: {secretsOpen}.',
          '[comunicación a los interesados, otras medidas, con fechas]',
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
          'Alguien accedió a buzones de {organization}, con quien intercambiamos correos. Contenían correos entre nosotros y {organization}, escritos entre el {writtenFirst} y el {writtenLast}. [Cuáles le conciernen.]',
          'Correos abiertos o copiados: {accessed}. Que deben presumirse copiados: {presumed}. Vistos en parte: {partial}. Cuyo acceso no se puede descartar: {possible}. De los que no se puede decir nada: {undetermined}.',
        ],
      },
      {
        heading: 'Qué significa para usted',
        paragraphs: [
          'Quien tiene estos correos puede escribirle haciéndose pasar por nosotros y citar lo que de verdad se escribió. [Qué datos suyos figuran en ellos.]',
        ],
      },
      {
        heading: 'Qué hemos hecho',
        paragraphs: ['Contraseñas y claves de los correos que hemos cambiado: {secretsRotated}. [Otras medidas.]'],
      },
      {
        heading: 'Qué puede hacer usted',
        paragraphs: [
          'No responda a ningún correo que pida un pago, una contraseña o anuncie una nueva cuenta bancaria, aunque cite uno anterior. Llámenos a un número que ya tenga.',
          'Si nos envió una contraseña por correo, cámbiela en todos los sitios donde la use.',
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

const exports: ExportWords = {
  title: ['Guardar {n} mensaje', 'Guardar {n} mensajes'],
  lead: 'Cada mensaje se guarda byte a byte como lo hace candor open.',
  chooseKind: 'Como',
  kinds: {
    mbox: { name: 'mbox', hint: 'un archivo que los programas de correo importan' },
    'eml-zip': { name: 'EML en un zip', hint: 'un archivo por mensaje, con una tabla' },
    csv: { name: 'CSV', hint: 'solo la tabla, para una hoja de cálculo; sin texto de mensajes' },
    json: { name: 'JSON', hint: 'solo la tabla, para un programa; sin texto de mensajes' },
  },
  recorded:
    'Cada mensaje que se descarga para ello consta en el historial de consultas, que lee la persona que nombra a sus lectores.',
  unsealed:
    'El archivo no está cifrado. Protéjalo como los propios correos. Las contraseñas y claves aparecen sin ocultar.',
  save: ['Guardar {n} mensaje', 'Guardar {n} mensajes'],
  saving: '{done} de {n}',
  cancel: 'Detener',
  cancelled: 'Detenido. No se guardó ningún archivo.',
  failed: 'No se guardó: {flaw} No quedó ningún archivo parcial; inténtelo de nuevo.',
  done: ['{n} mensaje guardado, {bytes} bytes.', '{n} mensajes guardados, {bytes} bytes.'],
  digest: 'SHA-256 del archivo',
  missing: [
    '{n} mensaje no se pudo abrir y no está en él: dañado o ausente en el portal. Su identificador está abajo.',
    '{n} mensajes no se pudieron abrir y no están en él: dañados o ausentes en el portal. Sus identificadores están abajo.',
  ],
  nothing: '0 mensajes en la lista: no hay nada que guardar.',
  open: 'Guardar…',
  diskFull: 'El disco o el navegador rechazó el archivo.',
};

const files: FilesWords = {
  question: 'Archivos de este dispositivo',
  title: 'Abra un archivo de claves para leer sin el portal o para registrar una llave de acceso con él.',
  lead: 'Ambos archivos se leen en este dispositivo y no se envían a ninguna parte.',
  keyFile: 'Su archivo de claves',
  passphrase: 'Su frase de contraseña',
  passphraseHint: 'Déjelo vacío si el archivo no tiene.',
  keySet: 'Huella de las claves de la organización',
  keySetHint: 'Impresa en su aviso: {entered} de 32 caracteres',
  keySetSlip: 'El grupo {group} tiene un carácter que ninguna huella tiene.',
  read: 'Leer una entrega del disco',
  readLead:
    'Las mismas comprobaciones que con el portal, salvo dos: no se puede saber si el registro público ha continuado desde entonces ni si hay una entrega más reciente.',
  release: 'La entrega (release.candor)',
  open: 'Comprobar y abrir',
  opening: 'Comprobando …',
  passkey: 'Registrar una llave de acceso para estas claves',
  passkeyLead:
    'Para claves creadas por un programa, o cuando se han perdido la llave de acceso y la clave de recuperación. La organización debe haber aprobado antes las claves.',
  take: 'Continuar con estas claves',
  taking: 'Un momento …',
  missing: 'Elija primero el archivo de claves e introduzca la huella entera.',
  recovery: 'Su nueva clave de recuperación',
  recoveryLead:
    'Solo se muestra una vez. Desbloquea sus claves cuando la llave de acceso no puede. Anótela en papel e introdúzcala después aquí.',
  typeBack: 'La clave de recuperación, como la anotó',
  wrong: 'No coincide con la clave mostrada. Compárela con su nota.',
  make: 'Crear una llave de acceso',
  done: 'La llave de acceso está registrada. Todas las sesiones anteriores han terminado.',
  signIn: 'Iniciar sesión',
  needsPortal: 'Esta entrega se abrió desde el disco. El trabajo común de su organización está en el portal.',
  leave: 'Bloquear las claves e iniciar sesión',
};

export const reviewer: ReviewerCatalogue = {
  rules,
  codeWords,
  shared,
  session,
  errors,
  enroll,
  overview,
  messages,
  reading,
  secrets,
  people,
  trust,
  report,
  reportTexts,
  exports,
  files,
  guide: { markdown },
};
