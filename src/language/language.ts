/** The languages that the assistant speaks. */
export type Language = 'es' | 'en';
