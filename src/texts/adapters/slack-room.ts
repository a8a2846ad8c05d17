/** What the team reads in its room in Slack. */
export const slackRoomTexts = {
  status: {
    open: 'Pregunta sin responder',
    claimed: 'Pregunta en manos de una persona',
    answered: 'Pregunta respondida',
    discarded: 'Pregunta descartada',
  },
  askers: (count: number) =>
    count === 1 ? '1 persona preguntó esto.' : `${count} personas preguntaron esto.`,
  assignee: 'La atiende: ',
  somebody: 'una persona del equipo',
  answer: 'Respuesta que se envió:',
  reason: (reason: string) => `Motivo: ${reason}.`,
  draft: (path: string) => `Borrador: ${path}. No se muestra hasta que se publique.`,
  blank: '(sin texto)',
  reasons: {
    'off-topic': 'No trata de los planes de gobierno abierto',
    'already-answered': 'La respuesta ya está publicada',
    'not-a-question': 'No es una pregunta',
    unknown: 'Buscamos la respuesta y no la encontramos',
  },
  buttons: {
    take: { label: 'Tomar', spoken: 'Tomar esta pregunta' },
    assign: { label: 'Reasignar', spoken: 'Reasignar esta pregunta a otra persona' },
    answer: { label: 'Responder', spoken: 'Responder esta pregunta' },
    again: { label: 'Responder otra vez', spoken: 'Responder otra vez esta pregunta' },
    save: { label: 'Guardar como conocimiento', spoken: 'Guardar esta respuesta como conocimiento' },
    discard: { label: 'Descartar', spoken: 'Descartar esta pregunta' },
  },
  titles: {
    answer: 'Responder',
    preview: 'Así se va a leer',
    discard: 'Descartar la pregunta',
    assign: 'Reasignar la pregunta',
    save: 'Guardar conocimiento',
  },
  wait: 'Un momento, por favor.',
  cancel: 'Cancelar',
  close: 'Cerrar',
  back: 'Volver',
  answerForm: {
    label: 'Su respuesta',
    hint: 'Nada sale todavía. En el paso siguiente usted ve lo que van a leer y lo envía.',
    submit: 'Ver antes de enviar',
  },
  preview: {
    readers: (count: number) =>
      count === 1
        ? 'Esto va a leer quien preguntó:'
        : `Esto van a leer las ${count} personas que preguntaron:`,
    buttons: (labels: string) => `Botones: ${labels}`,
    submit: 'Enviar',
    edit: 'Editar',
  },
  discardForm: {
    label: 'Motivo',
    hint: 'Quien preguntó va a leer que no se responde, y por qué.',
    submit: 'Descartar',
  },
  assignForm: {
    label: 'Persona que la atiende',
    hint: 'Debe estar en este canal.',
    submit: 'Reasignar',
  },
  saveForm: {
    title: 'Título',
    text: 'Texto',
    hint: 'Queda como borrador. No se muestra hasta que una persona lo publique.',
    submit: 'Guardar',
  },
  sent: (count: number) =>
    count === 1
      ? 'Listo. La respuesta va en camino a quien preguntó.'
      : `Listo. La respuesta va en camino a las ${count} personas que preguntaron.`,
  saved: (path: string) => `El borrador quedó en ${path}. No se muestra hasta que una persona lo publique.`,
  savedSomewhere: 'El borrador quedó guardado. No se muestra hasta que una persona lo publique.',
  noTicket: 'Esa pregunta ya no está. Puede que se haya borrado.',
  elsewhere: 'Ese botón solo funciona en el canal del equipo.',
  outsider:
    'Solo quienes están en el canal del equipo pueden hacer esto. Si acaba de entrar, espere un minuto e intente otra vez.',
  notInRoom: 'Esa persona no está en el canal del equipo. Escoja a otra.',
  noDesk: 'En este momento no puedo atender las preguntas del equipo. Intente más tarde.',
  failed: 'Algo falló y no pude hacerlo. Intente otra vez en un momento.',
  slow: 'Está tardando más de lo normal. Intente otra vez: si ya se hizo, no se repite.',
  tooLate: 'Slack no abrió la ventana. Presione el botón otra vez.',
  empty: 'Escriba un texto antes de seguir.',
  tooLong: 'La respuesta es muy larga para verla antes de enviarla. Acórtela.',
  noReason: (platform: string) =>
    `Escriba también el motivo. Por ejemplo: /aga apagar ${platform} mantenimiento`,
  longReason: (limit: number) => `El motivo pasa de ${limit} caracteres. Acórtelo.`,
};
