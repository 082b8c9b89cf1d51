type Named = { readonly id: string; readonly name: string | null; readonly email: string | null };

/** What a lead is called where nothing better is known. */
export const nameOf = ({ id, name, email }: Named): string => name ?? email ?? id;
