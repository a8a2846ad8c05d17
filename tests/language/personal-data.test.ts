import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type PersonalDataKind, personalDataIn } from '../../src/language/personal-data.ts';
import { packageRoot } from '../../src/package-root.ts';

/** Phrases as people write them; persons, numbers and places are invented. */
const PERSONAL: Readonly<Record<PersonalDataKind, readonly string[]>> = {
  cedula: [
    'Mi cédula es 52.345.678',
    'mi cedula es 52345678 por si la necesitan',
    'C.C. 79.456.123 de Bogotá',
    'CC 1020345678',
    'cc: 1.020.345.678',
    'c.c 80123456',
    'Identificado con cédula de ciudadanía n.º 71.234.567 de Medellín',
    'identificada con CC No. 43567890',
    'soy luis y mi numero de cedula es el 91234567',
    'documento de identidad 1098765432',
    'mi documento: 1.098.765.432',
    'número de identificación 10234567',
    'El señor, con cédula 6.123.456, firmó el acta',
    'NUIP 1012345678',
    'T.I. 1.012.345.678',
    'tarjeta de identidad 99012345678',
    'tarjeta de identidad número 1029384756',
    'registro civil 1054321987',
    'cédula de extranjería 456789',
    'C.E. 345678',
    'pasaporte AB123456',
    'mi PPT es 5432109',
    '1.032.456.789',
    'le dejo mis datos: Marta Rincón, 1032456789',
    'Marta Rincón 52.876.543',
    'Pedro Gómez, 79.654.321, vecino del barrio',
    '79.654.321 es mi cédula',
    '41765432 es el número de mi cedula',
    'votó con 52123987, expedida en Cali',
    "cédula 52'123.456",
    'cédula No 19 345 678',
    'my national ID is 1020304567',
    'ID number 1020304568',
    'xfa consulte la cedula 1118234567 a ver si salgo',
    'el alcalde, identificado con la cédula número 8765432',
    'cedulas 52345678 y 52345679',
  ],
  nit: [
    'NIT 900.123.456-7',
    'nit 900123456',
    'N.I.T. 860.002.964-4',
    'La empresa con Nit: 901234567-1 ganó',
    'nit. 8001234567',
    '900123456-8',
    '830.045.678-9 es el de la tienda',
    'RUT 79456123-1',
    'el nit de mi negocio es 901.456.789-0',
    'Nit número 890.900.123 - 5',
  ],
  mobile: [
    'llámeme al 3101234567',
    'mi cel es 310 123 4567',
    'whatsapp 300-987-6543',
    '+57 315 456 7890',
    '+573154567890',
    '57 3154567890',
    '(57) 320 111 2233',
    '(+57) 3201112233',
    '0057 301 222 3344',
    'Celular: 311 22 33 445',
    'celular 3.1.0 no, es 3112233445',
    '(312) 345 6789',
    'mi número 3134567890 gracias',
    'escríbame: 314.567.8901',
    '350 4567890',
    '321 4 567890',
    'https://wa.me/573161234567',
    'my phone is +57 317 765 4321',
    'cel 3227654321/3007654321',
    'móvil: 318 765 43 21',
    'Contacto: Rosa, 3197654321.',
    'el celular de la profe es 304 321 98 76',
    'urgente tel 305 4443322',
    '3332221100',
  ],
  landline: [
    'teléfono fijo 601 2345678',
    '(601) 234 5678',
    '+57 601 234 5678',
    '6022345678',
    '(604) 2345678',
    '605 234 56 78',
    'tel. 2345678',
    'Teléfono: 234 56 78',
    'tel 234-5678 después de las 6',
    'fijo 5554433',
    'mi telefono es el 7654321',
    '(1) 234 5678',
    '(57 1) 2345678',
    '+57 1 2345678',
    '(+57 4) 234 56 78',
    '607-6543210',
    'llamar al 6543210 y preguntar por Julia',
    'el fijo de mi casa: 608 8765432',
  ],
  email: [
    'ana.torres@gmail.com',
    'escríbame a luisgomez77@hotmail.com por favor',
    'mi correo: marta_r@outlook.es',
    'pedro.perez@yahoo.com.co',
    'j.ramirez@universidad.edu.co',
    'Contacto: carlos.mejia@empresa.com.co.',
    'camila@fundacionejemplo.org',
    'mailto:rosa.diaz@gmail.com',
    'info.mariana@gmail.com',
    'contacto@gmail.com',
    'mi correo es juanperez arroba gmail punto com',
    'juanperez (arroba) hotmail.com',
    'maria[at]gmail.com',
    'ANA.TORRES@GMAIL.COM',
    'niño2005@icloud.com',
    'send it to laura.smith@protonmail.com',
  ],
  address: [
    'Calle 26 # 13-19',
    'vivo en la calle 26 #13-19',
    'Cra 7 No. 12-34',
    'cra. 7 n.º 12-34 apto 502',
    'Carrera 15 # 88 - 64 oficina 301',
    'KR 7 # 71-21',
    'Kra 45 # 23 - 12',
    'Cl. 45 # 23-12 sur',
    'CL 45 23 12',
    'calle 12b # 4-56',
    'Calle 100 bis # 14A-25',
    'Avenida 68 # 12A-34',
    'Av. Calle 26 # 59-51',
    'AK 30 # 45-03',
    'AC 72 # 10-34',
    'Avenida Jiménez # 7-25',
    'Avenida El Dorado No. 69-76',
    'Diagonal 25G # 95A-55',
    'Dg 61C No 24-15',
    'Transversal 5 # 3-21',
    'tv 44 n 22-10',
    'Circular 4 # 70-12',
    'cll 8 numero 15-20 barrio san jose',
    'mi casa queda en la carrera 4 con número 5-67',
    'Calle 5 Sur # 22-33',
    'Manzana 5 casa 12',
    'Mz C Lote 4',
    'vivo en la torre 3 apto 502',
    'resido en el conjunto Los Pinos casa 14',
    'vereda El Salado, finca La Esperanza',
    'vivo cerca de la alcaldía, en la calle 8 # 4-12',
    'Calle 26 13-19',
    'I live at Calle 10 # 4-55',
  ],
  minor: [
    'Mi hija de 9 años se llama Ana Torres',
    'el niño Juan Pérez, de 8 años, no tiene cupo',
    'la menor de edad Camila Rojas',
    'mi hijo juan tiene 8 años y no lo reciben',
    'mi hija laura de 10 años',
    'La adolescente Sofía Díaz denunció el caso',
    'la niña María Fernanda López ganó el premio',
    'Samuel Díaz, menor de edad',
    'Camila Rojas, de 9 años, cuenta su historia',
    'Tomás Vélez (11 años) leyó la carta',
    'el estudiante Mateo Ruiz, de 14 años',
    'mi nieta valentina tiene 6 añitos',
    'el bebé Martín Soto fue atendido',
    'mi sobrino se llama Andrés y está en quinto',
    'la alumna Luisa Cano, de 12 años',
    'un menor llamado Kevin Mora',
    'mi hijo Nicolás, que tiene 7 años',
    'my daughter Sofia is 9 years old',
    'el niño se llama Emiliano',
    'Paula Andrea Gil, niña de 10 años',
  ],
};

