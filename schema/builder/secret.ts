/** Marks a field whose value is shown once and never kept: an answer that holds it is not repeated for an `Idempotency-Key`. */
export const secret = { secret: true } as const;
