const PATHS = {
  back: 'M9.5 3.5 5 8l4.5 4.5',
  next: 'M6.5 3.5 11 8l-4.5 4.5',
  down: 'M3.5 6 8 10.5 12.5 6',
  close: 'm4 4 8 8m0-8-8 8',
  pin: 'M5.5 2.5h5m-4.25 0-.5 5L4 9.5h8l-1.75-2-.5-5M8 9.5v4',
  copy: 'M6 5.5h6.5v8H6zM3.5 10.5v-8H10',
  present: 'm3.5 8.5 3 3 6-7',
  adapted: 'M3 6.75c1.7-1.8 3.3-1.8 5 0s3.3 1.8 5 0m-10 4c1.7-1.8 3.3-1.8 5 0s3.3 1.8 5 0',
  absent: 'M8 4.25a3.75 3.75 0 1 1 0 7.5 3.75 3.75 0 0 1 0-7.5',
} as const;

export type IconName = keyof typeof PATHS;

/** One of our own line icons, 16 px. Never the only carrier of a meaning: its button or row is named. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="icon" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path
        d={PATHS[name]}
        fill="none"
        stroke="currentColor"
        stroke-width="1.5"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