const PUBLIC: readonly string[] = [
  'La Ley 1712 de 2014 protege el acceso a la información.',
  'ley 1755 del 2015',
  'leyes 1712 y 1755',
  'Decreto 1166 de 2016',
  'el Decreto 1081 de 2015, artículo 2.1.1.3.1',
  'Documento Conpes 4070 de 2021',
  'CONPES 167',
  'Resolución 3564 de 2015',
  'resolución número 20213040012345',
  'BPIN 2017011000123',
  'Código BPIN: 2020003630045',
  'el proyecto con BPIN 202000000000123',
  'SECOP II CO1.PCCNTR.1234567',
  'CO1.BDOS.2345678',
  'Proceso LP-001-2020',
  'SA-MC-003-2021 del municipio',
  'Contrato 3101234567 de 2020',
  'contrato n.º 1020345678',
  'Radicado 20211234567890',
  'radicado 3001234567',
  'Expediente 2019-00345',
  'Sentencia C-274 de 2013',
  'Sentencia T-025 de 2004',
  'Acto Legislativo 02 de 2017',
  'Entre 2015-2017 hubo cambios',
  'El plan 2020-2022',
  'de 2011 a 2026',
  '2017/2019',
  'El 23 de marzo de 2017',
  'fecha: 2017-09-22',
  '22/09/2017',
  '$ 1.234.567.890',
  '$3.101.234.567 pesos',
  'COP 1.020.345.678',
  'USD 5.600.000',
  '1.020.345.678 pesos',
  '45.000 millones de pesos',
  '1,2 billones de pesos',
  '3101234567 pesos',
  '79.654.321 habitantes',
  '48.258.494 personas según el censo',
  '1.102.345.678 votos',
  'más de 5.000 niños, niñas y adolescentes',
  'niños de 7 a 12 años',
  'menores de 18 años',
  'los menores de edad tienen derechos',
  'mi hijo estudia en un colegio oficial',
  'mi hija menor de 10 años necesita cupo',
  'El Instituto Colombiano de Bienestar Familiar atiende a la niñez',
  'El fenómeno de El Niño de 2015',
  'el 45,6 % de los compromisos',
  '26 de 30 compromisos',
  '41 mesas y 80 representantes',
  'Línea 123',
  'marque 195 o 123',
  'la línea 141 del ICBF',
  'línea gratuita 018000 910270',
  'Línea 01 8000 112 345',
  '01-8000-911-123',
  'llame al 155',
  'Conmutador: (601) 5629300',
  'PBX 601 587 0555',
  'Línea de atención al ciudadano (601) 587 05 55',
  'Línea nacional: 601 3820450',
  'WhatsApp oficial: 310 123 4567',
  'atencionalciudadano@presidencia.gov.co',
  'transparencia@presidencia.gov.co',
  'juan.perez@dnp.gov.co',
  'notificaciones@alcaldia.gov.co',
  'usuario@ejercito.mil.co',
  'info@opengovpartnership.org',
  'contacto@agacolombia.org',
  'prensa@fundacioncorona.org.co',
  'irm@opengovpartnership.org',
  'Escriba a @AGAColombia',
  '@juan en Slack',
  'https://www.alcaldiabogota.gov.co/sisjur/normas/Norma1.jsp?i=56882',
  'https://drive.google.com/open?id=1-f4pThcY7lBmvaG0NcKRqtsBxLPSYWUs',
  'https://ejemplo.org/3101234567/1020345678',
  'www.datos.gov.co/id/1020345678',
  'La calle 26 es una vía principal',
  'la marcha fue por la carrera 7',
  'en la avenida 68 con calle 13',
  'Calle 13 con carrera 30',
  'La sede de la Procuraduría está en la Carrera 5 # 15-80',
  'Ministerio de Transporte, Calle 24 # 60-50',
  'Alcaldía de Cali: Avenida 2 Norte # 10-70',
  'el auditorio de la calle 26 # 25-50',
  'compromiso 7 del III Plan',
  'Plan Nacional de Desarrollo 2018-2022',
  'Plan Decenal de Educación, de 10 años',
  'El Plan Nacional, de 4 años',
  'Colombia Humana, de 3 años',
  'versión 4.12.0',
  'ISBN 978-958-12-3456-7',
  'doi 10.1007/978-3-319-12345-6',
  'coordenadas 4.609710, -74.081750',
  'de 8 a 12 y de 2 a 5',
  'a las 10:30 a. m.',
  'III Plan, página 45-67',
  '300 personas y 20 entidades en 2017',
  '310 compromisos, 123 metas y 4567 actividades',
  'meta 600, avance 1.234',
  'la cédula catastral se actualiza cada año',
  '¿puedo votar con la cédula digital?',
  'perdí mi cédula, ¿qué hago?',
  '¿cuál es el NIT de la alianza?',
  '¿me dan el teléfono de la secretaría?',
  'mi correo no funciona',
  'el estudiante universitario Juan presentó su tesis',
  'mi hijo trabaja en la alcaldía',
  'children aged 7 to 12',
  'El hijo ilustre de Boyacá',
  'La población de 2018: 48.258.494',
  'Índice: 1.000.000.000',
  'hash 9f86d081884c7d65',
  'Conpes 3654 y Conpes 4070',
  'cuantos compromisos tiene el 3er plan',
  '20 localidades, 26 entidades y 32 departamentos',
];

