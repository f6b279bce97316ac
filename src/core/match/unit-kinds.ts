export function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

export function isLetter(unit: number): boolean {
  return unit >= 0x61 && unit <= 0x7a;
}

export function isAlphanumeric(unit: number): boolean {
  return isDigit(unit) || isLetter(unit);
}

/** 第: an ordinal (第四项原则) is none of the formulas that begin with a number. */
export const ORDINAL = 0x7b2c;

/** 〇零一二三四五六七八九十百千万亿两几: a number formula is never part of a longer number. */
export function isNumeral(unit: number): boolean {
  switch (unit) {
    case 0x4e00:
    case 0x4e8c:
    case 0x4e09:
    case 0x56db:
    case 0x4e94:
    case 0x516d:
    case 0x4e03:
    case 0x516b:
    case 0x4e5d:
    case 0x5341:
    case 0x767e:
    case 0x5343:
    case 0x4e07:
    case 0x4e24:
    case 0x3007:
    case 0x96f6:
    case 0x4ebf:
    case 0x51e0:
      return true;
    default:
      return false;
  }
}
