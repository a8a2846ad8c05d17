/** What the person does (without `says`: presses the first suggestion) and what the reply must hold. */
export interface Turn {
  readonly says?: string;
  readonly shows: readonly string[];
  /** Whether the reply names its source. */
  readonly cites: boolean;
}

const CHALLENGES = [
  'Enfoque territorial',
  'Transparencia en el uso de los recursos públicos',
  'Justicia',
  'Acceso a la información',
  'Medio ambiente',
  'Visibilidad de la información pública',
  'Participación',
  'Servicios',
  'Género',
];

/** A conversation about the shipped knowledge; the follow-ups are only understood in this order. */
export const TURNS: readonly Turn[] = [
  { says: 'hola', shows: ['asistente', 'Alianza para el Gobierno Abierto'], cites: false },
  { says: '¿Qué desafíos se identificaron para el III Plan?', shows: CHALLENGES, cites: true },
  {
    says: 'quien hablo en la reunion de lecciones aprendidas',
    shows: ['Esteban Peláez', 'Karen Hussman'],
    cites: true,
  },
  { says: '¿Cuántos compromisos tuvo el III Plan?', shows: ['III Plan', '26'], cites: true },
  { says: '¿y el cuarto?', shows: ['IV Plan', '15'], cites: true },
  { says: '¿quién lo coordinó?', shows: ['IV Plan', 'Secretaría de Transparencia'], cites: true },
  { says: 'q es el mri', shows: ['evaluador independiente'], cites: true },
  { says: 'que hizo el consejo de estado', shows: ['Consejo de Estado'], cites: true },
  { says: '¿y Antioquia?', shows: ['Antioquia'], cites: true },
  { says: 'what is the AGA?', shows: ['Alianza para el Gobierno Abierto'], cites: true },
  {
    says: '¿cuántas personas asistieron presencialmente el 23 de marzo de 2017?',
    shows: ['No se sabe'],
    cites: true,
  },
  { says: '¿cómo renuevo la cédula?', shows: ['No puedo', 'pregunte en la entidad'], cites: false },
  { says: 'compromisos del VI Plan', shows: ['No lo sé', 'VI Plan'], cites: true },
  { says: 'plan de gobierno abierto de Perú', shows: ['No lo sé', 'otros países'], cites: false },
  { shows: CHALLENGES, cites: false },
  { shows: ['recursos públicos'], cites: true },
];

/** The line of an answer that names its sources. */
export const CITATION = /^(Fuentes?|Sources?): \S/m;
