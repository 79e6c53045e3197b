/** Exactly the keys of the Indonesian texts, each a sentence: `export const staff = { … } as const satisfies Texts<typeof idStaff>`. */
export type Texts<Source extends Readonly<Record<string, string>>> = { readonly [Key in keyof Source]: string }
