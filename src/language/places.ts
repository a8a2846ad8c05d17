/**
 * Countries other than Colombia, folded, in Spanish and English: a question about their plans is not ours. «usa» is no
 * country here: «en qué se usa el dinero».
 */
const COUNTRIES = `
afganistan albania alemania germany angola argentina armenia australia austria azerbaiyan bangladesh belgica belgium
belice bolivia bosnia brasil brazil bulgaria camerun canada chequia chile china chipre corea korea croacia croatia cuba
dinamarca denmark ecuador egipto egypt eslovaquia eslovenia españa espana spain estonia etiopia filipinas philippines
finlandia finland francia france georgia ghana grecia greece guatemala guayana guinea haiti honduras hungria hungary
india indonesia irak iran irlanda ireland islandia israel italia italy jamaica japon japan jordania kazajistan kenia
kenya kirguistan letonia latvia liberia lituania lithuania malasia malaui malta marruecos morocco mexico moldavia
mongolia montenegro nepal nicaragua nigeria noruega norway panama paraguay peru polonia poland portugal rumania romania
rusia russia senegal serbia singapur suecia sweden suiza switzerland sudafrica tailandia tanzania tunez tunisia turquia
turkey ucrania ukraine uganda uruguay eeuu venezuela vietnam yemen
`;
const MANY_WORDS = [
  'costa rica',
  'republica dominicana',
  'dominican republic',
  'el salvador',
  'estados unidos',
  'united states',
  'reino unido',
  'united kingdom',
  'paises bajos',
  'nueva zelanda',
  'new zealand',
  'sri lanka',
  'burkina faso',
  'costa de marfil',
  'south africa',
];

/** Departments, capitals and larger cities of Colombia, folded, but for those that are everyday words («meta»). */
const COLOMBIA = `
amazonas antioquia arauca atlantico bolivar boyaca caldas caqueta casanare cauca cesar choco cordoba cundinamarca
guainia guaviare huila guajira magdalena nariño narino putumayo quindio risaralda santander sucre tolima valle
vaupes vichada bogota medellin cali barranquilla cartagena bucaramanga cucuta pereira manizales armenia ibague neiva
villavicencio pasto monteria sincelejo valledupar riohacha quibdo popayan tunja yopal florencia mocoa leticia mitu
inirida palmira yumbo buenaventura soacha tumaco envigado itagui tulua buga girardot chaparral
`;

const countries = new Set([...COUNTRIES.trim().split(/\s+/)]);
const regions = new Set([...COLOMBIA.trim().split(/\s+/), 'san andres', 'valle del cauca']);
// Armenia is a Colombian city first, and «georgia» or «guinea» are seldom meant otherwise here.
countries.delete('armenia');

/** The countries other than Colombia that folded words name. */
export function foreignCountries(forms: readonly string[]): string[] {
  const text = ` ${forms.join(' ')} `;
  return [
    ...forms.filter((form) => countries.has(form)),
    ...MANY_WORDS.filter((name) => text.includes(` ${name} `)),
  ];
}

/** True for a folded word that names a department or city of Colombia, or another country. */
export function isPlace(form: string): boolean {
  return regions.has(form) || countries.has(form);
}
