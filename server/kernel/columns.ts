/**
 * Columns of a block, by number: what the host writes before it asks. Read by the kernel and by the host alike, so this
 * file is TypeScript to both.
 */

/** Hashes: the word, its stem, its last three letters, its shape; and its class. */
export const words = 0;
export const stems = 1;
export const suffixes = 2;
export const shapes = 3;
export const classes = 4;
/** Label of the part-of-speech tagger. */
export const tags = 5;
export const quotes = 6;
export const quoteKinds = 7;
export const cueShares = 8;
export const sentenceStarts = 9;
export const sentenceEnds = 10;
/** Counts before each token; one entry more than tokens. */
export const commasBefore = 11;
export const verbsBefore = 12;
export const thatsBefore = 13;
/** The neighbourhood. */
export const cueBefore = 14;
export const cueAfter = 15;
export const verbBefore = 16;
export const sentenceKind = 17;
export const stretchStart = 18;
export const stretchEnd = 19;
export const cuesInStretch = 20;
/** What stage 1 said. */
export const labels = 21;
export const labelledCueBefore = 22;
export const labelledCueAfter = 23;
export const sourceBefore = 24;
export const sourceAfter = 25;
export const sentenceSpans = 26;
export const sentenceBefore = 27;
export const sentenceAfter = 28;
export const spanEnd = 29;
export const sureness = 30;
export const columnCount = 31;

/** What a word form is made of, for the part-of-speech tagger: a row of numbers a form. */
export const formWord = 0;
export const formStem = 1;
export const formSuffix1 = 2;
export const formSuffix2 = 3;
export const formSuffix3 = 4;
export const formSuffix4 = 5;
export const formPrefix1 = 6;
export const formPrefix2 = 7;
export const formPrefix3 = 8;
export const formShape = 9;
export const formFlags = 10;
export const formClass = 11;
export const formWidth = 12;
