/** A kind of personal data: an identity card, a tax number, a telephone, a mailbox, a home, a child. */
export type PersonalDataKind = 'cedula' | 'nit' | 'mobile' | 'landline' | 'email' | 'address' | 'minor';

/** Where a kind was found, before the kinds are put together. */
export interface PersonalSpan {
  readonly kind: PersonalDataKind;
  readonly start: number;
  readonly end: number;
}
