/** What a maintainer reads when the assistant cannot start. A problem of a variable stands after its name. */
export const startupTexts = {
  problem: (variable: string, platform: string | undefined, message: string) =>
    `${variable}${platform === undefined ? '' : ` (para ${platform})`}: ${message}`,
  notStarted: 'El asistente no arrancó.',
  variables:
    'El archivo .env.example explica cada variable. Con ADAPTERS se escoge qué plataformas funcionan.',

  missing: 'Falta. Escriba esta variable.',
  invalid: 'El valor no sirve. Corríjalo.',
  unknownPlatform: (name: string, known: readonly string[]) =>
    `La plataforma «${name}» no existe. Use una o varias de estas, separadas por comas: ${known.join(', ')}.`,
  siteUrl: (value: string) =>
    `«${value}» no es una dirección web. Escriba una que comience con https:// o http://, como https://example.org/.`,
  logLevel: (value: string) => `«${value}» no es un nivel del registro. Escriba debug, info, warn o error.`,
  port: (value: string, usual: number) =>
    `«${value}» no es un puerto. Escriba un número entero de 0 (cualquiera que esté libre) a 65535, o quite la variable para usar ${usual}.`,
  messagesAMinute: (value: string, most: number, usual: number) =>
    `«${value}» no es una cantidad de mensajes por minuto. Escriba un número entero de 1 a ${most}, o quite la variable para usar ${usual}.`,
  days: (value: string, most: number, usual: number) =>
    `«${value}» no es una cantidad de días. Escriba un número entero de 1 a ${most}, o quite la variable para usar ${usual}.`,
  databaseUrl:
    'No es la dirección de una base de datos PostgreSQL. Escriba una como postgres://usuario:clave@localhost:5432/aga. Si la clave tiene «/», «#» o «?», cámbielos por %2F, %23 y %3F.',
  hashKey: 'La clave es muy corta. Escriba 32 caracteres o más. Puede crearla con «openssl rand -hex 32».',

  unreadableFile: (file: string, code: string) =>
    `${file}: No se puede leer (${code}). Revise que sea un archivo y que se tenga permiso para leerlo, o bórrelo.`,
  samePath: (path: string) =>
    `Dos servicios quieren la ruta HTTP ${path}. Cambie la de uno, por ejemplo en WEB_PATH o en TELEGRAM_WEBHOOK_URL.`,
  portTaken: (host: string, port: number) =>
    `PORT: Otro programa ya usa el puerto ${port} de ${host}. Deténgalo, o escriba un puerto libre.`,
  portForbidden: (port: number) =>
    `PORT: No se tiene permiso para abrir el puerto ${port}. Escriba uno de 1024 en adelante.`,
  noListening: (host: string, port: number, code: string) =>
    `HOST: No se puede abrir el puerto ${port} de «${host}» (${code}). Escriba una dirección de este equipo, como 127.0.0.1.`,
} as const;

/** What a maintainer reads when the knowledge folder cannot be read at all. */
export const folderTexts = {
  unreadable: (dir: string, code: string) =>
    `No se puede leer la carpeta de documentos «${dir}» (${code}). Revise la ruta, en KNOWLEDGE_DIR o en --knowledge, y que se tenga permiso para leerla.`,
  notFolder: (dir: string) =>
    `«${dir}» es un archivo, no una carpeta de documentos. Escriba la ruta de la carpeta, en KNOWLEDGE_DIR o en --knowledge.`,
} as const;

/** What to do when the store cannot be opened; the log says it beside the reason. */
export const storeRemedies = {
  file: 'Revise que se tenga permiso para escribir en el archivo y en su carpeta.',
  database: 'Revise que la base de datos esté encendida y que DATABASE_URL esté bien escrita.',
} as const;
