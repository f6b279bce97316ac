/** A passage has this many folded characters beyond what formulations and names explain, … */
export const LEAST_SHARED = 30;
/**
 * … or an unbroken stretch of this length: that is quoted even where formulations make up most of
 * it, as long as some of it is none. Formulations explain themselves, not the words that join them
 * or their order.
 */
export const QUOTED = { length: 36, fresh: 8 } as const;
/** The share of a passage that another source must have to be named beside it. */
export const ALSO = 0.85;
/** What another source must have of the shortest passage. */
export const LEAST_ALSO = Math.ceil(ALSO * Math.min(LEAST_SHARED, QUOTED.length));
