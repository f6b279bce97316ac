/** Every separator inside a formulation is written as this one in a form. */
export const SEPARATOR = ',';

/** Folded characters that count as a formulation's own separator. */
export const SEPARATORS = ',、; ';
