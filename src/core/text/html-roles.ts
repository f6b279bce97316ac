/** How the text of an HTML element is read. Shared by the DOM reader and the command line. */
export type Role =
  /** Its text is not read; it is as if the element were not there. */
  | 'skip'
  /** A line break. */
  | 'break'
  /** Stands in the text like a character of its own: no term reaches across. */
  | 'object'
  /** Its text is a block, or blocks. */
  | 'block'
  /** Its text belongs to the block around it. */
  | 'inline';

const ROLES = new Map<string, Role>();
const assign = (role: Role, names: string): void => {
  for (const name of names.split(' ')) ROLES.set(name, role);
};
assign(
  'skip',
  'SCRIPT STYLE NOSCRIPT TEMPLATE HEAD TITLE META LINK BASE RT RP RTC DATALIST NOFRAMES NOEMBED',
);
assign(
  'object',
  'INPUT TEXTAREA SELECT IMG PICTURE SVG MATH CANVAS VIDEO AUDIO OBJECT EMBED IFRAME FRAME PROGRESS METER',
);
assign('break', 'BR');
assign(
  'block',
  'HTML BODY ADDRESS ARTICLE ASIDE BLOCKQUOTE CENTER DD DETAILS DIALOG DIR DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER ' +
    'FORM FRAMESET H1 H2 H3 H4 H5 H6 HEADER HGROUP HR LEGEND LI MAIN MENU NAV OL OPTGROUP OPTION P PRE SEARCH SECTION ' +
    'SUMMARY TABLE CAPTION COLGROUP COL THEAD TBODY TFOOT TR TD TH UL BUTTON XMP LISTING PLAINTEXT',
);
// Every other name is inline too; that of these is found at once.
assign(
  'inline',
  'A SPAN B I U S EM STRONG FONT SMALL BIG SUB SUP CODE MARK ABBR CITE Q LABEL TIME RUBY RB WBR',
);

/**
 * The role that an element's name gives it; every other name is inline.
 *
 * @param name in upper case, as HTML documents have it; XHTML's lower case is read too
 */
export function roleOfName(name: string): Role {
  return ROLES.get(name) ?? ROLES.get(name.toUpperCase()) ?? 'inline';
}

/**
 * The role of an element, its attributes included: what is hidden, edited by the
 * reader or closed is not read.
 *
 * @param upperCaseName the element's name in upper case
 * @param attribute reads an attribute: its value, or null where it is absent
 */
export function roleOf(upperCaseName: string, attribute: (name: string) => string | null): Role {
  const role = roleOfName(upperCaseName);
  if (role === 'skip' || role === 'break') return role;
  if (attribute('hidden') !== null) return 'skip';
  const editable = attribute('contenteditable');
  if (editable !== null && editable.toLowerCase() !== 'false') return 'skip';
  const style = attribute('style');
  if (style !== null && HIDING_STYLE.test(style)) return 'skip';
  if (upperCaseName === 'DIALOG' && attribute('open') === null) return 'skip';
  if (attribute('popover') !== null) return 'skip';
  return role;
}

const HIDING_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b/iu;
