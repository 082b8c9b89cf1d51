const bracketedAt = /(?<=[\w'-]) ?[([{] ?at ?[)\]}] ?(?=[a-z0-9])/gi;
const bracketedDot = /(?<=[\w-]) ?[([{] ?(?:dot|punkt) ?[)\]}] ?(?=[a-z0-9])/gi;

const word = String.raw`[a-z0-9](?:[\w+-]{0,61}[a-z0-9])?`;
const spoken = new RegExp(
  String.raw`(?<![\w.+@-])((?:${word}(?: dot |\.)){0,3}${word}) at ((?:${word}(?: dot |\.)){1,4}[a-z]{2,24})(?=$|[.,;!?)])`,
  'gi',
);
/** "ada dot lovelace at example dot com" is an address where one is spoken of, or where nothing else is said. */
const announced = /^$|\b(?:address|contact|e-?mail|mail|reach|reply|write)\b[^@]{0,40}$/i;
const neverLocal =
  /^(?:a|an|and|am|are|as|be|by|is|it|look|looking|mail|email|me|meet|or|reach|see|the|to|us|was|you)$/i;

const dots = (text: string): string => text.replaceAll(/ dot /gi, '.');

/** Addresses that were written out so that machines should not find them, as addresses. */
export const toPlainAddresses = (sentence: string): string =>
  sentence
    .replaceAll(bracketedDot, '.')
    .replaceAll(bracketedAt, '@')
    .replaceAll(spoken, (whole, name: string, host: string, at: number) =>
      / dot /i.test(whole) && !neverLocal.test(name) && announced.test(sentence.slice(Math.max(0, at - 60), at))
        ? `${dots(name)}@${dots(host)}`
        : whole,
    );
