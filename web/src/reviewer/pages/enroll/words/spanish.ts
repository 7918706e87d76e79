import type { EnrollWords } from './enroll-words.ts';

export const spanish: EnrollWords = {
  question: 'Leer sus correos con {organization}',
  answers: {
    notice: 'Empiece con el código de su aviso.',
    person: 'Diga quién es y cómo lo demuestra.',
    recovery: 'Anote su clave de recuperación. Se muestra una vez.',
    passkey: 'Cree una llave de acceso en este dispositivo.',
    proof: 'Muestre que actúa por {target}.',
    waiting: 'Su inscripción espera a dos personas de {organization}.',
    ready: 'Está admitido. Entre para leer.',
    refused: '{organization} no admitió esta inscripción.',
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
  goOn: 'Seguir',
  working: 'Un momento …',
  startAgain: 'Dejarlo y empezar de nuevo',
  startAgainHint: 'Las claves hechas se olvidan. Lo enviado caduca solo a los 30 días.',
  otherTab:
    'La inscripción sigue en otra pestaña de este navegador. Siga allí, o ciérrela y cargue esta página de nuevo.',
  notKept:
    'Este navegador no guarda nada. Deje esta pestaña abierta hasta crear la llave de acceso; después podrá volver con ella.',
  silentSite:
    'Los archivos de {page} no se cargan y el código no pudo buscarse. Eso no dice nada de su aviso. Inténtelo en unos minutos.',

  aside: {
    title: 'Lo que necesita',
    needs: [
      'el aviso, con su código',
      'papel, o un gestor de contraseñas, para la clave de recuperación',
      'alguien que pueda escribir un registro en su DNS',
    ],
    time: 'Diez minutos ahora, después {hours} de espera.',
    without: 'Sin esta página',
    why: 'Hace las mismas preguntas y las mismas claves; ningún servidor web puede cambiárselo.',
  },
  notice: {
    lead: 'El código solo dice qué aviso tiene. Se busca en este dispositivo, no se envía a ninguna parte y aún no demuestra nada de usted.',
    code: 'Código del aviso',
    domain: 'Dominio de la dirección que lo recibió',
    domainHint: 'Lo que sigue a la @. Para correo a usted como particular: el dominio de su proveedor.',
    domainMissing: 'Escriba también el dominio, por ejemplo example.com.',
    lookUp: 'Buscar el aviso',
    noCode: '¿No tiene aviso, pero un compañero que ya lee va a designarlo?',
    byColleague: 'Seguir sin código',
    answers: {
      unknown:
        'Ningún aviso tiene este código. Compárelo otra vez; si es el mismo, el mensaje en que está no es de {organization}.',
      'other-domain': 'El aviso con este código fue a otro dominio que {domain}. Revise lo que sigue a la @.',
      withdrawn: '{organization} retiró este aviso y su código ya no abre nada. Busque un aviso posterior, o llame.',
      unproved: 'Los archivos de {page} se contradicen. No siga: llame a {organization} a un número que ya conozca.',
    },
    issued: 'Emitido para {domain} el {time}.',
    superseded: 'Un aviso posterior lo sustituyó el {time}. El código aún sirve aquí.',
    compare: 'Compare esto con la clave impresa en su aviso. Decide a quién creerá esta página desde ahora:',
    compareColleague:
      'Compare esto con lo que su compañero ve en «Confianza». Decide a quién creerá esta página desde ahora:',
    otherKeySet:
      'Quienes deciden en {organization} han cambiado desde su aviso; por eso no es la clave que imprime. Pregunte al DNS antes de seguir: dig TXT _candor.{ownDomain}',
    same: 'Es la misma',
    isDifferent: 'Es otra',
    different: 'Pare aquí y llame a {organization} a un número que ya conozca.',
  },
  person: {
    lead: '{organization} ve esto, y también todos los de su organización a quienes avisó: pueden oponerse.',
    name: 'Su nombre',
    nameHint: 'Como lo conocen sus compañeros.',
    address: 'Su dirección de trabajo',
    addressHint: 'Donde {organization} puede escribirle.',
    addressSlip: 'Eso no es una dirección de correo.',
    proofLegend: 'Cómo lo demuestra',
    proofs: {
      dns: {
        label: 'Un registro en el DNS de {domain}',
        hint: 'Para organizaciones. Usted o su gente del DNS escribe un registro TXT. Después designa a otros que pueden leer.',
      },
      mailbox: {
        label: 'El buzón {address}',
        hint: 'Para particulares: el aviso llegó exactamente a esta dirección. Usted lee lo que envió y recibió.',
      },
      nomination: {
        label: 'Un compañero me designa',
        hint: 'Alguien de {domain} ya lee. Usted le dice su huella, y firma por usted.',
      },
    },
    missing: 'Hacen falta nombre y dirección.',
    makeKeys: 'Hacer mis claves',
    making: 'Haciendo claves en este dispositivo …',
  },
  recovery: {
    lead: 'Sus claves se hicieron en este dispositivo. La clave de recuperación las abre cuando la llave de acceso no puede: en un dispositivo nuevo, o si se perdió. Nadie más la tiene, ni {organization} ni el portal.',
    label: 'Su clave de recuperación',
    advice: 'Anótela en papel o guárdela en un gestor de contraseñas. No en el correo: puede que lean el suyo.',
    written: 'La he anotado',
    askLead: 'Escriba ahora dos de sus grupos, para que un error se vea hoy y no el día en que la necesite.',
    group: 'Grupo {n}',
    wrong: 'Eso no es lo que se mostró. Compárelo con su nota.',
    showAgain: 'Mostrarla otra vez',
    send: 'Enviar mi inscripción',
    sending: 'Firmando y enviando …',
  },
  passkey: {
    lead: 'Abre su sesión y desenvuelve sus claves, con el dedo, la cara o el PIN de este dispositivo. Lo que envuelve es todo lo que el portal guarda.',
    make: 'Crear una llave de acceso',
    making: 'Esperando a su dispositivo …',
    without:
      'Creada. Las llaves de este dispositivo no pueden desenvolver claves (sin extensión PRF), así que la clave de recuperación se pide en cada visita. Más adelante puede registrar un dispositivo más nuevo.',
    withPrf: 'Creada. Abre su sesión y desenvuelve sus claves.',
  },
  proof: {
    lead: 'Añada este registro al DNS de {domain}. Lleva la huella de sus propias claves, hechas en este dispositivo: quien las cambiara por el camino quedaría descubierto por él.',
    name: 'Nombre',
    type: 'Tipo',
    value: 'Texto',
    lifetime: 'Déjelo hasta que lo admitan, 30 días como mucho. Sirve cualquier tiempo de vida (TTL).',
    check: 'Ver si está',
    checkHint: 'Debe mostrar exactamente este texto. Un cambio puede tardar una hora en verse en todas partes.',
    forDns: 'Para su gente del DNS',
    forDnsText:
      'Por favor, añadan este registro TXT a la zona {domain}. Muestra a {organization} que {name} puede leer los correos robados de nuestra organización. No abre nada por sí mismo y puede quitarse a los 30 días.\n\nNombre: {recordName}\nTipo: TXT\nTexto: {recordText}\n\nPara comprobar: dig TXT {recordName}',
    copyAll: 'Copiar este texto',
    mailbox: 'Nada que hacer: el código fue solo a {target}; tenerlo muestra que usted lee ese buzón.',
    nomination:
      'Lea su huella al compañero que ya lee, por teléfono y no por correo. Lo encuentra en «Personas» y firma exactamente por esta:',
    fingerprint: 'Su huella',
    written: 'El registro está escrito',
  },
  waiting: {
    lead: 'Esto es lo que ocurre ahora:',
    others:
      'Todos los contactos de su organización que {organization} tiene saben que {name} pide leer, con su huella. Una sola oposición lo detiene.',
    when: 'Después espera {hours}. Entonces dos personas de {organization} comprueban la prueba ellas mismas y deciden.',
    sooner: 'Un segundo contacto de su organización puede confirmar y acortar la espera.',
    close:
      'Puede cerrar esta página. Vuelva y entre con su llave de acceso; hasta que lo admitan dirá que aún no se le conoce.',
    asked: 'Se preguntó al portal el {time}: sigue en espera.',
    ask: 'Preguntar ahora al portal',
    unlockLead:
      'La página se cargó de nuevo, o nadie estuvo aquí durante 15 minutos; sus claves están cerradas. Ábralas para seguir.',
    unlock: 'Abrir con la llave de acceso',
    hours: ['una hora', '{n} horas'],
  },
  ready: {
    lead: 'Dos personas de {organization} aprobaron la huella {fingerprint}, que es la suya.',
    signIn: 'Entrar',
  },
  refused:
    'Ocurre cuando el registro no mostró su huella en 30 días, cuando el código fue retirado o es de otros, o cuando dos personas lo decidieron así. Llame a {organization} a un número que ya conozca, o empiece de nuevo.',
  stopped:
    'Un contacto de su organización no estuvo de acuerdo en que usted lea. Hablen entre ustedes; dos personas de {organization} deciden lo que sigue.',

  recover: {
    question: 'Otra llave de acceso',
    title: 'Su clave de recuperación abre sus claves, y se crea para ellas una llave de acceso nueva.',
    lead: 'La llave de antes deja de servir, todas sus sesiones terminan, y quien lo designó ve que ocurrió.',
    label: 'Clave de recuperación',
    find: 'Encontrar mis claves',
    finding: 'Buscando …',
    foundTitle: 'Estas son sus claves.',
    found: 'Huella {fingerprint}. Cree ahora una llave de acceso en este dispositivo.',
    make: 'Crear una llave de acceso',
    doneTitle: 'La llave nueva sirve. Entre con ella.',
    done: 'La de antes ya no está.',
    lost: '¿Perdió también la clave de recuperación? Entonces nadie puede abrir sus claves. Inscríbase de nuevo; un compañero que ya lee puede designarlo.',
    enroll: 'Inscribirse de nuevo',
    signIn: 'Entrar',
  },
};
