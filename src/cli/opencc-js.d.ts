/** The dictionaries of opencc-js as the package stores them: “from to|from to|…”. */
declare module 'opencc-js/dict/*' {
  const dictionary: string;
  export default dictionary;
}
