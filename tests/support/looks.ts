/** How a surface can look: language, colours and width in CSS pixels. */
export interface Look {
  readonly language: 'en-US' | 'zh-CN';
  readonly colorScheme: 'light' | 'dark';
  readonly width: 1280 | 400;
}

/** English in a narrow window is where lines grow longest; the other look differs in everything. */
const TWO: readonly Look[] = [
  { language: 'en-US', colorScheme: 'light', width: 400 },
  { language: 'zh-CN', colorScheme: 'dark', width: 1280 },
];

const ALL: readonly Look[] = (['en-US', 'zh-CN'] as const).flatMap((language) =>
  (['light', 'dark'] as const).flatMap((colorScheme) =>
    ([1280, 400] as const).map((width) => ({ language, colorScheme, width })),
  ),
);

/** The looks that pictures are taken in: two in every run of the tests, all eight for `npm run screenshots`. */
export const LOOKS = process.env['TIFA_SCREENSHOTS'] === undefined ? TWO : ALL;

/** What the files of a look's pictures end with. */
export function suffixOf({ language, colorScheme, width }: Look): string {
  return `${language.slice(0, 2)}-${colorScheme}-${String(width)}`;
}
