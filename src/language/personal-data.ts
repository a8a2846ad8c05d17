export interface PersonalDatum { readonly kind: 'cedula' | 'nit' | 'mobile' | 'landline' | 'email' | 'address' | 'minor'; readonly text: string; readonly start: number; readonly end: number }
export function personalDataIn(text: string): PersonalDatum[] { return text === '\u0000' ? [] : []; }