const labelled = Object.entries(PERSONAL).flatMap(([kind, phrases]) =>
  phrases.map((phrase) => ({ kind: kind as PersonalDataKind, phrase })),
);

/** Every file of the shipped folder, as lines. */
const shipped = readdirSync(join(packageRoot, 'knowledge'), { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(?:md|yml)$/.test(path))
  .flatMap((path) =>
    readFileSync(join(packageRoot, 'knowledge', path), 'utf8')
      .split('\n')
      .map((line, index) => ({ place: `${path}:${index + 1}`, line })),
  );

describe('personalDataIn', () => {
  it('is measured with at least 200 phrases, none twice', () => {
    const all = [...labelled.map(({ phrase }) => phrase), ...PUBLIC];
    expect(new Set(all).size).toBe(all.length);
    expect(all.length).toBeGreaterThanOrEqual(200);
  });

  it('finds at least 98 % of what is personal, as what it is', () => {
    const missed = labelled.filter(
      ({ kind, phrase }) => !personalDataIn(phrase).some((found) => found.kind === kind),
    );
    const recall = 1 - missed.length / labelled.length;
    expect(recall, JSON.stringify(missed)).toBeGreaterThanOrEqual(0.98);
  });

  it('raises no alarm at what is public', () => {
    expect(PUBLIC.flatMap((phrase) => personalDataIn(phrase).map(({ text }) => ({ phrase, text })))).toEqual(
      [],
    );
  });

  it('raises no alarm in the shipped folder, its questions included', () => {
    expect(shipped.length).toBeGreaterThan(3000);
    // The guide shows personal data as its bad example, made of one digit.
    const alarms = shipped
      .filter(({ place }) => !place.startsWith('LEEME.md'))
      .flatMap(({ place, line }) => personalDataIn(line).map(({ text }) => ({ place, text })));
    expect(alarms).toEqual([]);
  });

  it.each(labelled.filter((_, index) => index % 7 === 0))(
    'is not lost in a sentence: $phrase',
    ({ kind, phrase }) => {
      const text = `Buenas tardes. ${phrase}. El III Plan tuvo 26 compromisos, según la Ley 1712 de 2014.`;
      expect(personalDataIn(text).map((found) => found.kind)).toContain(kind);
    },
  );

  it('says where the data stands, in order and without overlaps', () => {
    const text = 'Soy Ana, CC 1.020.345.678, cel 310 123 4567, vivo en la Calle 26 # 13-19.';
    const found = personalDataIn(text);
    expect(found.map(({ kind, text: words }) => [kind, words])).toEqual([
      ['cedula', '1.020.345.678'],
      ['mobile', '310 123 4567'],
      ['address', 'Calle 26 # 13-19'],
    ]);
    for (const { start, end, text: words } of found) expect(text.slice(start, end)).toBe(words);
  });

  it('takes no time on long lines', () => {
    const lines = [
      '1 '.repeat(20_000),
      '3'.repeat(40_000),
      'Calle '.repeat(8_000),
      'mi hija '.repeat(6_000),
      'a.'.repeat(20_000),
      'Ana '.repeat(10_000),
    ];
    const started = performance.now();
    for (const line of lines) personalDataIn(line);
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});
