import type { SharedWords } from './shared-words.ts';

export const spanish: SharedWords = {
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
    presumed: { sentence: 'debe darse por copiado', short: 'dado por copiado' },
    partial: { sentence: 'se vio una parte', short: 'visto en parte' },
    possible: { sentence: 'no puede descartarse', short: 'no descartado' },
    undetermined: { sentence: 'el registro no lo dice', short: 'registro sin dato' },
    'no-evidence': { sentence: 'registro completo, sin acceso', short: 'sin acceso' },
    absent: { sentence: 'llegó cuando el intruso ya estaba fuera', short: 'llegó después' },
  },
  status: {
    keysHere: 'claves y correo solo en este dispositivo',
    nobody: 'nadie ha entrado',
    idleSoon:
      'Nadie ha tocado esta página en 14 minutos. En un minuto se guardan las claves y se cierra la sesión; pulse una tecla para seguir.',
    clock: {
      ahead: 'El reloj de este dispositivo adelanta {minutes} min; las horas aquí son las del portal.',
      behind: 'El reloj de este dispositivo atrasa {minutes} min; las horas aquí son las del portal.',
    },
    keeping: {
      full: 'El almacenamiento de este navegador está lleno: el correo que abra se cargará de nuevo la próxima vez. La lectura sigue.',
      none: 'Este navegador no guarda nada (ventana privada): el correo que abra se cargará de nuevo la próxima vez. La lectura sigue.',
      unkept:
        'El portal no guardó lo que usted ha visto. Esta pestaña lo sabe; otro dispositivo quizá no note si le muestran algo más antiguo. Se intentará de nuevo en la próxima comprobación.',
    },
  },
  loading: 'Cargando',
  tryAgain: 'Intentar de nuevo',
  copy: 'Copiar',
  copied: 'Copiado',
  close: 'Cerrar',
  cancel: 'Cancelar',
  fault: {
    title: 'Esta página se interrumpió.',
    what: 'Lo que hacía se perdió; su correo y sus claves no. Dijo: {fault}',
    kept: 'No se envió nada a nadie.',
    reload: 'Cargar la página de nuevo',
  },
  settingsMissing: {
    title: 'El sitio no dice dónde está su portal.',
    what: 'El archivo settings.json junto a esta página no se carga o es de otra versión. Nada se ha perdido.',
    other: 'Sin esta página: candor enroll y candor open hacen lo mismo.',
  },
  notFound: { title: 'Esa página no existe.', back: 'Ir al resumen' },
};
