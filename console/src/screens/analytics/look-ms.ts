/** How often figures are counted anew while somebody looks. */
export const lookMs = 60_000;
